import type { Outcome } from '../applySignature.ts';
import type { ComposeItem } from '../mail/composeItem.ts';
import { isAppointmentItem, isPhone, ownAddress } from '../mail/composing.ts';
import { tellOffice } from '../mail/callOffice.ts';
import { inTurn } from '../mail/oneWriter.ts';
import type { Answer, Refusal } from '../server/requestSignature.ts';
import { keepTold, readTold } from '../server/signatureCache.ts';
import { noticeTexts } from '../../i18n/noticeTexts.ts';

const KEY = 'undersign';
const ICON = 'Icon.16';
const ONE_DAY_MS = 24 * 60 * 60 * 1000;

/** What the pane is opened with; it starts with that task. */
export const SIGN_IN_TASK = 'signIn';

type Message = Office.NotificationMessageDetails;

/** Whether Outlook took it. */
const show = (item: ComposeItem, message: Message): Promise<boolean> =>
  tellOffice((done) => item.notificationMessages.replaceAsync(KEY, message, done)).then(
    () => true,
    () => false,
  );

const informational = (message: string): Message => ({
  type: 'informationalMessage',
  message,
  icon: ICON,
  persistent: false,
});

/** The buttons that open the pane are called so in the XML manifest and in the unified one; nothing tells which we have. */
function paneButtons(item: ComposeItem): readonly string[] {
  const surface = isAppointmentItem(item) ? 'appointment' : 'compose';
  return [`v11.${surface}.open`, `${surface}.open`];
}

/** With the way to the pane where the client has one: phones show words only. */
async function showWithSignIn(item: ComposeItem, message: string): Promise<boolean> {
  for (const commandId of isPhone() ? [] : paneButtons(item)) {
    const action = {
      actionType: 'showTaskPane',
      actionText: noticeTexts().action,
      commandId,
      // As text, because older clients take nothing else.
      contextData: JSON.stringify({ task: SIGN_IN_TASK }),
    };
    if (await show(item, { type: 'insightMessage', message, icon: ICON, actions: [action] })) return true;
  }
  return show(item, informational(message));
}

/** Takes our notice away once it no longer holds. */
async function takeBack(item: ComposeItem): Promise<void> {
  if ((await readTold(ownAddress())) === null) return;
  await Promise.all([
    keepTold(ownAddress(), null),
    tellOffice((done) => item.notificationMessages.removeAsync(KEY, done)).catch(() => undefined),
  ]);
}

const wordsFor = (refusal: Refusal): string => noticeTexts()[refusal === 'window' ? 'signIn' : refusal];

const isGood = ({ kind }: Answer): boolean => kind === 'fresh' || kind === 'unchanged';

/**
 * Says in the mail that only the person can help, at most once a day and mailbox. Everything else is silence: a person
 * who writes a mail can do nothing about a server that is down, and nothing is wrong where no signature is meant for them.
 */
async function tell(item: ComposeItem, { result, answer }: Outcome): Promise<void> {
  if (isGood(answer)) return takeBack(item);
  if (answer.kind !== 'refused' || (result === 'in' && answer.refusal === 'window')) return;
  const told = await readTold(ownAddress());
  if (told !== null && Math.abs(Date.now() - told) < ONE_DAY_MS) return;
  if (await showWithSignIn(item, wordsFor(answer.refusal))) await keepTold(ownAddress(), Date.now());
}

/** In turn, or two events at once would both find that nobody has said it yet. */
export const tellAfterEvent = (item: ComposeItem, outcome: Outcome): Promise<void> =>
  inTurn(() => tell(item, outcome), undefined);

/** Whoever asked by hand is told each time why nothing came. */
export async function tellByHand(item: ComposeItem, { result, answer }: Outcome): Promise<void> {
  const { byHand } = noticeTexts();
  if (result === 'in') return isGood(answer) ? takeBack(item) : undefined;
  if (answer.kind === 'refused') await showWithSignIn(item, wordsFor(answer.refusal));
  else if (result === 'none') await show(item, informational(byHand.none));
  else await show(item, informational(isGood(answer) ? byHand.refused : byHand.unavailable));
}
