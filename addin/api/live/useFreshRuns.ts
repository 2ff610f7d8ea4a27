import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SyncStatus } from '../../../server/src/contract/sync/sync.ts';
import { useIsLive } from './LiveEvents.tsx';
import { useSyncStatus } from '../sync/syncApi.ts';

/** What is different once a run has begun, ended or failed, or somebody has decided. */
const mark = ({ lastSync, lastFailure, activeRunId, held }: SyncStatus): string =>
  JSON.stringify([lastSync?.runId, lastSync?.at, lastFailure?.at, activeRunId, held]);

/**
 * The status of the sync. Where changes do not announce themselves and it tells of something new, everything that shows
 * runs, people or the connection is read again, so that no list contradicts the status beside it.
 */
export function useFreshRuns(): SyncStatus | undefined {
  const { data } = useSyncStatus();
  const client = useQueryClient();
  const isLive = useIsLive();
  const seen = useRef<string | undefined>(undefined);
  const now = data && mark(data);
  useEffect(() => {
    const isNews = seen.current !== undefined && now !== undefined && seen.current !== now;
    seen.current = now ?? seen.current;
    if (!isNews || isLive) return;
    const stale = [['runs', 'list'], ['teammates'], ['sync', 'held'], ['connection'], ['smart-fields', 'saved']];
    stale.forEach((queryKey) => void client.invalidateQueries({ queryKey }));
  }, [client, isLive, now]);
  return data;
}
