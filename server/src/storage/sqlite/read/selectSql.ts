import type { SQLInputValue } from 'node:sqlite';
import type { PageSegment } from '../../pages/pageSegments.ts';
import { prefixEnd } from '../../keys/prefixEnd.ts';
import type { MultiCondition, ResolvedQuery } from '../../pages/resolveQuery.ts';
import { hasMark, prefixMark } from '../layout/multiText.ts';
import {
  column,
  indexName,
  multiColumn,
  partialIndexName,
  table,
  tenantColumn,
  uniqueName,
  valueTable,
} from '../layout/tableNames.ts';

/** A piece of SQL with the values of its question marks. */
export interface SqlPart {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** What one statement reads: a segment of a query, for a tenant. */
export interface SegmentRead {
  readonly collection: string;
  readonly tenant: number;
  readonly query: ResolvedQuery;
  readonly segment: PageSegment;
  readonly descending: boolean;
  /** Read only the rows that hold this word, instead of walking the index; for words that few rows hold. */
  readonly drive: MultiCondition | null;
  /** Of the words these are looked up as sets of rows; the others are looked for in each row. */
  readonly sets: readonly MultiCondition[];
}

export const selectSegment = (read: SegmentRead, limit: number): SqlPart => {
  const matched = matchSegment(read);
  const direction = read.descending ? 'DESC' : 'ASC';
  const order = read.query.sort === 'id' || read.segment.kind === 'equal' ? ['id'] : [column(read.query.sort), 'id'];
  return {
    sql:
      `SELECT id, revision, document, ${column(read.query.sort)} AS sort_key ${matched.sql} ` +
      `ORDER BY ${order.map((name) => `${name} ${direction}`).join(', ')} LIMIT ?`,
    values: [...matched.values, limit],
  };
};

export const countSegment = (read: SegmentRead): SqlPart => {
  const matched = matchSegment(read);
  return { sql: `SELECT count(*) AS matches ${matched.sql}`, values: matched.values };
};

/** Rows that hold the word, counted no further than the limit. */
export const countWord = ({ collection, tenant }: SegmentRead, word: MultiCondition, limit: number): SqlPart => {
  const rows = rowsOfWord(collection, tenant, word);
  return { sql: `SELECT count(*) AS matches FROM (${rows.sql} LIMIT ?)`, values: [...rows.values, limit] };
};

/**
 * `INDEXED BY` makes the index part of the statement: it fails rather than walk a whole table. A statement driven by a
 * word must not use an index of the table instead, which the unary plus sees to; one that walks with sets must not be
 * driven by them. The index knows the row, so SQLite holds it against the sets before it reads the document.
 */
const matchSegment = (read: SegmentRead): SqlPart => {
  const { collection, tenant, query, drive, sets } = read;
  const plus = drive === null ? '' : '+';
  const source = drive === null ? `${table(collection)} INDEXED BY ${indexOf(collection, query)}` : table(collection);
  const parts: readonly SqlPart[] = [
    { sql: `${plus}${tenantColumn} = ?`, values: [tenant] },
    ...(drive === null ? [] : [rowIn(rowsOfWord(collection, tenant, drive))]),
    ...query.equals.map(({ key, value }) => ({ sql: `${plus}${column(key)} = ?`, values: [value] })),
    ...segmentParts(read, plus),
    ...query.multi.map((word) => (sets.includes(word) ? inSet(rowsOfWord(collection, tenant, word)) : markPart(word))),
  ];
  return {
    sql: `FROM ${source} WHERE ${parts.map((part) => part.sql).join(' AND ')}`,
    values: parts.flatMap((part) => part.values),
  };
};

const indexOf = (collection: string, { index, unique, partial }: ResolvedQuery): string => {
  if (unique) return uniqueName(collection, index.join(''));
  return partial ? partialIndexName(collection, index) : indexName(collection, index);
};

const rowIn = (rows: SqlPart): SqlPart => ({ sql: `row IN (${rows.sql})`, values: rows.values });

const inSet = (rows: SqlPart): SqlPart => ({ sql: `+row IN (${rows.sql})`, values: rows.values });

const rowsOfWord = (collection: string, tenant: number, { key, kind, value }: MultiCondition): SqlPart => {
  const end = kind === 'prefix' ? prefixEnd(value) : null;
  const compared = kind === 'has' ? 'value = ?' : `value >= ?${end === null ? '' : ' AND value < ?'}`;
  return {
    sql: `SELECT row FROM ${valueTable(collection, key)} WHERE ${tenantColumn} = ? AND ${compared}`,
    values: end === null ? [tenant, value] : [tenant, value, end],
  };
};

const segmentParts = ({ query, segment, descending }: SegmentRead, plus: string): readonly SqlPart[] => {
  const key = `${plus}${column(query.sort)}`;
  if (segment.kind === 'all') return [];
  if (segment.kind === 'range') return rangeParts(key, segment);
  const same = segment.value === null ? { sql: `${key} IS NULL`, values: [] } : part(`${key} = ?`, segment.value);
  return segment.beyondId === null ? [same] : [same, part(`${plus}id ${descending ? '<' : '>'} ?`, segment.beyondId)];
};

const rangeParts = (key: string, range: Extract<PageSegment, { kind: 'range' }>): readonly SqlPart[] => {
  const parts = [
    ...(range.above === null ? [] : [part(`${key} > ?`, range.above)]),
    ...(range.from === null ? [] : [part(`${key} >= ?`, range.from)]),
    ...(range.below === null ? [] : [part(`${key} < ?`, range.below)]),
  ];
  return parts.length > 0 ? parts : [{ sql: `${key} IS NOT NULL`, values: [] }];
};

const part = (sql: string, value: SQLInputValue): SqlPart => ({ sql, values: [value] });

const markPart = ({ key, kind, value }: MultiCondition): SqlPart =>
  part(`instr(${multiColumn(key)}, ?) > 0`, kind === 'has' ? hasMark(value) : prefixMark(value));
