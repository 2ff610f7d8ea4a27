import type { LetDepartures } from '../schedule/syncState.ts';
import type { Run } from './run.ts';

export interface ActivityBucket {
  /** A day as 2026-11-28, or the instant an hour begins. */
  readonly at: string;
  readonly arrived: number;
  readonly updated: number;
  readonly left: number;
  readonly held: number;
  /** Syncs that ended well. */
  readonly runs: number;
  readonly failed: number;
}

export interface ActivitySpan {
  readonly span: 'day' | 'month';
  readonly now: Date;
  /** IANA name. */
  readonly timeZone: string;
}

type CountedRun = Pick<Run, 'id' | 'kind' | 'status' | 'startedAt' | 'counts'>;

/** What there is to count: runs, and held departures of theirs that an admin let happen since. */
interface Counted {
  readonly runs: Iterable<CountedRun>;
  readonly letDepartures: readonly LetDepartures[];
}

const hour = 3_600_000;
const day = 24 * hour;
const bucketCount = { day: 24, month: 30 } as const;

/** Two hours more than thirty days: a day in a time zone may be 25 hours long, twice a year. */
export const activityBegins = ({ span, now }: Pick<ActivitySpan, 'span' | 'now'>): Date =>
  new Date(now.getTime() - bucketCount[span] * (span === 'day' ? hour : day) - 2 * hour);

/** Whether the runtime knows the time zone. */
export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
};

const openKeys = ({ span, now, timeZone }: ActivitySpan) => {
  if (span === 'day') {
    const keyOf = (at: Date) => new Date(Math.floor(at.getTime() / hour) * hour).toISOString();
    return { keyOf, keyBefore: (steps: number) => keyOf(new Date(now.getTime() - steps * hour)) };
  }
  // Canadian English writes a date as 2026-11-28.
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const today = Date.parse(`${format.format(now)}T00:00:00Z`);
  return {
    keyOf: (at: Date) => format.format(at),
    // Days of the calendar, counted where none is 23 hours long.
    keyBefore: (steps: number) => new Date(today - steps * day).toISOString().slice(0, 10),
  };
};

const empty = (at: string): ActivityBucket => ({ at, arrived: 0, updated: 0, left: 0, held: 0, runs: 0, failed: 0 });

const withRun = (bucket: ActivityBucket, { status, counts }: CountedRun, letLater: number): ActivityBucket => ({
  at: bucket.at,
  arrived: bucket.arrived + counts.add + counts.enable,
  updated: bucket.updated + counts.update,
  left: bucket.left + counts.disable + counts.remove - letLater,
  held: bucket.held + counts.hold,
  runs: bucket.runs + (status === 'succeeded' ? 1 : 0),
  failed: bucket.failed + (status === 'failed' ? 1 : 0),
});

/**
 * What syncs changed, by the hour or the day they began in: oldest first, without a gap. Previews change nothing. Who was let
 * go by an admin left when that was decided, and not when the run began that held them and counts them by now.
 */
export const countActivity = ({ runs, letDepartures }: Counted, span: ActivitySpan): readonly ActivityBucket[] => {
  const { keyOf, keyBefore } = openKeys(span);
  const count = bucketCount[span.span];
  const keys = Array.from({ length: count }, (_, index) => keyBefore(count - 1 - index));
  const buckets = new Map(keys.map((key) => [key, empty(key)]));
  const add = (at: string, change: (bucket: ActivityBucket) => ActivityBucket): void => {
    const key = keyOf(new Date(at));
    const bucket = buckets.get(key);
    if (bucket) buckets.set(key, change(bucket));
  };
  for (const run of runs) if (run.kind === 'sync') add(run.startedAt, (bucket) => withRun(bucket, run, letOf(run)));
  for (const { at, left } of letDepartures) add(at, (bucket) => ({ ...bucket, left: bucket.left + left }));
  return [...buckets.values()];

  function letOf({ id }: CountedRun): number {
    return letDepartures.reduce((all, { runId, left }) => (runId === id ? all + left : all), 0);
  }
};
