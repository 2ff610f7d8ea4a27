import { firstFilledPage } from '../../../ports/pages/firstFilledPage.ts';
import type { PageOf, PageRequest } from '../../../ports/pages/pages.ts';
import { pageRequest } from './pageRequest.ts';

/** So many pages are read through for one answer. */
const mostPages = 11;

interface Reading<T> {
  readonly read: (request: PageRequest) => Promise<PageOf<T>>;
  readonly fits: (item: T) => boolean;
}

/** What fits of the first page that has any of it. A page may hold fewer than asked for; its cursor says whether there are more. */
export const firstThatFits = <T>(
  asked: Parameters<typeof pageRequest>[0],
  { read, fits }: Reading<T>,
): Promise<PageOf<T>> =>
  firstFilledPage(pageRequest(asked), mostPages, async (request) => {
    const { items, cursor } = await read(request);
    return { items: items.filter(fits), cursor };
  });
