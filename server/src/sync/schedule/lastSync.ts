import { finishedStatuses, type Run } from '../../domain/run/run.ts';
import type { Repositories } from '../../ports/repositories.ts';

/** Previews between two syncs are looked past, up to so many runs. */
const within = 50;

/** The newest sync that has ended. */
export const lastSync = async (
  { runs }: Pick<Repositories, 'runs'>,
  tenantId: string,
  wanted: (run: Run) => boolean = () => true,
): Promise<Run | null> => {
  const { items } = await runs.page(tenantId, { limit: within });
  return items.find((run) => run.kind === 'sync' && finishedStatuses.includes(run.status) && wanted(run)) ?? null;
};
