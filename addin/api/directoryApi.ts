import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  directoryGroupPageSchema,
  directoryUnitPageSchema,
  directoryUserPageSchema,
} from '../../server/src/contract/directory.ts';
import { useApi } from './ApiContext.tsx';

const pageSize = 50;

function useDirectory<Page extends { cursor: string | null }>(path: string, schema: z.ZodType<Page>, search: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['directory', path, search],
    // The signal cancels the request of a search that was typed over.
    queryFn: ({ pageParam, signal }) =>
      api.request(`/api/directory/${path}`, schema, {
        signal,
        query: { search, limit: pageSize, cursor: pageParam ?? undefined },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export const useDirectoryUsers = (search: string) => useDirectory('users', directoryUserPageSchema, search);
export const useDirectoryGroups = (search: string) => useDirectory('groups', directoryGroupPageSchema, search);
export const useDirectoryUnits = (search: string) =>
  useDirectory('administrative-units', directoryUnitPageSchema, search);
