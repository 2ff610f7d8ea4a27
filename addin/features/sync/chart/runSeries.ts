import type { PlanCounts, Run } from '../../../../server/src/contract/sync.ts';

/** What the changes of a run are grouped into: more colours than this nobody can tell apart. */
export const changeKinds = ['arrived', 'updated', 'left'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface RunPoint {
  readonly id: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly changes: Readonly<Record<ChangeKind, number>>;
  readonly changed: number;
  readonly held: number;
  readonly seconds: number;
  /** How many took part after it; null where no full comparison tells from where to count. */
  readonly people: number | null;
}

const changesOf = ({ add, enable, update, disable, remove }: PlanCounts): RunPoint['changes'] => ({
  arrived: add + enable,
  updated: update,
  left: disable + remove,
});

type ChartedRun = Pick<Run, 'id' | 'kind' | 'mode' | 'status' | 'startedAt' | 'finishedAt' | 'counts'>;

/** By how many people a run that only looked at changes moved the number of those who take part. */
const moved = ({ add, enable, disable }: PlanCounts): number => add + enable - disable;

/** People after each run: a full comparison counts everybody, from there it goes run by run, in both directions. */
function peopleAfter(oldestFirst: readonly ChartedRun[]): readonly (number | null)[] {
  const people: (number | null)[] = [];
  for (const { mode, counts } of oldestFirst) {
    const before = people.at(-1) ?? null;
    people.push(mode === 'full' ? counts.inScope : before === null ? null : before + moved(counts));
  }
  for (let index = people.length - 2; index >= 0; index -= 1) {
    const after = oldestFirst[index + 1];
    const next = people[index + 1] ?? null;
    if (after && next !== null) people[index] ??= Math.max(0, next - moved(after.counts));
  }
  return people;
}

/** The syncs that ended well, oldest first; a preview changed nothing, and half a run would look like a quiet one. */
export function runSeries(newestFirst: readonly ChartedRun[], most: number): readonly RunPoint[] {
  const runs = newestFirst.filter(({ kind, status }) => kind === 'sync' && status === 'succeeded').reverse();
  const people = peopleAfter(runs);
  return runs
    .map(({ id, startedAt, finishedAt, counts }, index): RunPoint => {
      const changes = changesOf(counts);
      const end = finishedAt ?? startedAt;
      return {
        ...{ id, startedAt, finishedAt: end, changes },
        changed: changes.arrived + changes.updated + changes.left,
        held: counts.hold,
        seconds: Math.max(0, (Date.parse(end) - Date.parse(startedAt)) / 1000),
        people: people[index] ?? null,
      };
    })
    .slice(-most);
}

export interface Segment {
  readonly kind: ChangeKind;
  /** From the foot of the bar. */
  readonly from: number;
  readonly height: number;
}

/** A bar as stacked parts. What happened at all stays visible beside a first import of thousands. */
export function stack(point: Pick<RunPoint, 'changes'>, most: number, height: number): readonly Segment[] {
  let from = 0;
  return changeKinds.flatMap((kind) => {
    const count = point.changes[kind];
    if (count === 0 || most === 0) return [];
    const part = { kind, from, height: Math.max(2, (count / most) * height) };
    from += part.height;
    return [part];
  });
}
