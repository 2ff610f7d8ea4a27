import { wholeDirectory } from '../../domain/plan/isExplainedBy.ts';
import type { PlanWarning } from '../../domain/plan/plan.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import type { Picked } from '../../domain/scope/selection.ts';
import { hasLiveMember } from './hasLiveMember.ts';
import type { PlanSources } from './planSources.ts';

/** What the admin picked and the directory no longer has, or has nobody in. Reported, never acted upon. */
export const planWarnings = async (sources: PlanSources): Promise<readonly PlanWarning[]> => {
  const { selection } = sources;
  const hidden = [...unreadableNested(sources), ...goneExclusions(sources), ...skipped(sources)];
  if (selection.everyone) return hidden;
  const warnings: PlanWarning[] = [];
  for (const pick of selection.groups) warnings.push(...(await containerWarning(sources, pick, 'group')));
  for (const pick of selection.units) warnings.push(...(await containerWarning(sources, pick, 'unit')));
  return [...warnings, ...hidden, ...(await missingPeople(sources))];
};

const containerWarning = async (
  sources: PlanSources,
  pick: Picked,
  kind: 'group' | 'unit',
): Promise<readonly PlanWarning[]> => {
  const { tasks, groupNames } = sources.snapshot.head;
  const task = tasks.find((candidate) => candidate.key === `members:${pick.id}`);
  const named = { id: pick.id, displayName: pick.displayName };
  if (task === undefined || task.gone) return [{ code: `${kind}-gone`, ...named }];
  if (task.unreadable === true) return [{ code: `${kind}-unreadable`, ...named }];
  const today = groupNames[pick.id] ?? pick.displayName;
  const renamed: PlanWarning[] =
    today === pick.displayName ? [] : [{ code: `${kind}-renamed`, id: pick.id, displayName: today }];
  return (await hasLiveMember(sources, pick.id)) ? renamed : [...renamed, { code: `${kind}-empty`, ...named }];
};

/** Who was left out by a group that is gone comes in: the admin must know. */
const goneExclusions = ({ selection, snapshot }: PlanSources): readonly PlanWarning[] =>
  selection.excludedGroups
    .filter(({ id }) => snapshot.head.tasks.some((task) => task.key === `members:${id}` && task.gone))
    .map(({ id, displayName }) => ({ code: 'group-gone', id, displayName }));

/** Groups inside the picked ones that are closed to us: whoever is only in those is missing. */
const unreadableNested = ({ selection, snapshot }: PlanSources): readonly PlanWarning[] => {
  const watched = [...(selection.watched?.groups ?? []), ...(selection.watched?.units ?? [])];
  const picked = new Set(
    [...selection.groups, ...selection.units]
      .map(({ id }) => id)
      .concat(watched)
      .map((id) => `members:${id}`),
  );
  return snapshot.head.tasks.flatMap(({ key, source, unreadable }) =>
    unreadable === true && source.kind === 'members' && !picked.has(key)
      ? [{ code: 'group-unreadable', id: source.id, displayName: snapshot.head.groupNames[source.id] ?? source.id }]
      : [],
  );
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

/** So many are named; a run's record is to be read. */
const mostNamed = 20;

/** Once each, however many listings somebody is in. */
const skipped = ({ snapshot }: PlanSources): readonly PlanWarning[] => {
  const found = (snapshot.head.unreadable ?? []).map((element, at) => {
    const { id, property } = element;
    return [id === null ? at : `${id} ${property}`, element] as const;
  });
  return [...new Map(found).values()].slice(0, mostNamed).map(({ id, property }) => ({
    code: 'element-unreadable',
    id: id ?? '',
    displayName: id ?? '?',
    property,
  }));
};

/** Listings with somebody in them of whom not even the id, or what they are, could be read: it may be anybody. */
export const listingsWithStrangers = ({ tasks, unreadable = [] }: SnapshotHead): readonly string[] =>
  unreadable
    .filter(({ id, property }) => id === null || property === '@odata.type')
    .flatMap(({ listing }) => {
      const source = tasks.find(({ key }) => key === listing)?.source;
      if (source === undefined) return [];
      return [source.kind === 'members' ? source.id : wholeDirectory];
    });

const suspiciousCodes: ReadonlySet<PlanWarning['code']> = new Set([
  'group-gone',
  'unit-gone',
  'group-empty',
  'unit-empty',
  'group-unreadable',
  'unit-unreadable',
]);

/**
 * The picked containers that have become empty or gone since the last sync: then departures may be an accident rather
 * than people leaving. One that was so already then cannot have made anybody leave now.
 */
export const suspiciousContainers = (
  warnings: readonly PlanWarning[],
  known: readonly PlanWarning[],
): ReadonlySet<string> =>
  new Set(
    warnings
      .filter(({ code }) => suspiciousCodes.has(code))
      .filter(({ code, id }) => !known.some((warning) => warning.code === code && warning.id === id))
      .map(({ id }) => id),
  );
