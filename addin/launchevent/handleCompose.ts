import { applySignature, type Occasion, type Outcome } from './applySignature.ts';
import { openDeadline } from './deadline.ts';
import type { ComposeItem } from './mail/composeItem.ts';
import { openSource } from './openSource.ts';
import { tellAfterEvent } from './notice/tellPerson.ts';

type Completes = Pick<Office.MailboxEvent, 'completed'>;

/** Told of the outcome before Outlook is told that we are done, since what comes after that is not sure to happen. */
type Tell = (item: ComposeItem, outcome: Outcome) => Promise<void>;

async function run(occasion: Occasion, tell: Tell, deadline: ReturnType<typeof openDeadline>): Promise<void> {
  const item = Office.context.mailbox.item;
  if (item) await tell(item, await applySignature(item, { occasion, deadline, source: openSource() }));
}

/** Answers one event: tells Outlook it is done exactly once and in time, whatever happened. */
export function handle(occasion: Occasion, tell: Tell, event: Completes): void {
  const deadline = openDeadline();
  Promise.race([run(occasion, tell, deadline).catch(() => undefined), deadline.ends])
    .then(() => deadline.finish())
    .then(() => event.completed())
    .catch(() => undefined);
}

export const handleOpened = (event: Completes): void => handle('opened', tellAfterEvent, event);

export const handleSender = (event: Completes): void => handle('sender', tellAfterEvent, event);
