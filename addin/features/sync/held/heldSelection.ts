import type { HeldDeparture } from '../../../../server/src/contract/sync/sync.ts';
import type { HeldOrder } from '../../../api/sync/syncApi.ts';

type Departure = Pick<HeldDeparture, 'teammateId' | 'runId'>;

/** Whom a decision is about: everybody some runs held, loaded or not, and people one by one. */
export interface HeldSelection {
  readonly runs: ReadonlySet<string>;
  readonly people: ReadonlyMap<string, string>;
}

export const nobody: HeldSelection = { runs: new Set(), people: new Map() };

/** The API takes no more ids at once. */
const mostIds = 10_000;

export const isSelected = ({ runs, people }: HeldSelection, { teammateId, runId }: Departure): boolean =>
  runs.has(runId) || people.has(teammateId);

export const isNobody = ({ runs, people }: HeldSelection): boolean => runs.size === 0 && people.size === 0;

/** Everybody a run held, or nobody of it. */
export function toggleRun({ runs, people }: HeldSelection, runId: string): HeldSelection {
  const next = new Set(runs);
  if (!next.delete(runId)) next.add(runId);
  return { runs: next, people: new Map([...people].filter(([, run]) => run !== runId)) };
}

/** One person more or less. Taking one out of a whole run leaves the others who are on the screen. */
export function togglePerson(selection: HeldSelection, one: Departure, loaded: readonly Departure[]): HeldSelection {
  const people = new Map(selection.people);
  if (!selection.runs.has(one.runId)) {
    if (!people.delete(one.teammateId)) people.set(one.teammateId, one.runId);
    return { runs: selection.runs, people };
  }
  const runs = new Set(selection.runs);
  runs.delete(one.runId);
  for (const { teammateId, runId } of loaded) {
    if (runId === one.runId && teammateId !== one.teammateId) people.set(teammateId, runId);
  }
  return { runs, people };
}

/** People of one reason: whoever is not selected yet, or all of them out again. */
export function toggleGroup(
  { runs, people }: HeldSelection,
  group: readonly Departure[],
  loaded: readonly Departure[],
): HeldSelection {
  const missing = group.filter((one) => !isSelected({ runs, people }, one));
  if (missing.length > 0) {
    return { runs, people: new Map([...people, ...missing.map((one) => [one.teammateId, one.runId] as const)]) };
  }
  const out = new Set(group.map(({ teammateId }) => teammateId));
  const broken = new Set(group.map(({ runId }) => runId).filter((runId) => runs.has(runId)));
  const rest = loaded.filter(({ runId, teammateId }) => broken.has(runId) && !out.has(teammateId));
  return {
    runs: new Set([...runs].filter((runId) => !broken.has(runId))),
    people: new Map([
      ...[...people].filter(([id]) => !out.has(id)),
      ...rest.map((one) => [one.teammateId, one.runId] as const),
    ]),
  };
}

/** Whether all, some or none of them are selected. */
export function stateOfGroup(selection: HeldSelection, group: readonly Departure[]): boolean | 'mixed' {
  const count = countSelected(selection, group);
  return count === 0 ? false : count === group.length ? true : 'mixed';
}

/** How many are selected; more than this where not everybody of a whole run is loaded. */
export const countSelected = (selection: HeldSelection, loaded: readonly Departure[]): number =>
  loaded.filter((departure) => isSelected(selection, departure)).length;

/** One request per run, and more where a run has more people than fit in one. */
export function ordersFor({ runs, people }: HeldSelection, decision: HeldOrder['decision']): readonly HeldOrder[] {
  const whole = [...runs].map((runId): HeldOrder => ({ runId, decision }));
  const byRun = Map.groupBy([...people.entries()], ([, runId]) => runId);
  const some = [...byRun].flatMap(([runId, entries]) => {
    const ids = entries.map(([id]) => id);
    const parts = Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, part) =>
      ids.slice(part * mostIds, (part + 1) * mostIds),
    );
    return parts.map((teammateIds): HeldOrder => ({ runId, decision, teammateIds }));
  });
  return [...whole, ...some];
}
