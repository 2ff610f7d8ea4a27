import type { PageOf, PageRequest } from '../../ports/pages/pages.ts';
import type { Page, PageQuery } from '../collection.ts';

/** The part of a query that every page request carries. */
export const pageWindow = ({ limit, cursor }: PageRequest): Pick<PageQuery, 'limit' | 'cursor'> =>
  cursor === undefined ? { limit } : { limit, cursor };

export const pageOf = <T>(page: Page<T>): PageOf<T> => ({
  items: page.items.map((item) => item.document),
  cursor: page.cursor,
});
