import type { Deadline } from './deadline.ts';
import type { ComposeItem } from './mail/composeItem.ts';
import { ownAddress, readComposing, type Composing } from './mail/composing.ts';
import { isOurs, isSameMark, isUntouched, readMark, writeMark, type Mark } from './mail/mark.ts';
import { inTurn } from './mail/oneWriter.ts';
import { readRecipients } from './mail/recipients.ts';
import {
  isNone,
  openInserter,
  readSurroundings,
  type SignatureInserter,
  type Surroundings,
} from './mail/signatureInserter.ts';
import { ask, askAndKeep, domainsTold, type SignatureSource } from './server/askAndKeep.ts';
import { UNAVAILABLE, type Answer } from './server/requestSignature.ts';
import { isConfirmedWithin, readDomains, readKnown, type KnownSignature } from './server/signatureCache.ts';

/** Why a signature is put in: the mail was opened, its sender or recipients changed, or the person asked. */
export type Occasion = 'opened' | 'sender' | 'recipients' | 'byHand';

export interface Order {
  readonly occasion: Occasion;
  readonly deadline: Deadline;
  /** Null: the file was not served by our server, and nobody can be asked. */
  readonly source: SignatureSource | null;
}

/** Whether a signature of ours is in the mail, none is meant for it, or one could not be put in. */
type Result = 'in' | 'none' | 'out';

export interface Outcome {
  readonly result: Result;
  readonly answer: Answer;
}

interface Start {
  readonly composing: Composing;
  /** The tenant's own, where a rule asks about recipients. */
  readonly domains: readonly string[] | null;
  readonly known: KnownSignature | null;
  readonly inserter: SignatureInserter;
  /** What this event has left in the mail: once another has written, the mail is that one's. */
  readonly left: Mark | null;
  /** Before the server has answered. */
  readonly result: Result;
}

/** What the server says, and about which mail: that recipients matter may be part of the first answer. */
interface Answered {
  readonly composing: Composing;
  readonly answer: Answer;
}

interface Ending {
  readonly start: Start;
  readonly answered: Answered;
  readonly isLate: () => boolean;
}

const A_DAY_MS = 24 * 60 * 60 * 1000;

/** Asks once more where the first answer says that it depends on recipients and nobody had looked at them. */
async function askAbout(item: ComposeItem, { composing, domains, known }: Start, order: Order): Promise<Answered> {
  const { source } = order;
  if (!source) return { composing, answer: UNAVAILABLE };
  const answer = await askAndKeep(source, composing, known);
  const told = domainsTold(answer, known);
  if (!told || domains !== null) return { composing, answer };
  const recipients = await readRecipients(item, told);
  if (recipients === null) return { composing, answer };
  const addressed = { ...composing, recipients };
  return { composing: addressed, answer: await askAndKeep(source, addressed, null) };
}

/** For a mail that took no images: kept by nobody, since the next one may take them. */
async function askHosted({ source }: Order, composing: Composing): Promise<Answered> {
  const hosted = { ...composing, images: 'hosted' as const };
  return { composing: hosted, answer: source ? await ask(source, hosted, null) : UNAVAILABLE };
}

/** What belongs in the mail once the server has, or has not, answered. */
function choose(answer: Answer, known: KnownSignature | null): KnownSignature | null {
  if (answer.kind === 'fresh') return answer.signature;
  return answer.kind === 'gone' ? null : known;
}

/** The last good signature, if this mail can take it: one with images to attach may be from before that was so. */
async function readFitting(composing: Composing): Promise<KnownSignature | null> {
  const known = await readKnown(composing);
  return composing.images === 'hosted' && known?.parts?.length ? null : known;
}

interface Look {
  readonly composing: Composing;
  readonly domains: readonly string[] | null;
  readonly around: Surroundings;
}

/**
 * Classic Outlook raises events for mails that are not new as well: drafts in the preview, items on their way out
 * (office-js #4472, #4301). Where an event has dealt with a mail, only a change is a reason to write again.
 */
async function mayWrite(
  item: ComposeItem,
  occasion: Occasion,
  { composing, around: { mark } }: Look,
): Promise<boolean> {
  if (occasion === 'byHand') return true;
  const isSameSender = mark !== null && mark.from === composing.from;
  if (occasion !== 'recipients') return !isSameSender;
  if (!isSameSender || mark.recipients === 'chosen') return false;
  if (mark.recipients === composing.recipients || !composing.isReplaceable) return false;
  return mark.hash === '' || isUntouched(item);
}

async function look(item: ComposeItem): Promise<Look> {
  const domains = await readDomains(ownAddress());
  const [composing, around] = await Promise.all([readComposing(item, domains), readSurroundings(item)]);
  return { composing, domains, around };
}

type Filling = Pick<Start, 'composing' | 'known' | 'inserter'> & {
  readonly turn: Parameters<SignatureInserter['insert']>[1];
};

/** The last good signature at once, where a better one can still take its place. Whether something of ours is in. */
async function fill({ composing, known, inserter, turn }: Filling, deadline: Deadline): Promise<boolean> {
  const isFilled = known !== null && composing.isReplaceable && (await inserter.insert(known, turn));
  // What cannot be replaced waits for the answer; the last good one is at hand should none come.
  const isAtHand = known !== null && !isNone(known) && !composing.isReplaceable;
  if (isFilled || isAtHand) deadline.shorten();
  return isFilled;
}

/** Ours was put in for another sender. */
const isOfAnother = (mark: Mark | null, { from }: Composing): mark is Mark => isOurs(mark) && mark.from !== from;

/**
 * Says for whom the answer is waited for: whoever goes back to the sender before would find a mail that is dealt with. What was
 * chosen by hand was chosen for that one.
 */
async function leaveMark(
  item: ComposeItem,
  { composing, around: { mark } }: Look,
  isLate: () => boolean,
): Promise<Mark | null> {
  if (!isOfAnother(mark, composing) || isLate()) return mark;
  const { hash, recipients } = mark;
  await writeMark(item, { hash, recipients: recipients === 'chosen' ? null : recipients, from: composing.from });
  return readMark(item);
}

async function begin(item: ComposeItem, order: Order, isLate: () => boolean): Promise<Start | 'dealtWith'> {
  const { occasion, deadline } = order;
  const looked = await look(item);
  if (!(await mayWrite(item, occasion, looked))) return 'dealtWith';
  const { composing, domains, around } = looked;
  const known = await readFitting(composing);
  const isMoved = isOfAnother(around.mark, composing);
  const inserter = openInserter(item, composing, { isOver: deadline.isOver, isByHand: occasion === 'byHand', isMoved });
  const mayChange = domains !== null || Boolean(known?.domains);
  const turn = { ...around, recipients: composing.recipients, mayChange, isLate };
  if (known !== null && (await inserter.recognize(known, turn))) return 'dealtWith';
  const isFilled = await fill({ composing, known, inserter, turn }, deadline);
  const left = isFilled ? await readMark(item) : await leaveMark(item, looked, isLate);
  return { composing, domains, known, inserter, left, result: isFilled ? 'in' : 'out' };
}

/** The person has written into ours since recipients changed. */
async function isTakenOver(item: ComposeItem, occasion: Occasion, mark: Mark | null): Promise<boolean> {
  return occasion === 'recipients' && mark !== null && mark.hash !== '' && !(await isUntouched(item));
}

/** What has become of a mail, or for whom it is by now: the answer was about others. */
type Ended =
  | { readonly result: Result }
  | { readonly readdressed: Pick<Start, 'composing' | 'domains'> }
  /** No event comes for a sender whom Outlook did not tell at first, as a slow one does not. */
  | { readonly isOfUntold: true };

/** A mail as it is when the answer has come, if that is still about it. */
interface Standing {
  readonly around: Surroundings;
  readonly recipients: Composing['recipients'];
  readonly domains: readonly string[] | null;
}

/** As the answer says, or as they were where it says nothing. */
function domainsBy(answer: Answer, { known, domains }: Start): Start['domains'] {
  const told = domainsTold(answer, known);
  return told === undefined ? domains : told;
}

async function lookAgain(
  item: ComposeItem,
  occasion: Occasion,
  { start, answered }: Ending,
): Promise<Ended | Standing> {
  const { result, left } = start;
  const { answer, composing } = answered;
  const domains = domainsBy(answer, start);
  const [around, isStillSender, recipients] = await Promise.all([
    readSurroundings(item),
    start.inserter.isStillSender(),
    domains === null ? composing.recipients : readRecipients(item, domains),
  ]);
  const { mark } = around;
  if (!isStillSender) return composing.isSenderTold ? { result } : { isOfUntold: true };
  if (await isTakenOver(item, occasion, mark)) return { result };
  // Who came later knew more: whoever is addressed may be others by now.
  if (occasion !== 'byHand' && !isSameMark(mark, left)) return { result: mark?.hash ? 'in' : 'none' };
  if (recipients !== composing.recipients) return { readdressed: { composing: { ...composing, recipients }, domains } };
  return { around, recipients, domains };
}

/** Leaves the mail as it is where the answer came too late for it. */
async function end(item: ComposeItem, occasion: Occasion, ending: Ending): Promise<Ended> {
  const { start, answered, isLate } = ending;
  const { inserter, known, result } = start;
  const chosen = choose(answered.answer, known);
  if (!chosen && answered.answer.kind !== 'gone') return { result };
  const standing = await lookAgain(item, occasion, ending);
  if (!('around' in standing)) return standing;
  const { around, recipients, domains } = standing;
  const turn = { ...around, recipients, mayChange: domains !== null, isLate };
  if (chosen && !isNone(chosen)) return { result: (await inserter.insert(chosen, turn)) ? 'in' : 'out' };
  await inserter.clear(turn);
  return { result: 'none' };
}

/** How often recipients may change while the server is asked; an event of its own follows each change. */
const mostChanges = 3;

/** Of what the server says about this mail, until it is about those whom it is for. */
async function settle(item: ComposeItem, order: Order, begun: Start): Promise<Outcome | 'ofUntold'> {
  const finish = (start: Start, answered: Answered): Promise<Ended> =>
    inTurn((isLate) => end(item, order.occasion, { start, answered, isLate }), { result: start.result });
  let start = begun;
  for (let changes = 0; ; changes += 1) {
    const { composing } = start;
    const tooLate = order.deadline.patienceEnds.then(() => ({ composing, answer: UNAVAILABLE }));
    const asking = askAbout(item, start, order);
    // A client that always takes longer than a mail waits would never learn of a newer one.
    if (start.known !== null && !isConfirmedWithin(start.known, A_DAY_MS)) order.deadline.holdFor(asking);
    const answered = await Promise.race([asking, tooLate]);
    const { answer } = answered;
    let ended = await finish(start, answered);
    if (!start.inserter.canShowImages()) ended = await finish(start, await askHosted(order, answered.composing));
    if ('result' in ended) return { result: ended.result, answer };
    if ('isOfUntold' in ended) return 'ofUntold';
    if (changes === mostChanges) return { result: start.result, answer };
    start = { ...start, ...ended.readdressed, known: await readFitting(ended.readdressed.composing) };
  }
}

/**
 * Puts the last good signature in at once, then asks whether it is still right and replaces it only when its content
 * differs. All looking and writing is done in turn with other events, the waiting is not. Once more for a sender who was not told at first.
 */
export async function applySignature(item: ComposeItem, order: Order, isAgain = false): Promise<Outcome> {
  const start = await inTurn<Start | 'dealtWith' | 'tooSlow'>((isLate) => begin(item, order, isLate), 'tooSlow');
  if (typeof start === 'string') return { result: start === 'dealtWith' ? 'in' : 'out', answer: UNAVAILABLE };
  const outcome = await settle(item, order, start);
  if (outcome !== 'ofUntold') return outcome;
  return isAgain ? { result: start.result, answer: UNAVAILABLE } : applySignature(item, order, true);
}
