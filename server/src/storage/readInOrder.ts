import type { CollectionDeclaration, Page, PageQuery, Stored } from './collection.ts';
import { decodeCursor, encodeCursor, type PagePosition } from './pageCursor.ts';
import { resolvePage, type ResolvedQuery } from './resolveQuery.ts';

/** A document with its place in the order. */
export interface PlacedDocument<T> {
  readonly stored: Stored<T>;
  readonly position: PagePosition;
}

export interface OrderedQuery {
  readonly query: ResolvedQuery;
  readonly descending: boolean;
}

/** A stretch of the order: after the position, at most so many. */
export interface Stretch {
  readonly position: PagePosition | null;
  readonly limit: number;
}

type Placed<T> = readonly PlacedDocument<T>[];

/** How an engine reads the next documents in order. */
export type ReadInOrder<T> = (asked: OrderedQuery, stretch: Stretch) => Placed<T> | Promise<Placed<T>>;

const largestPage = 1000;

const checkLimit = (limit: number): void => {
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) {
    throw new RangeError(`a page has 1 to ${largestPage} documents, not ${limit}`);
  }
};

export const readPage = async <T>(
  declaration: CollectionDeclaration<T>,
  { where = [], sort, descending = false, limit, cursor }: PageQuery,
  read: ReadInOrder<T>,
): Promise<Page<T>> => {
  checkLimit(limit);
  const query = resolvePage(declaration, where, sort);
  const order = { sort: query.sort, descending };
  const position = cursor === undefined ? null : decodeCursor(order, cursor);
  // One more than asked tells whether there is a next page.
  const found = await read({ query, descending }, { position, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((item) => item.stored),
    cursor: found.length > limit && last ? encodeCursor(order, last.position) : null,
  };
};

/** Each batch is a query of its own from the last id on, so what others write meanwhile disturbs nothing. */
export async function* scanInOrder<T>(
  declaration: CollectionDeclaration<T>,
  { where = [], limit }: PageQuery,
  read: ReadInOrder<T>,
): AsyncGenerator<readonly Stored<T>[]> {
  checkLimit(limit);
  const query = resolvePage(declaration, where);
  let position: PagePosition | null = null;
  for (;;) {
    const found: Placed<T> = await read({ query, descending: false }, { position, limit });
    if (found.length > 0) yield found.map((item) => item.stored);
    position = found.at(-1)?.position ?? null;
    if (found.length < limit) return;
  }
}
