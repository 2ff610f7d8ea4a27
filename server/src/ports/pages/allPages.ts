import type { PageOf, PageRequest } from './pages.ts';

/** The items of every page from the first on, a page at a time; the next is read when the reader asks for more. */
export async function* allPages<T>(
  limit: number,
  read: (request: PageRequest) => Promise<PageOf<T>>,
): AsyncGenerator<readonly T[]> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await read({ limit, ...(cursor === undefined ? {} : { cursor }) });
    yield page.items;
    cursor = page.cursor;
  }
}
