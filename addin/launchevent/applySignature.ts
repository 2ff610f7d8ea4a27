import type { Budget } from './budget.ts';
import { readComposing, type ComposeItem, type Composing } from './composing.ts';
import { requestSignature, signatureUrl, type Answer } from './requestSignature.ts';
import { parseSettings } from './settings.ts';
import { cacheKey, keepKnown, readKnown, type KnownSignature } from './signatureCache.ts';
import { openInserter } from './signatureInserter.ts';
import { acquireSilentToken } from './silentToken.ts';

async function askServer(composing: Composing, known: KnownSignature | null): Promise<Answer> {
  const settings = parseSettings();
  if (!settings) return { kind: 'unavailable' };
  const token = await acquireSilentToken(settings);
  return requestSignature({ url: signatureUrl(settings, composing), token, etag: known?.etag ?? null });
}

/** What belongs in the mail once the server has, or has not, answered. */
function choose(answer: Answer, known: KnownSignature | null): KnownSignature | null {
  if (answer.kind === 'fresh') return answer.signature;
  return answer.kind === 'gone' ? null : known;
}

/**
 * Puts the last good signature in at once, then asks whether it is still right and replaces it only when its content
 * differs. Text put on top of an appointment cannot be replaced, so there it waits for the answer.
 */
export async function applySignature(item: ComposeItem, budget: Budget): Promise<void> {
  const composing = await readComposing(item);
  const key = cacheKey(composing);
  const known = await readKnown(key);
  const inserter = openInserter(item, composing, budget.isOver);
  if (known && composing.placement === 'signature') await inserter.insert(known);

  const answer = await budget.network<Answer>(() => askServer(composing, known), { kind: 'unavailable' });
  const chosen = choose(answer, known);
  if (chosen) await inserter.insert(chosen);
  if (answer.kind === 'gone') await inserter.clear();
  if (answer.kind === 'gone' || answer.kind === 'fresh') await keepKnown(key, chosen);
}
