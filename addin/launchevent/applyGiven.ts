import type { Deadline } from './deadline.ts';
import type { ComposeItem } from './mail/composeItem.ts';
import { ownAddress, readComposing, type Composing } from './mail/composing.ts';
import { isOurs } from './mail/mark.ts';
import { inTurn } from './mail/oneWriter.ts';
import {
  isNone,
  openInserter,
  readSurroundings,
  type GivenSignature,
  type SignatureInserter,
} from './mail/signatureInserter.ts';
import { readDomains } from './server/signatureCache.ts';

/** What a signature is asked for: the mail it goes into. */
export type GivenFor = Pick<Composing, 'composeType' | 'from' | 'images'>;

/** Rejects where there is none to be had. */
export type ReadGiven = (mail: GivenFor) => Promise<GivenSignature>;

interface Giving {
  readonly inserter: SignatureInserter;
  readonly given: GivenSignature;
  /** Recipients could have changed what stands there, and that is remembered for the sender who comes next. */
  readonly mayChange: boolean;
}

const put = (item: ComposeItem, { inserter, given, mayChange }: Giving): Promise<'in' | 'none' | 'refused'> =>
  inTurn(async (isLate) => {
    const turn = { ...(await readSurroundings(item)), recipients: 'chosen' as const, mayChange, isLate };
    if (!isNone(given)) return (await inserter.insert(given, turn)) ? 'in' : 'refused';
    await inserter.clear(turn);
    return 'none';
  }, 'refused');

/**
 * Puts in a signature that the person chose for this mail, in the place of ours that stands there. It comes from no cache and
 * goes into none, which are for what comes by itself, and events leave it alone until From is changed. Rejects with `read`.
 */
export async function applyGiven(
  item: ComposeItem,
  deadline: Deadline,
  read: ReadGiven,
): Promise<'in' | 'none' | 'refused'> {
  const [composing, domains, { mark }] = await Promise.all([
    readComposing(item, null),
    readDomains(ownAddress()),
    readSurroundings(item),
  ]);
  const isMoved = isOurs(mark) && mark.from !== composing.from;
  const inserter = openInserter(item, composing, { isOver: deadline.isOver, isByHand: true, isMoved });
  const mayChange = domains !== null;
  const result = await put(item, { inserter, given: await read(composing), mayChange });
  if (inserter.canShowImages()) return result;
  return put(item, { inserter, given: await read({ ...composing, images: 'hosted' }), mayChange });
}
