import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ApiClient, ApiRequest } from '../client/apiClient.ts';
import { useApi } from '../client/ApiContext.tsx';

const pageSize = 50;

interface DirectoryList<Page> {
  readonly name: 'users' | 'groups' | 'units';
  readonly search: string;
  readonly enabled?: boolean | undefined;
  readonly read: (api: ApiClient, asked: ApiRequest<'GET', never>) => Promise<Page>;
}

function useDirectory<Page extends { cursor: string | null }>({ name, search, enabled, read }: DirectoryList<Page>) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['directory', name, search],
    enabled: enabled ?? true,
    // The signal cancels the request of a search that was typed over.
    queryFn: ({ pageParam, signal }) =>
      read(api, { signal, query: { search, limit: pageSize, cursor: pageParam ?? undefined } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export const useDirectoryUsers = (search: string) =>
  useDirectory({ name: 'users', search, read: (api, asked) => api.request('/api/directory/users', asked) });
export const useDirectoryGroups = (search: string, { enabled }: { enabled?: boolean } = {}) =>
  useDirectory({ name: 'groups', search, enabled, read: (api, asked) => api.request('/api/directory/groups', asked) });
export const useDirectoryUnits = (search: string) =>
  useDirectory({
    name: 'units',
    search,
    read: (api, asked) => api.request('/api/directory/administrative-units', asked),
  });
