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

export const encodeCursor = (order: PageOrder, position: PagePosition): string =>
  Buffer.from(JSON.stringify([order.sort, order.descending, position.key, position.id])).toString('base64url');

/** Throws StorageError `bad-cursor` on anything that `encodeCursor` did not make for this order. */
export const decodeCursor = (order: PageOrder, cursor: string): PagePosition => {
  const [sort, descending, key, id] = parse(cursor);
  if (sort !== order.sort || descending !== order.descending || !isKey(key) || typeof id !== 'string')
    throw badCursor();
  return { key, id };
};

const isKey = (value: unknown): value is Key | null =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

const parse = (cursor: string): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 4) return value;
  } catch (cause) {
    throw badCursor(cause);
  }
  throw badCursor();
};

const badCursor = (cause?: unknown): StorageError =>
  new StorageError('bad-cursor', 'This page no longer exists. Start again from the first page.', { cause });
