import type { Run } from '../../../../server/src/contract/sync.ts';

/** How far a run is, from 0 to 1, or undefined while nobody can know. */
export function runProgress({
  status,
  progress,
  counts,
}: Pick<Run, 'status' | 'progress' | 'counts'>): number | undefined {
  if (status === 'reading') {
    return progress.readsKnown > 0 ? Math.min(1, progress.readsDone / progress.readsKnown) : undefined;
  }
  if (status === 'applying') {
    const all = counts.add + counts.update + counts.enable + counts.disable;
    return all > 0 ? Math.min(1, progress.applied / all) : undefined;
  }
  return undefined;
}
