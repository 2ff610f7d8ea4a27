import { useNavigate } from 'react-router';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { rememberPreview } from '../../../api/people/previewedSelections.ts';
import { useStartPreview, useStartSync } from '../../../api/sync/runsApi.ts';
import { useSavedSelection } from '../../../api/people/selectionApi.ts';
import { usePauseSync } from '../../../api/manage/settingsApi.ts';

export interface SyncActions {
  /** Looks at what changed since the last sync, and applies it. */
  readonly refresh: () => void;
  /** Reads and compares everybody. */
  readonly compareAll: () => void;
  readonly preview: () => void;
  readonly pause: (isPaused: boolean) => void;
  readonly isBusy: boolean;
  readonly error: unknown;
}

/** What an admin can do on the sync page; a run that begins is shown at once. */
export function useSyncActions(): SyncActions {
  const navigate = useNavigate();
  const saved = useSavedSelection();
  const preview = useStartPreview();
  const sync = useStartSync();
  const pause = usePauseSync();
  const open = (run: Run) => void navigate(`/sync/runs/${run.id}`);
  const start = (mode: 'refresh' | 'full') => sync.mutate({ mode, approvedDepartures: 0 }, { onSuccess: open });
  return {
    refresh: () => start('refresh'),
    compareAll: () => start('full'),
    preview: () =>
      preview.mutate(null, {
        onSuccess: (run) => {
          if (saved.data) rememberPreview(run.id, saved.data.selection);
          open(run);
        },
      }),
    pause: (isPaused) => pause.mutate(isPaused),
    isBusy: preview.isPending || sync.isPending || pause.isPending,
    error: preview.error ?? sync.error ?? pause.error,
  };
}
