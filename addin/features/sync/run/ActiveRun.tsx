import type { Run } from '../../../../server/src/contract/sync.ts';
import { useRun } from '../../../api/runsApi.ts';
import { isFinished } from '../../../api/watchRun.ts';
import { RunProgress } from './RunProgress.tsx';

/** The run under way, followed live; it disappears into the history when it is over. */
export function ActiveRun({ run }: { run: Run }) {
  const current = useRun(run.id).data ?? run;
  return isFinished(current) ? null : <RunProgress run={current} />;
}
