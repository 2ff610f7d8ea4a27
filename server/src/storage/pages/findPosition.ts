import type { CollectionDeclaration, Key } from '../collection.ts';
import { scalarKeys } from '../keys/deriveKeys.ts';
import { prefixEnd } from '../keys/prefixEnd.ts';
import { markOf, type PageOrder, type PagePosition, type ToldPosition } from './pageCursor.ts';
import type { ResolvedQuery } from './resolveQuery.ts';

export interface ToldPlace {
  readonly order: PageOrder;
  readonly told: ToldPosition;
  /** What is asked for from there on. */
  readonly walks: readonly ResolvedQuery[];
}

/**
 * The position that a cursor tells of; null: the beginning. Where it tells only how the key begins, the document it ended
 * with says the rest. Is that gone, or called otherwise by now, then the page begins with the first of all keys that begin
 * so: somebody may come twice then, which is better than not at all.
 */
export const findPosition = async <T>(
  declaration: CollectionDeclaration<T>,
  { order, told, walks }: ToldPlace,
  find: (id: string) => Promise<T | null>,
): Promise<PagePosition | null> => {
  const { key, id, mark } = told;
  if (mark === null || typeof key !== 'string') return { key, id };
  const last = await find(id);
  const whole = last && keyOf(declaration, order.sort, last);
  if (typeof whole === 'string' && markOf(whole) === mark) return { key: whole, id };
  return isWithin(walks, key) ? null : beforeAll(key, order);
};

const keyOf = <T>(declaration: CollectionDeclaration<T>, name: string, document: T): Key | null =>
  scalarKeys(declaration)
    .find((key) => key.name === name)
    ?.derive(document) ?? null;

/** Only keys that begin so are asked for. */
const isWithin = (walks: readonly ResolvedQuery[], beginning: string): boolean =>
  walks.some(({ limit }) => limit.kind === 'prefix' && limit.prefix.startsWith(beginning));

/** No id is smaller than the empty one. */
const beforeAll = (beginning: string, { descending }: PageOrder): PagePosition | null => {
  const key = descending ? prefixEnd(beginning) : beginning;
  return key === null ? null : { key, id: '' };
};
