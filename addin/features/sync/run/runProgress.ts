import type { Run } from '../../../../server/src/contract/sync/sync.ts';

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

/** How fast people are read, once there is something to judge it by. */
export function peoplePerMinute(
  { status, progress }: Pick<Run, 'status' | 'progress'>,
  elapsedMilliseconds: number,
): number | null {
  if (status !== 'reading' || elapsedMilliseconds < 2_000 || progress.peopleRead === 0) return null;
  return Math.round((progress.peopleRead * 60_000) / elapsedMilliseconds);
}
