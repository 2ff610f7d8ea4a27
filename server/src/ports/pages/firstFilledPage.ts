import type { PageOf, PageRequest } from './pages.ts';

/**
 * The first page with anything on it. So many are read at most; where nothing is on those, the answer is an empty page whose
 * cursor says where to go on.
 */
export const firstFilledPage = async <R extends PageRequest, T>(
  first: R,
  mostPages: number,
  read: (request: R) => Promise<PageOf<T>>,
): Promise<PageOf<T>> => {
  let request = first;
  for (let pages = 1; ; pages += 1) {
    const page = await read(request);
    if (page.items.length > 0 || page.cursor === null || pages === mostPages) return page;
    request = { ...first, cursor: page.cursor };
  }
};
