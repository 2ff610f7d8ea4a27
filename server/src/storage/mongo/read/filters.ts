import type { Key } from '../../collection.ts';
import type { PageSegment } from '../../pages/pageSegments.ts';
import type { MultiCondition, ResolvedQuery } from '../../pages/resolveQuery.ts';
import { idIndex, multiIndex, orderIndex, partialIndex, uniqueIndex } from '../schemas/indexNames.ts';
import { documentId, tenantIds } from '../layout.ts';

/** A filter as MongoDB takes it. Every one names the tenant, which is also the beginning of the shard key. */
export type Filter = Readonly<Record<string, unknown>> & { readonly _tenant: string };

/** One statement: equalities and one range, answered in order by one index. */
export interface MongoRead {
  readonly filter: Filter;
  readonly sort: Readonly<Record<string, 1 | -1>>;
  readonly hint: string;
}

/** A resolved query for one tenant. */
export interface Reading {
  readonly tenant: string;
  readonly query: ResolvedQuery;
  readonly descending: boolean;
  /** Look at those that hold this word and sort them, instead of walking the index; for words that few hold. */
  readonly drive: MultiCondition | null;
}

/** How the sort key is limited in one statement. MongoDB compares within a type, so no range crosses types. */
type Limit =
  | { readonly kind: 'none' }
  | { readonly kind: 'in'; readonly values: readonly Key[] }
  | { readonly kind: 'equal'; readonly value: Key | null; readonly beyondId: string | null }
  | { readonly kind: 'range'; readonly compared: Readonly<Record<string, Key>> };

/** Values per statement: an index is entered once for each. */
const valuesPerStatement = 1000;

/** The statements that read the segments one after the other. */
export const readsOf = (reading: Reading, segments: readonly PageSegment[]): readonly MongoRead[] =>
  limitsOf(segments, reading).map((limit) => ({
    filter: filterOf(reading, limit),
    sort: sortOf(reading),
    hint: hintOf(reading),
  }));

/** Those that hold the word, in no order. */
export const readOfWord = (tenant: string, word: MultiCondition): Pick<MongoRead, 'filter' | 'hint'> => ({
  filter: { _tenant: tenant, [`_multi.${word.key}`]: wordMatch(word) },
  hint: multiIndex(word.key),
});

const limitsOf = (segments: readonly PageSegment[], reading: Reading): readonly Limit[] => {
  const limits: Limit[] = [];
  for (const segment of segments) {
    const last = limits.at(-1);
    const value = wholeValueOf(segment);
    if (value === null) limits.push(...limitsOfSegment(segment, reading));
    else if (last?.kind !== 'in' || last.values.length === valuesPerStatement)
      limits.push({ kind: 'in', values: [value] });
    else limits[limits.length - 1] = { kind: 'in', values: [...last.values, value] };
  }
  return limits;
};

/** Segments that are one present value each are read together, in order, because an index walks through a list. */
const wholeValueOf = (segment: PageSegment): Key | null =>
  segment.kind === 'equal' && segment.beyondId === null ? segment.value : null;

const limitsOfSegment = (segment: PageSegment, { query, tenant, descending }: Reading): readonly Limit[] => {
  if (segment.kind === 'all') return [{ kind: 'none' }];
  if (segment.kind === 'equal') {
    const beyondId = segment.beyondId === null ? null : documentId(tenant, segment.beyondId);
    return [{ kind: 'equal', value: segment.value, beyondId }];
  }
  if (query.sort === 'id') return [{ kind: 'range', compared: idRange(tenant, segment) }];
  const ranges = [numberRange(segment), textRange(segment)].filter((compared) => compared !== null);
  const inOrder = descending ? ranges.toReversed() : ranges;
  return inOrder.map((compared) => ({ kind: 'range', compared }));
};

type RangeSegment = Extract<PageSegment, { kind: 'range' }>;
type Compared = Readonly<Record<string, Key>>;

const idRange = (tenant: string, { above, from, below }: RangeSegment): Compared => {
  const all = tenantIds(tenant);
  const id = (key: Key): string => documentId(tenant, String(key));
  return {
    ...(above === null ? { $gte: from === null ? all.$gte : id(from) } : { $gt: id(above) }),
    $lt: below === null ? all.$lt : id(below),
  };
};

/** Numbers come before texts: with a text as its lower end a range has none, with one as its upper end it has all. */
const numberRange = ({ above, from, below }: RangeSegment): Compared | null => {
  if (typeof above === 'string' || typeof from === 'string') return null;
  return {
    ...lowerEnd(above, from, -Number.MAX_VALUE),
    ...(typeof below === 'number' ? { $lt: below } : {}),
  };
};

const textRange = ({ above, from, below }: RangeSegment): Compared | null => {
  if (typeof below === 'number') return null;
  const textOf = (key: Key | null): string | null => (typeof key === 'string' ? key : null);
  return { ...lowerEnd(textOf(above), textOf(from), ''), ...(below === null ? {} : { $lt: below }) };
};

const lowerEnd = (above: Key | null, from: Key | null, lowest: Key): Compared =>
  above === null ? { $gte: from ?? lowest } : { $gt: above };

const filterOf = (reading: Reading, limit: Limit): Filter => {
  const { tenant, query } = reading;
  return {
    _tenant: tenant,
    ...Object.fromEntries(
      query.equals.map(({ key, value }) => [`${query.unique ? '_unique' : '_keys'}.${key}`, value]),
    ),
    ...limitFilter(reading, limit),
    ...(isPresent(reading, limit) ? {} : { _revision: { $gt: 0 } }),
    ...(query.multi.length === 0
      ? {}
      : { $and: query.multi.map((word) => ({ [`_multi.${word.key}`]: wordMatch(word) })) }),
  };
};

/** Reservations have no keys, so a condition on a key leaves them out already, and a count need not fetch documents. */
const isPresent = ({ query }: Reading, limit: Limit): boolean =>
  query.equals.length > 0 ||
  query.multi.length > 0 ||
  (query.sort !== 'id' && limit.kind !== 'none' && !(limit.kind === 'equal' && limit.value === null));

const limitFilter = ({ tenant, query, descending }: Reading, limit: Limit): Readonly<Record<string, unknown>> => {
  const field = query.sort === 'id' ? '_id' : `_keys.${query.sort}`;
  switch (limit.kind) {
    case 'none':
      return query.index.length === 0 ? { _id: tenantIds(tenant) } : {};
    case 'in':
      return { [field]: limit.values.length === 1 ? limit.values[0] : { $in: limit.values } };
    case 'equal':
      return {
        [field]: limit.value,
        ...(limit.beyondId === null ? {} : { _id: { [descending ? '$lt' : '$gt']: limit.beyondId } }),
      };
    case 'range':
      return { [field]: limit.compared };
  }
};

/**
 * One of the values begins so. A range would ask two questions of a list, which two values can answer between them; a
 * pattern that begins with ^ is walked along the index just the same.
 */
const wordMatch = ({ kind, value }: MultiCondition): unknown =>
  kind === 'has' ? value : { $regex: `^${literal(value)}` };

/** A pattern is sent as a text that ends at the first NUL. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/#-]/g, '\\$&').replaceAll('\0', '\\x00');

const sortOf = ({ query, descending }: Reading): Readonly<Record<string, 1 | -1>> => {
  // One document at most.
  if (query.unique) return {};
  const direction = descending ? -1 : 1;
  return query.sort === 'id' ? { _id: direction } : { [`_keys.${query.sort}`]: direction, _id: direction };
};

const hintOf = ({ query, drive }: Reading): string => {
  if (drive !== null) return multiIndex(drive.key);
  if (query.unique) return uniqueIndex(query.index.join(''));
  if (query.partial) return partialIndex(query.index);
  return query.index.length === 0 ? idIndex : orderIndex(query.index);
};
