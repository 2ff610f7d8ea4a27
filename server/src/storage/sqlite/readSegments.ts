import { pageSegments } from '../pageSegments.ts';
import type { PlacedDocument, Stretch } from '../readInOrder.ts';
import type { MultiCondition, ResolvedQuery } from '../resolveQuery.ts';
import { parseDocument } from './parseDocument.ts';
import { countSegment, countWord, selectSegment, type SegmentRead, type SqlPart } from './selectSql.ts';
import type { Statements } from './statements.ts';

/** A resolved query for one tenant. */
export interface Reading {
  readonly collection: string;
  readonly tenant: string;
  readonly query: ResolvedQuery;
  readonly descending: boolean;
}

/**
 * A word held by at most this many rows is looked up first and its rows are sorted; one held by more is met often
 * enough while walking the index in order. So neither a rare nor a common word makes a search slow.
 */
const fewRows = 2000;

/** The next documents in order after the position, at most `limit`. */
export const readSegments = <T>(
  statements: Statements,
  reading: Reading,
  { position, limit }: Stretch,
): readonly PlacedDocument<T>[] => {
  const found: PlacedDocument<T>[] = [];
  const drive = chooseDrive(statements, reading);
  for (const segment of pageSegments(reading.query, reading.descending, position)) {
    if (found.length === limit) break;
    const { sql, values } = selectSegment({ ...reading, segment, drive }, limit - found.length);
    for (const row of statements.prepare(sql).all(...values)) found.push(placeDocument(reading, row));
  }
  return found;
};

export const countSegments = (statements: Statements, reading: Reading): number => {
  const drive = chooseDrive(statements, reading);
  let matches = 0;
  for (const segment of pageSegments(reading.query, false, null)) {
    matches += readCount(statements, countSegment({ ...reading, segment, drive }));
  }
  return matches;
};

const readCount = (statements: Statements, { sql, values }: SqlPart): number =>
  Number(statements.prepare(sql).get(...values)?.['matches'] ?? 0);

/** The rarest word of the query, if few rows hold it. */
const chooseDrive = (statements: Statements, reading: Reading): MultiCondition | null => {
  const read: SegmentRead = { ...reading, segment: { kind: 'all' }, drive: null };
  let rarest: { readonly word: MultiCondition; readonly rows: number } | null = null;
  for (const word of reading.query.multi) {
    const rows = readCount(statements, countWord(read, word, fewRows + 1));
    if (rows <= fewRows && rows < (rarest?.rows ?? Infinity)) rarest = { word, rows };
  }
  return rarest?.word ?? null;
};

const placeDocument = <T>(reading: Reading, row: Readonly<Record<string, unknown>>): PlacedDocument<T> => {
  const id = String(row['id']);
  const key = row['sort_key'];
  const document = parseDocument<T>(reading.collection, id, String(row['document']));
  return {
    stored: { document, revision: Number(row['revision']) },
    position: {
      key: reading.query.sort !== 'id' && (typeof key === 'string' || typeof key === 'number') ? key : null,
      id,
    },
  };
};
