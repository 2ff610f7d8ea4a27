import type { CollectionDeclaration, Page, PageQuery, Stored } from '../collection.ts';
import { compareKeys } from '../keys/compareKeys.ts';
import { findPosition } from './findPosition.ts';
import { decodeCursor, encodeCursor, type PagePosition } from './pageCursor.ts';
import { resolvePage, resolveWalk, type ResolvedQuery } from './resolveQuery.ts';

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
  const walks = resolvePage(declaration, where, sort);
  const order = { sort: walks[0]?.sort ?? sort ?? 'id', descending };
  const told = cursor === undefined ? null : decodeCursor(order, cursor);
  const position = told && (await findPosition(declaration, { order, told, walks }, finderOf(declaration, read)));
  // One more than asked tells whether there is a next page.
  const stretch = { position, limit: limit + 1 };
  const found = mergePlaced(await readEach(walks, (query) => read({ query, descending }, stretch)), descending);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((item) => item.stored),
    cursor: found.length > limit && last ? encodeCursor(order, last.position) : null,
  };
};

const finderOf =
  <T>(declaration: CollectionDeclaration<T>, read: ReadInOrder<T>) =>
  async (id: string): Promise<T | null> => {
    const query = resolveWalk(declaration, [{ key: 'id', prefix: id }]);
    const [first] = await read({ query, descending: false }, { position: null, limit: 1 });
    return first?.position.id === id ? first.stored.document : null;
  };

const readEach = async <T>(
  walks: readonly ResolvedQuery[],
  read: (walk: ResolvedQuery) => Placed<T> | Promise<Placed<T>>,
): Promise<readonly Placed<T>[]> => {
  const lists: Placed<T>[] = [];
  for (const walk of walks) lists.push(await read(walk));
  return lists;
};

/** Each list is in order. Who went from one value to another between two statements stands in both, and comes once. */
const mergePlaced = <T>(lists: readonly Placed<T>[], descending: boolean): Placed<T> => {
  const [only = []] = lists;
  if (lists.length <= 1) return only;
  const direction = descending ? -1 : 1;
  const byPlace = new Map(lists.flat().map((placed) => [placed.position.id, placed]));
  return [...byPlace.values()].sort(
    ({ position: left }, { position: right }) =>
      direction * (compareKeys(left.key, right.key) || compareKeys(left.id, right.id)),
  );
};

/** Each batch is a query of its own from the last id on, so what others write meanwhile disturbs nothing. */
export async function* scanInOrder<T>(
  declaration: CollectionDeclaration<T>,
  { where = [], limit }: PageQuery,
  read: ReadInOrder<T>,
): AsyncGenerator<readonly Stored<T>[]> {
  checkLimit(limit);
  const query = resolveWalk(declaration, where);
  let position: PagePosition | null = null;
  for (;;) {
    const found: Placed<T> = await read({ query, descending: false }, { position, limit });
    if (found.length > 0) yield found.map((item) => item.stored);
    position = found.at(-1)?.position ?? null;
    if (found.length < limit) return;
  }
}
