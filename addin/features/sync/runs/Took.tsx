import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { useElapsed } from './useElapsed.ts';

/** How long a run took, or takes so far. */
export function Took({ run }: { run: Run }) {
  const formats = useFormats();
  const elapsed = useElapsed(run);
  if (run.finishedAt !== null) return formats.duration(run.startedAt, run.finishedAt);
  return formats.duration(new Date(0).toISOString(), new Date(elapsed).toISOString());
}
