import { suspiciousRoots } from '../../domain/plan/isExplainedBy.ts';
import type { Decisions, PlannedPerson, PlanSources } from '../plan/planSources.ts';
import type { RunExecution } from './runExecution.ts';

/**
 * Listings of groups bring no profile of somebody who is in none of them, and so do not tell a colleague whose group is
 * suddenly empty from one whose account was deleted. The directory does; whom it still has is added to the snapshot.
 * There are few: when many would leave, all of them are held anyway.
 */
export const findSuspects = async (
  { directory, repositories, tenantId, signal }: RunExecution,
  sources: PlanSources,
  decisions: Decisions,
): Promise<void> => {
  const ids: string[] = [];
  for await (const planned of decisions(sources)) if (isUnknown(sources, planned)) ids.push(planned.teammate?.id ?? '');
  if (ids.length === 0) return;
  const { people, unreadable } = await directory.readUsers(ids, signal);
  const unread = await repositories.teammates.getMany(
    tenantId,
    unreadable.flatMap(({ id }) => (id === null ? [] : [id])),
  );
  const found = [...people, ...unread.map(({ profile }) => profile)];
  await repositories.snapshots.savePeople(tenantId, sources.snapshot.head.id, found);
};

const isUnknown = ({ suspicious }: PlanSources, { decision, verdict, teammate }: PlannedPerson): boolean =>
  decision.kind === 'entry' &&
  teammate !== null &&
  !verdict.inScope &&
  verdict.omission.kind === 'notInDirectory' &&
  suspiciousRoots(suspicious, teammate.scope).length > 0;
