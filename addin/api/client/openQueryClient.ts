import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './apiProblem.ts';

/** Asking again helps against a hiccup, never against a refusal. */
function shouldRetry(failures: number, error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  const isHiccup = error.code === 'offline' || error.status === 502 || error.status === 503 || error.status === 504;
  return isHiccup && failures < 2;
}

export const openQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 10_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
