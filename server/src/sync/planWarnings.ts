import type { PlanWarning } from '../domain/plan/plan.ts';
import type { Picked } from '../domain/scope/selection.ts';
import type { PlanSources } from './scanDecisions.ts';

/** What the admin picked and the directory no longer has, or has nobody in. Reported, never acted upon. */
export const planWarnings = async (sources: PlanSources): Promise<readonly PlanWarning[]> => {
  const { selection } = sources;
  if (selection.everyone) return [];
  const warnings: PlanWarning[] = [];
  for (const pick of selection.groups) warnings.push(...(await containerWarning(sources, pick, 'group')));
  for (const pick of selection.units) warnings.push(...(await containerWarning(sources, pick, 'unit')));
  return [...warnings, ...(await missingPeople(sources))];
};

const containerWarning = async (
  { repositories, tenantId, snapshot }: PlanSources,
  pick: Picked,
  kind: 'group' | 'unit',
): Promise<readonly PlanWarning[]> => {
  const task = snapshot.head.tasks.find((candidate) => candidate.key === `members:${pick.id}`);
  const named = { id: pick.id, displayName: pick.displayName };
  if (task === undefined || task.gone) return [{ code: `${kind}-gone`, ...named }];
  const members = await repositories.snapshots.countMembers(tenantId, snapshot.head.id, pick.id);
  return members === 0 ? [{ code: `${kind}-empty`, ...named }] : [];
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

/**
 * True when a picked container has become empty or gone since the last sync: then departures may be an accident rather
 * than people leaving. One that was so already then cannot have made anybody leave now.
 */
export const isSuspicious = (warnings: readonly PlanWarning[], known: readonly PlanWarning[]): boolean =>
  warnings.some(
    ({ code, id }) =>
      code !== 'person-gone' &&
      code !== 'departures-held' &&
      !known.some((warning) => warning.code === code && warning.id === id),
  );
