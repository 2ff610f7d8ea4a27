import type { PlanCounts, Run } from '../../../server/src/contract/sync.ts';

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
  readonly people: number;
}

const changesOf = ({ add, enable, update, disable, remove }: PlanCounts): RunPoint['changes'] => ({
  arrived: add + enable,
  updated: update,
  left: disable + remove,
});

type ChartedRun = Pick<Run, 'id' | 'kind' | 'status' | 'startedAt' | 'finishedAt' | 'counts'>;

/** The syncs that ended well, oldest first; a preview changed nothing, and half a run would look like a quiet one. */
export function runSeries(newestFirst: readonly ChartedRun[], most: number): readonly RunPoint[] {
  return newestFirst
    .flatMap(({ id, kind, status, startedAt, finishedAt, counts }): RunPoint[] => {
      if (kind !== 'sync' || status !== 'succeeded' || finishedAt === null) return [];
      const changes = changesOf(counts);
      return [
        {
          ...{ id, startedAt, finishedAt, changes },
          changed: changes.arrived + changes.updated + changes.left,
          held: counts.hold,
          seconds: Math.max(0, (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000),
          people: counts.inScope,
        },
      ];
    })
    .slice(0, most)
    .reverse();
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
