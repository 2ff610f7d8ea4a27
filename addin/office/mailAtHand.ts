import type { ReadGiven, GivenFor } from '../launchevent/applyGiven.ts';
import type { Inserted } from '../launchevent/forPane.ts';

/** What the pane can do about the mail beside it, and about those that come. */
export interface MailAtHand {
  readonly insert: () => Promise<Inserted>;
  /** Puts in one that was chosen for this mail alone. Rejects as `read` does. */
  readonly insertGiven: (read: ReadGiven) => Promise<Inserted>;
  readonly read: () => Promise<Pick<GivenFor, 'composeType' | 'from'>>;
  /** Fetches signatures for the event handler. Rejects where the server does not answer. */
  readonly fill: () => Promise<void>;
  /** Whether the pane was opened to sign in and put the signature in. */
  readonly isAskedToInsert: () => Promise<boolean>;
}

/** True where a mail or an appointment is being written beside the pane. */
export const isComposing = (): boolean =>
  typeof Office !== 'undefined' && typeof Office.context?.mailbox?.item?.body?.prependAsync === 'function';

/** The code of the event handler, with the sign-in of the pane. */
export async function openMailAtHand(getToken: () => Promise<string>): Promise<MailAtHand> {
  const handler = await import(/* webpackChunkName: 'mail-at-hand' */ '../launchevent/forPane.ts');
  const source = { origin: window.location.origin, getToken };
  return {
    insert: () => handler.insertSignature(source),
    insertGiven: handler.insertGiven,
    read: handler.readMail,
    fill: () => handler.fillCache(source),
    isAskedToInsert: handler.isAskedToInsert,
  };
}
