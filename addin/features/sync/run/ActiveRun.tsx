import { useRun } from '../../../api/sync/runsApi.ts';
import { isFinished } from '../../../api/live/isFinished.ts';
import { RunProgress } from './RunProgress.tsx';

/** The run under way, followed live; it disappears into the history when it is over. */
export function ActiveRun({ id }: { id: string }) {
  const run = useRun(id).data;
  return !run || isFinished(run) ? null : <RunProgress run={run} />;
}
