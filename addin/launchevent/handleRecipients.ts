import { handle } from './handleCompose.ts';
import { ownAddress } from './mail/composing.ts';
import { readDomains } from './server/signatureCache.ts';

/** Milliseconds in which more recipients may come: people add them one after the other. */
const SETTLE_MS = 1000;

let newest = 0;

/**
 * Most tenants have no rule that asks about recipients: then this costs one look into storage. Else the last of several
 * events that come together decides, so a signature changes at most once a second.
 */
export function handleRecipients(event: Pick<Office.MailboxEvent, 'completed'>): void {
  newest += 1;
  const mine = newest;
  const isAsked = async (): Promise<boolean> => {
    if ((await readDomains(ownAddress())) === null) return false;
    await new Promise<void>((resolve) => setTimeout(resolve, SETTLE_MS));
    return mine === newest;
  };
  isAsked()
    .catch(() => false)
    .then((asked) => {
      if (asked) handle('recipients', () => Promise.resolve(), event);
      else event.completed();
    })
    .catch(() => undefined);
}
