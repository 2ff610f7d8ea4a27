import type { Key } from '../collection.ts';
import { compareKeys } from '../keys/compareKeys.ts';
import type { PagePosition } from './pageCursor.ts';
import { prefixEnd } from '../keys/prefixEnd.ts';
import type { ResolvedQuery } from './resolveQuery.ts';

/**
 * A stretch of an index that one simple statement reads in order. A page is the segments one after the other until it
 * is full: so every statement is equalities and one range, which each engine answers by a single walk.
 */
export type PageSegment =
  /** Every key, absent ones included. */
  | { readonly kind: 'all' }
  /** Documents with this sort key (null: without one), beyond an id where given. */
  | { readonly kind: 'equal'; readonly value: Key | null; readonly beyondId: string | null }
  /** Present keys only. `above` is left out itself, `from` is not. */
  | { readonly kind: 'range'; readonly above: Key | null; readonly from: Key | null; readonly below: Key | null };

/** The segments still to be read, in reading order. `position` is where the page before ended. */
export const pageSegments = (
  query: ResolvedQuery,
  descending: boolean,
  position: PagePosition | null,
): readonly PageSegment[] => {
  if (query.limit.kind === 'in') return valueSegments(query.limit.values, descending, position);
  const bounds = prefixBounds(query);
  if (query.sort === 'id') return [idSegment(bounds, descending, position)];
  if (position === null) return [bounds === null ? { kind: 'all' } : { kind: 'range', above: null, ...bounds }];
  const rest = descending ? restDescending(bounds, position) : restAscending(bounds, position);
  return [{ kind: 'equal', value: position.key, beyondId: position.id }, ...rest];
};

interface Bounds {
  readonly from: Key | null;
  readonly below: Key | null;
}

const prefixBounds = ({ limit }: ResolvedQuery): Bounds | null =>
  limit.kind === 'prefix' ? { from: limit.prefix, below: prefixEnd(limit.prefix) } : null;

const idSegment = (bounds: Bounds | null, descending: boolean, position: PagePosition | null): PageSegment => {
  if (bounds === null && position === null) return { kind: 'all' };
  const { from, below } = bounds ?? { from: null, below: null };
  if (position === null) return { kind: 'range', above: null, from, below };
  return descending
    ? { kind: 'range', above: null, from, below: position.id }
    : { kind: 'range', above: position.id, from: null, below };
};

const restAscending = (bounds: Bounds | null, { key }: PagePosition): readonly PageSegment[] => [
  { kind: 'range', above: key, from: null, below: bounds?.below ?? null },
];

/** Downwards, absent keys come last; below them there is nothing. */
const restDescending = (bounds: Bounds | null, { key }: PagePosition): readonly PageSegment[] => {
  if (key === null) return [];
  const range: PageSegment = { kind: 'range', above: null, from: bounds?.from ?? null, below: key };
  return bounds === null ? [range, { kind: 'equal', value: null, beyondId: null }] : [range];
};

const valueSegments = (
  values: readonly Key[],
  descending: boolean,
  position: PagePosition | null,
): readonly PageSegment[] => {
  const direction = descending ? -1 : 1;
  const ordered = [...values].sort((left, right) => compareKeys(left, right) * direction);
  return ordered
    .filter((value) => position === null || compareKeys(value, position.key) * direction >= 0)
    .map((value) => ({ kind: 'equal', value, beyondId: value === position?.key ? position.id : null }));
};
