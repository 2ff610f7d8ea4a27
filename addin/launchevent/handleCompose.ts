import { applySignature } from './applySignature.ts';
import { openDeadline } from './deadline.ts';

/**
 * Answers one event: tells Outlook it is done exactly once and in time, whatever happened. No failure is shown; a person
 * who writes a mail cannot do anything about ours.
 */
export function handleCompose(event: Pick<Office.MailboxEvent, 'completed'>): void {
  const deadline = openDeadline();
  const work = async (): Promise<void> => {
    const item = Office.context.mailbox.item;
    if (item) await applySignature(item, deadline);
  };
  Promise.race([work().catch(() => undefined), deadline.ends])
    .then(() => {
      deadline.finish();
      event.completed();
    })
    .catch(() => undefined);
}
