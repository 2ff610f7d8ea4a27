import type { PageRequest } from '../../../ports/pages/pages.ts';

/** The query's paging without an absent cursor spelled as undefined. */
export const pageRequest = ({
  limit,
  cursor,
}: {
  readonly limit: number;
  readonly cursor?: string | undefined;
}): PageRequest => ({
  limit,
  ...(cursor === undefined ? {} : { cursor }),
});
