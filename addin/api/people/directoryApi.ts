import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  directoryGroupPageSchema,
  directoryUnitPageSchema,
  directoryUserPageSchema,
} from '../../../server/src/contract/people/directory.ts';
import { useApi } from '../client/ApiContext.tsx';

const pageSize = 50;

interface DirectoryList<Page> {
  readonly path: 'users' | 'groups' | 'administrative-units';
  readonly schema: z.ZodType<Page>;
  readonly search: string;
  readonly enabled?: boolean | undefined;
}

function useDirectory<Page extends { cursor: string | null }>({
  path,
  schema,
  search,
  enabled = true,
}: DirectoryList<Page>) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['directory', path, search],
    enabled,
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

export const useDirectoryUsers = (search: string) =>
  useDirectory({ path: 'users', schema: directoryUserPageSchema, search });
export const useDirectoryGroups = (search: string, { enabled }: { enabled?: boolean } = {}) =>
  useDirectory({ path: 'groups', schema: directoryGroupPageSchema, search, enabled });
export const useDirectoryUnits = (search: string) =>
  useDirectory({ path: 'administrative-units', schema: directoryUnitPageSchema, search });
