import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import { RowSkeletons } from '../page/RowSkeletons.tsx';

/** A list that comes page by page. */
export type PagedQuery<Item> = UseInfiniteQueryResult<
  InfiniteData<{ readonly items: readonly Item[]; readonly cursor: string | null }>
>;

interface LoadedPagesProps<Item> {
  readonly query: PagedQuery<Item>;
  /** Rows that stand in while it loads. */
  readonly rows?: number;
  /** Left out: what went wrong, and to try again. */
  readonly problem?: (error: unknown, onRetry: () => void) => ReactNode;
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

const sayProblem = (error: unknown, onRetry: () => void) => <ProblemNotice error={error} onRetry={onRetry} />;

/**
 * What has come of a list, also when asking again or for more of it failed; until then that it loads, why it does not, or
 * that there is nothing. A page without items is no end: the next one may have some.
 */
export function LoadedPages<Item>(props: LoadedPagesProps<Item>) {
  const { query, rows, problem = sayProblem, empty, children } = props;
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  if (query.isPending) return <RowSkeletons {...(rows === undefined ? {} : { rows })} />;
  const askAgain = () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch());
  if (query.isError && items.length === 0) return problem(query.error, askAgain);
  if (items.length === 0 && !query.hasNextPage) return empty;
  return children(items);
}
