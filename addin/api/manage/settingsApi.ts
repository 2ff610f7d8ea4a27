import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedSettings } from '../../../server/src/contract/manage/settings.ts';
import type { ApiClient } from '../client/apiClient.ts';
import { useApi } from '../client/ApiContext.tsx';
import { isChangedMeanwhile } from '../client/isChangedMeanwhile.ts';
import { syncKey } from '../sync/syncApi.ts';

const key = ['settings'];

export function useSavedSettings({ enabled = true } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: key,
    enabled,
    queryFn: ({ signal }) => api.request('/api/settings', { signal }),
  });
}

const put = (api: ApiClient, body: SavedSettings) => api.request('/api/settings', { method: 'PUT', body });

function useSettingsMutation<Input>(save: (input: Input) => Promise<SavedSettings>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: (saved) => {
      client.setQueryData(key, saved);
      return client.invalidateQueries({ queryKey: syncKey });
    },
  });
}

/** Saves over exactly the revision that was read, so nobody's change is lost unseen (412 otherwise). */
export function useSaveSettings() {
  const api = useApi();
  return useSettingsMutation((body: SavedSettings) => put(api, body));
}

async function pause(api: ApiClient, isPaused: boolean): Promise<SavedSettings> {
  const { settings, revision } = await api.request('/api/settings');
  return put(api, { settings: { ...settings, isPaused }, revision });
}

/** Pauses or resumes, and touches no other setting: what somebody else saves at the same moment stays. */
export function usePauseSync() {
  const api = useApi();
  return useSettingsMutation((isPaused: boolean) =>
    pause(api, isPaused).catch((error: unknown) => {
      if (isChangedMeanwhile(error)) return pause(api, isPaused);
      throw error;
    }),
  );
}
