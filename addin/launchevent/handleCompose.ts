import { applySignature } from './applySignature.ts';
import { openBudget, settleWithin, WHOLE_MS } from './budget.ts';

/**
 * Answers one event: tells Outlook it is done exactly once, within `WHOLE_MS`, whatever happened. No failure is shown;
 * a person who writes a mail cannot do anything about ours.
 */
export function handleCompose(event: Pick<Office.MailboxEvent, 'completed'>): void {
  const budget = openBudget();
  const work = async (): Promise<void> => {
    const item = Office.context.mailbox.item;
    if (item) await applySignature(item, budget);
  };
  settleWithin(WHOLE_MS, work(), undefined)
    .then(() => {
      budget.end();
      event.completed();
    })
    .catch(() => undefined);
}
