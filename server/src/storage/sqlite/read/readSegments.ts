import { pageSegments } from '../../pages/pageSegments.ts';
import type { PlacedDocument, Stretch } from '../../pages/readInOrder.ts';
import type { ResolvedQuery } from '../../pages/resolveQuery.ts';
import { parseDocument, type TextForm } from './parseDocument.ts';
import { countSegment, countWord, selectSegment, type SegmentRead, type SqlPart } from './selectSql.ts';
import type { Statements } from '../statements.ts';

/** A resolved query for one tenant. */
export interface Reading {
  readonly collection: string;
  readonly tenant: number;
  readonly query: ResolvedQuery;
  readonly descending: boolean;
}

/**
 * A word held by at most so many rows is looked up first and its rows are sorted. One held by more, up to so many, is
 * looked up as a set of rows, which the walk along the index is held against before it reads a document: those who hold it
 * may all stand at its end. One held by still more is met soon wherever one begins, so each document is looked at.
 */
const fewRows = 2000;
const manyRows = 30_000;

/** The next documents in order after the position, at most `limit`. */
export const readSegments = <T>(
  statements: Statements,
  reading: Reading & { readonly form: TextForm<T> },
  { position, limit }: Stretch,
): readonly PlacedDocument<T>[] => {
  const found: PlacedDocument<T>[] = [];
  const words = chooseWords(statements, reading, manyRows);
  for (const segment of pageSegments(reading.query, reading.descending, position)) {
    if (found.length === limit) break;
    const { sql, values } = selectSegment({ ...reading, segment, ...words }, limit - found.length);
    for (const row of statements.prepare(sql).all(...values)) found.push(placeDocument(reading, row));
  }
  return found;
};

export const countSegments = (statements: Statements, reading: Reading): number => {
  // All have to be looked at, so a set is the less work however many it holds.
  const words = chooseWords(statements, reading, Infinity);
  let matches = 0;
  for (const segment of pageSegments(reading.query, false, null)) {
    matches += readCount(statements, countSegment({ ...reading, segment, ...words }));
  }
  return matches;
};

const readCount = (statements: Statements, { sql, values }: SqlPart): number =>
  Number(statements.prepare(sql).get(...values)?.['matches'] ?? 0);

/** How each word of the query is looked for. */
const chooseWords = (
  statements: Statements,
  reading: Reading,
  mostInSet: number,
): Pick<SegmentRead, 'drive' | 'sets'> => {
  const { multi } = reading.query;
  if (multi.length === 0) return { drive: null, sets: [] };
  const read: SegmentRead = { ...reading, segment: { kind: 'all' }, drive: null, sets: [] };
  const counted = multi
    .map((word) => ({ word, rows: readCount(statements, countWord(read, word, manyRows + 1)) }))
    .sort((left, right) => left.rows - right.rows);
  const [rarest] = counted;
  if (rarest !== undefined && rarest.rows <= fewRows) return { drive: rarest.word, sets: [] };
  return { drive: null, sets: counted.filter(({ rows }) => rows <= mostInSet).map(({ word }) => word) };
};

const placeDocument = <T>(
  reading: Reading & { readonly form: TextForm<T> },
  row: Readonly<Record<string, unknown>>,
): PlacedDocument<T> => {
  const id = String(row['id']);
  const key = row['sort_key'];
  const document = parseDocument<T>(reading.form, id, String(row['document']));
  return {
    stored: { document, revision: Number(row['revision']) },
    position: {
      key: reading.query.sort !== 'id' && (typeof key === 'string' || typeof key === 'number') ? key : null,
      id,
    },
  };
};
