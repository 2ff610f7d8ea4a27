import { refreshOrganization } from '../connection/refreshOrganization.ts';
import { applyPlan } from './plan/applyPlan.ts';
import { finishRun } from './finishRun.ts';
import { planRun } from './plan/planRun.ts';
import { readDirectory } from './readDirectory.ts';
import type { RunExecution } from './runExecution.ts';
import { enterPhase } from './runPhase.ts';
import { savePreview } from './plan/savePreview.ts';

/**
 * Executes one run from wherever it stands: read, plan, then save the plan (preview) or apply it (sync). Every step
 * may be interrupted and done again with the same result.
 */
export const executeRun = async (execution: RunExecution): Promise<void> => {
  await enterPhase(execution, 'reading');
  const reading = await readDirectory(execution);
  const plan = await planRun(execution, reading);
  await enterPhase(execution, 'applying');
  if (execution.log.current().kind === 'preview') await savePreview(execution, plan);
  else await applyPlan(execution, reading.snapshot, plan);
  const { kind, mode } = execution.log.current();
  if (kind === 'sync' && mode === 'full') await refreshOrganization(execution);
  await finishRun(execution, reading.snapshot.head);
};
