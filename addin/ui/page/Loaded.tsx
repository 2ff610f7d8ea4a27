import type { ReactNode } from 'react';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import { RowSkeletons } from './RowSkeletons.tsx';

interface LoadedProps<T> {
  readonly query: {
    readonly data: T | undefined;
    readonly isError: boolean;
    readonly error: unknown;
    readonly refetch: () => Promise<unknown>;
  };
  /** Rows that stand in while it loads. */
  readonly rows?: number;
  readonly children: (data: NonNullable<T>) => ReactNode;
}

/** What was asked for once it is here, also when asking again failed; until then that it loads, or why it does not. */
export function Loaded<T>({ query, rows, children }: LoadedProps<T>) {
  const { data, isError, error, refetch } = query;
  if (data !== undefined && data !== null) return children(data);
  if (isError) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return <RowSkeletons {...(rows === undefined ? {} : { rows })} />;
}
