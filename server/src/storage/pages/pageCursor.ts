import { createHash } from 'node:crypto';
import { StorageError } from '../../domain/errors.ts';
import type { Key } from '../collection.ts';

/** Where a page ended: the sort key and the id of its last document. */
export interface PagePosition {
  /** null when the key is absent, and when the order is that of ids alone. */
  readonly key: Key | null;
  readonly id: string;
}

/** The order the position belongs to, so that a cursor of another query is refused instead of skipping documents. */
export interface PageOrder {
  readonly sort: string;
  readonly descending: boolean;
}

/** A position as its cursor tells it. A long text is not told whole, or no address would hold the cursor. */
export interface ToldPosition extends PagePosition {
  /** By which the whole key is known, where `key` is only how it begins; null: `key` is the whole key. */
  readonly mark: string | null;
}

export const encodeCursor = ({ sort, descending }: PageOrder, { key, id }: PagePosition): string => {
  const told = typeof key === 'string' ? beginningOf(key) : key;
  const parts = [sort, descending, told, id, ...(typeof key === 'string' && told !== key ? [markOf(key)] : [])];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
};

/** Throws StorageError `bad-cursor` on anything that `encodeCursor` did not make for this order. */
export const decodeCursor = (order: PageOrder, cursor: string): ToldPosition => {
  const [sort, descending, key, id, mark = null] = parse(cursor);
  const isPosition = isKey(key) && typeof id === 'string' && (mark === null || typeof mark === 'string');
  if (sort !== order.sort || descending !== order.descending || !isPosition) throw badCursor();
  return { key, id, mark };
};

export const markOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);

/** So many code points of a key are told: of whatever script, a cursor stays below the 2,000 signs the API takes. */
const mostTold = 200;

/** None of them takes more than two units, so what is left out first is never half of one that is told. */
const beginningOf = (key: string): string =>
  key.length <= mostTold ? key : [...key.slice(0, 2 * mostTold)].slice(0, mostTold).join('');

const isKey = (value: unknown): value is Key | null =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

const parse = (cursor: string): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && (value.length === 4 || value.length === 5)) return value;
  } catch (cause) {
    throw badCursor(cause);
  }
  throw badCursor();
};

const badCursor = (cause?: unknown): StorageError =>
  new StorageError('bad-cursor', 'This page no longer exists. Start again from the first page.', { cause });
