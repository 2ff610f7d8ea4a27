import { suspiciousRoots } from '../../../domain/plan/isExplainedBy.ts';
import type { Decisions, PlannedPerson, PlanSources } from '../../plan/planSources.ts';
import type { CompleteSnapshot } from '../../snapshot/completeSnapshot.ts';
import type { RunExecution } from '../runExecution.ts';

/**
 * Listings of groups bring no profile of somebody who is in none of them, and so do not tell a colleague whose group is
 * suddenly empty from one whose account was deleted. The directory does; whom it still has is added to the snapshot.
 * There are few: when many would leave, all of them are held anyway.
 */
export const findSuspects = async (
  execution: RunExecution,
  sources: PlanSources,
  decisions: Decisions,
): Promise<void> => {
  const ids: string[] = [];
  for await (const planned of decisions(sources)) if (isUnknown(sources, planned)) ids.push(planned.teammate?.id ?? '');
  if (ids.length > 0) await savePeopleFound(execution, sources.snapshot, ids);
};

/** Adds to a snapshot those of these people whom the directory still has. Returns who they are. */
export const savePeopleFound = async (
  { directory, repositories, tenantId, signal }: RunExecution,
  { head }: CompleteSnapshot,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const { people, unreadable } = await directory.readUsers(ids, signal);
  const unread = await repositories.teammates.getMany(
    tenantId,
    unreadable.flatMap(({ id }) => (id === null ? [] : [id])),
  );
  const found = [...people, ...unread.map(({ profile }) => profile)];
  if (found.length > 0) await repositories.snapshots.savePeople(tenantId, head.id, found);
  return found.map(({ id }) => id);
};

const isUnknown = ({ suspicious }: PlanSources, { decision, verdict, teammate }: PlannedPerson): boolean =>
  decision.kind === 'entry' &&
  teammate !== null &&
  !verdict.inScope &&
  verdict.omission.kind === 'notInDirectory' &&
  suspiciousRoots(suspicious, teammate.scope).length > 0;
