import { QueryClient } from '@tanstack/react-query';
import { isUnanswered } from './apiProblem.ts';

/** Asking again helps against a hiccup, never against a refusal. */
function shouldRetry(failures: number, error: unknown): boolean {
  return isUnanswered(error) && failures < 2;
}

export const openQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 10_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
