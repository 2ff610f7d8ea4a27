import type { PlannedPerson, PlanSources } from '../../plan/planSources.ts';
import { doubtPeople } from '../../snapshot/doubtPeople.ts';
import { savePeopleFound } from './findSuspects.ts';
import type { RunExecution } from '../runExecution.ts';

/** More are a mistake rather than leavers: of a hundred thousand, a tenth, which the guard holds unless an admin set it higher. */
export const mostLookUps = 10_000;

/**
 * Listings of groups tell of nobody who is in none of them: whoever left the picks looks like somebody whose account was
 * deleted, and is kept current by nothing. And a listing of everybody may end too soon, or be behind. Of those who are still
 * active the directory is asked by id, and whom it has is added to the snapshot. Returns whether there was anybody.
 */
export const findUnlisted = async (
  execution: RunExecution,
  { snapshot, selection }: PlanSources,
  unlisted: readonly string[],
): Promise<boolean> => {
  if (unlisted.length === 0 || unlisted.length > mostLookUps) return false;
  const found = await savePeopleFound(execution, snapshot, unlisted);
  // Everybody was listed, and they were not: one of the two answers is wrong, so they are asked for again in some minutes.
  const { repositories, tenantId, clock } = execution;
  const place = { tenantId, snapshotId: snapshot.head.id };
  if (selection.everyone) await doubtPeople({ snapshots: repositories.snapshots, clock }, place, found);
  return found.length > 0;
};

/** An active teammate whom no listing told of. */
export const isUnlisted = ({ verdict, teammate }: PlannedPerson): boolean =>
  teammate?.status === 'active' && !verdict.inScope && verdict.omission.kind === 'notInDirectory';
