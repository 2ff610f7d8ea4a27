import type { ActivityBucket } from '../../../server/src/contract/sync/sync.ts';

/** What changes are grouped into: more colours than this nobody can tell apart. */
export const changeKinds = ['arrived', 'updated', 'left'] as const;
export type ChangeKind = (typeof changeKinds)[number];

type Counts = Pick<ActivityBucket, ChangeKind>;

export const changesOf = (counts: Counts): number => changeKinds.reduce((sum, kind) => sum + counts[kind], 0);

export interface BarPart {
  readonly kind: ChangeKind;
  /** From the foot of the bar. */
  readonly from: number;
  readonly height: number;
}

/** What happened at all can be seen, however high its neighbour is. */
const least = 3;

/**
 * A bar in parts. Its height grows with the square root of the number: beside a first import of thousands an ordinary day
 * would be a flat line otherwise. Within a bar the parts share its height as they share its number.
 */
export function barParts(counts: Counts, most: number, height: number): readonly BarPart[] {
  const all = changesOf(counts);
  if (all === 0 || most === 0) return [];
  const present = changeKinds.filter((kind) => counts[kind] > 0);
  const room = Math.max(Math.sqrt(all / most) * height, present.length * least);
  const spare = room - present.length * least;
  let from = 0;
  return present.map((kind) => {
    const part = { kind, from, height: least + (counts[kind] / all) * spare };
    from += part.height;
    return part;
  });
}

/** The slot of a row of equal ones that a pointer is over. */
export function pointedIndex(offset: number, width: number, slots: number): number | null {
  if (width <= 0 || slots === 0) return null;
  return Math.min(slots - 1, Math.max(0, Math.floor((offset / width) * slots)));
}
