import type { PageOf, PageRequest } from '../../ports/pages.ts';
import { pageRequest } from './pageRequest.ts';

/** So many pages more are read through for one answer; where nothing fits in them, the answer is an empty page with a cursor. */
const mostPages = 10;

interface Reading<T> {
  readonly read: (request: PageRequest) => Promise<PageOf<T>>;
  readonly fits: (item: T) => boolean;
}

/** What fits of the first page that has any of it. A page may hold fewer than asked for; its cursor says whether there are more. */
export const firstThatFits = async <T>(
  { limit, cursor }: Parameters<typeof pageRequest>[0],
  { read, fits }: Reading<T>,
): Promise<PageOf<T>> => {
  let next = cursor;
  for (let more = 0; ; more += 1) {
    const page = await read(pageRequest({ limit, cursor: next }));
    const items = page.items.filter(fits);
    if (items.length > 0 || page.cursor === null || more >= mostPages) return { items, cursor: page.cursor };
    next = page.cursor;
  }
};
