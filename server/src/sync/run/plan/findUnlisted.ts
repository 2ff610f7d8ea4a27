import type { PlannedPerson, PlanSources } from '../../plan/planSources.ts';
import { savePeopleFound } from './findSuspects.ts';
import type { RunExecution } from '../runExecution.ts';

/** More are a mistake rather than leavers, and are held; asking for each would take longer than reading everybody. */
export const mostLookUps = 2000;

/**
 * Listings of groups tell of nobody who is in none of them: whoever left the picks looks like somebody whose account was
 * deleted, and is kept current by nothing. Of those who are still active the directory is asked by id, and whom it has is added
 * to the snapshot. Returns whether there was anybody.
 */
export const findUnlisted = async (
  execution: RunExecution,
  { snapshot, selection }: PlanSources,
  unlisted: readonly string[],
): Promise<boolean> => {
  // With everybody listed, whoever is not there is gone.
  if (selection.everyone || unlisted.length === 0 || unlisted.length > mostLookUps) return false;
  return (await savePeopleFound(execution, snapshot, unlisted)) > 0;
};

/** An active teammate whom no listing told of. */
export const isUnlisted = ({ verdict, teammate }: PlannedPerson): boolean =>
  teammate?.status === 'active' && !verdict.inScope && verdict.omission.kind === 'notInDirectory';
