import { readComposing, type ComposeItem, type Composing } from './composing.ts';
import type { Deadline } from './deadline.ts';
import { inTurn } from './oneWriter.ts';
import { requestSignature, signatureUrl, type Answer } from './requestSignature.ts';
import { parseSettings } from './settings.ts';
import { cacheKey, keepKnown, readKnown, type KnownSignature } from './signatureCache.ts';
import { openInserter, readSurroundings, type SignatureInserter } from './signatureInserter.ts';
import { acquireSilentToken } from './silentToken.ts';

const unavailable: Answer = { kind: 'unavailable' };

async function askServer(composing: Composing, known: KnownSignature | null): Promise<Answer> {
  const settings = parseSettings();
  if (!settings) return unavailable;
  const token = await acquireSilentToken(settings);
  return requestSignature({ url: signatureUrl(settings, composing), token, etag: known?.etag ?? null });
}

/** Whatever comes is kept for the next mail, also when this one could not wait for it. */
async function askAndKeep({ composing, known }: Start): Promise<Answer> {
  const answer = await askServer(composing, known).catch(() => unavailable);
  if (answer.kind === 'fresh') await keepKnown(cacheKey(composing), answer.signature);
  if (answer.kind === 'gone') await keepKnown(cacheKey(composing), null);
  return answer;
}

/** What belongs in the mail once the server has, or has not, answered. */
function choose(answer: Answer, known: KnownSignature | null): KnownSignature | null {
  if (answer.kind === 'fresh') return answer.signature;
  return answer.kind === 'gone' ? null : known;
}

interface Start {
  readonly composing: Composing;
  readonly known: KnownSignature | null;
  readonly inserter: SignatureInserter;
}

/** Puts the last good signature in at once, where a better one could still replace it. */
async function begin(item: ComposeItem, deadline: Deadline, isLate: () => boolean): Promise<Start> {
  const [composing, around] = await Promise.all([readComposing(item), readSurroundings(item)]);
  const known = await readKnown(cacheKey(composing));
  const inserter = openInserter(item, composing, deadline.isOver);
  const isFilled = known !== null && composing.isReplaceable && (await inserter.insert(known, { ...around, isLate }));
  // What cannot be replaced waits for the answer; the last good one is at hand should none come.
  if (isFilled || (known !== null && !composing.isReplaceable)) deadline.shorten();
  return { composing, known, inserter };
}

/**
 * Puts the last good signature in at once, then asks whether it is still right and replaces it only when its content
 * differs. All looking and writing is done in turn with other events, the waiting is not.
 */
export async function applySignature(item: ComposeItem, deadline: Deadline): Promise<void> {
  const start = await inTurn<Start | null>((isLate) => begin(item, deadline, isLate), null);
  if (!start) return;
  const { known, inserter } = start;
  const answer = await Promise.race([askAndKeep(start), deadline.patienceEnds.then(() => unavailable)]);
  const chosen = choose(answer, known);
  await inTurn(async (isLate) => {
    if (!chosen && answer.kind !== 'gone') return;
    const [around, isStillSender] = await Promise.all([readSurroundings(item), inserter.isStillSender()]);
    if (!isStillSender) return;
    if (chosen) await inserter.insert(chosen, { ...around, isLate });
    else await inserter.clear({ ...around, isLate });
  }, undefined);
}
