import { RequestError } from '../../domain/errors.ts';
import type { ErasedCounts } from '../../ports/repositories/personalDataRepository.ts';
import { withAllLeases, type LeasedDesk } from '../withSyncLease.ts';

export interface ErasedReport extends ErasedCounts {
  /** What stands in place of the person from now on. */
  readonly id: string;
}

/**
 * Erases everything that is kept about one person, and keeps them out of later syncs. Killed half-way, it is ended by
 * `resumeErasures`. Throws RequestError 404 where nothing is kept of them, 409 `run-in-progress` during a run.
 */
export const erasePerson = async (heldDesk: LeasedDesk, tenantId: string, personId: string): Promise<ErasedReport> => {
  if ((await heldDesk.repositories.personalData.read(tenantId, personId)) === null)
    throw new RequestError(404, 'not-found', 'Nothing is kept about anybody with this id.');
  return eraseNow(heldDesk, tenantId, personId);
};

const eraseNow = async (heldDesk: LeasedDesk, tenantId: string, personId: string): Promise<ErasedReport> => {
  const report = await withAllLeases(heldDesk, tenantId, async ({ repositories: { personalData }, clock }) => {
    await personalData.mark(tenantId, personId, clock.now());
    const counts = await personalData.erase(tenantId, personId);
    await personalData.settle(tenantId, personId);
    return { id: personalData.pseudonymOf(tenantId, personId), ...counts };
  });
  await heldDesk.repositories.scrub();
  return report;
};

/** Ends what was begun by a process that did not live to end it. A run goes first; there is another turn in a moment. */
export const resumeErasures = async (desk: LeasedDesk, tenantId: string): Promise<void> => {
  for (const personId of await desk.repositories.personalData.unsettled(tenantId)) {
    try {
      await eraseNow(desk, tenantId, personId);
    } catch (error) {
      if (!(error instanceof RequestError && error.code === 'run-in-progress')) throw error;
    }
  }
};
