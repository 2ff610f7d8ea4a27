import type { Composing } from '../mail/composing.ts';
import { refusalOf } from './refusalOf.ts';
import { requestSignature, signatureUrl, UNAVAILABLE, type Answer } from './requestSignature.ts';
import { sayClient } from './sayClient.ts';
import { etagOf, isConfirmedWithin, keepDomains, keepKnown, readTold, type KnownSignature } from './signatureCache.ts';

/** Where signatures come from. `getToken` rejects where nobody may be asked for one. */
export interface SignatureSource {
  readonly origin: string;
  readonly getToken: () => Promise<string>;
}

/** As much as has to be known to ask, and to keep the answer. */
type About = Pick<Composing, 'account' | 'from' | 'composeType' | 'recipients' | 'images'>;

/** What the server says, or why it could not be asked. Never rejects. */
export async function ask(source: SignatureSource, composing: About, etag: string | null): Promise<Answer> {
  let token: string;
  try {
    token = await source.getToken();
  } catch (cause) {
    const refusal = refusalOf(cause);
    return refusal ? { kind: 'refused', refusal } : UNAVAILABLE;
  }
  // Kept until the first good answer, which is the one that comes to this.
  const problem = (await readTold(composing.account)) === null ? null : 'told-to-sign-in';
  const asker = { origin: source.origin, client: sayClient(), problem };
  return requestSignature({ url: signatureUrl(asker, composing), token, etag }).catch(() => UNAVAILABLE);
}

const AN_HOUR_MS = 60 * 60 * 1000;

/**
 * The tenant's own domains, null where no rule asks: as the server says, or said when it gave what is still right. Undefined
 * where it says nothing.
 */
export function domainsTold(answer: Answer, known: KnownSignature | null): KnownSignature['domains'] {
  if (answer.kind === 'fresh') return answer.signature.domains;
  return answer.kind === 'unchanged' ? known?.domains : undefined;
}

/** Whatever comes is kept for the next mail, also when this one could not wait for it. */
export async function askAndKeep(
  source: SignatureSource,
  composing: About,
  known: KnownSignature | null,
): Promise<Answer> {
  const answer = await ask(source, composing, etagOf(known));
  const confirm = (signature: KnownSignature): Promise<void> =>
    keepKnown(composing, { ...signature, confirmedAt: Date.now() });
  const domains = domainsTold(answer, known);
  const keeping = domains === undefined ? null : keepDomains(composing.account, domains);
  if (answer.kind === 'fresh') await confirm(answer.signature);
  if (answer.kind === 'unchanged' && known !== null && !isConfirmedWithin(known, AN_HOUR_MS)) await confirm(known);
  if (answer.kind === 'gone') await keepKnown(composing, null);
  await keeping;
  return answer;
}
