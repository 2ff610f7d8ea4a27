import type { PlanWarning } from '../domain/plan/plan.ts';
import type { Picked } from '../domain/scope/selection.ts';
import type { PlanSources } from './scanDecisions.ts';

/** What the admin picked and the directory no longer has, or has nobody in. Reported, never acted upon. */
export const planWarnings = async (sources: PlanSources): Promise<readonly PlanWarning[]> => {
  const { selection } = sources;
  if (selection.everyone) return [];
  const containers = [
    ...selection.groups.flatMap((pick) => containerWarning(sources, pick, 'group')),
    ...selection.units.flatMap((pick) => containerWarning(sources, pick, 'unit')),
  ];
  return [...containers, ...(await missingPeople(sources))];
};

const containerWarning = ({ snapshot }: PlanSources, pick: Picked, kind: 'group' | 'unit'): readonly PlanWarning[] => {
  const task = snapshot.head.tasks.find((candidate) => candidate.key === `members:${pick.id}`);
  const named = { id: pick.id, displayName: pick.displayName };
  if (task === undefined || task.gone) return [{ code: `${kind}-gone`, ...named }];
  return task.read === 0 ? [{ code: `${kind}-empty`, ...named }] : [];
};

const missingPeople = async ({
  repositories,
  tenantId,
  selection,
  snapshot,
}: PlanSources): Promise<readonly PlanWarning[]> => {
  const ids = selection.people.map((person) => person.id);
  if (ids.length === 0) return [];
  const known = await repositories.snapshots.getPeople(tenantId, snapshot.head.id, ids);
  const found = new Set(known.map((person) => person.id));
  return selection.people
    .filter((person) => !found.has(person.id))
    .map((person) => ({ code: 'person-gone', id: person.id, displayName: person.displayName }));
};

/** Warnings after which departures may be an accident rather than people leaving. */
export const isSuspicious = (warnings: readonly PlanWarning[]): boolean =>
  warnings.some((warning) => warning.code !== 'person-gone' && warning.code !== 'departures-held');
