import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { pause } from '../../../api/client/pause.ts';
import { complaintOf } from '../../../ui/notices/complaintOf.ts';

export type BulkAction = 'refresh' | 'restore' | 'override';

export interface Named {
  readonly displayName: string;
}

export interface BulkState {
  readonly action: BulkAction;
  readonly done: number;
  readonly of: number;
  readonly failed: readonly string[];
  /** Why the first of them failed. */
  readonly error: unknown;
  /** Why it stands still just now, such as a sync that is under way; null while it goes on. */
  readonly waitingFor: unknown;
  readonly state: 'working' | 'finished' | 'cancelled';
}

interface PartOutcome {
  readonly names: readonly string[];
  readonly error: unknown;
}

export interface BulkWork<Person extends Named> {
  readonly action: BulkAction;
  /** So many are done at a time. */
  readonly size: number;
  /** Resolves to the names of those for whom it did not work, and why for the first. */
  readonly act: (part: readonly Person[], signal: AbortSignal) => Promise<PartOutcome>;
  readonly finish: () => Promise<unknown>;
}

interface Watching {
  readonly signal: AbortSignal;
  readonly show: (state: BulkState) => void;
}

/** Where nobody says how long, in seconds. */
const usualWait = 5;

/** Milliseconds after which the same may work; null: it will not. */
function waitOf(error: unknown): number | null {
  if (!(error instanceof ApiProblem)) return null;
  if (error.status !== 429 && error.code !== 'run-in-progress') return null;
  return 1000 * Math.max(1, error.retryAfter ?? usualWait);
}

/** One part; while a sync is under way, or too much was asked, it waits and is sent again. */
async function actPatiently<Person extends Named>(
  { act }: BulkWork<Person>,
  part: readonly Person[],
  { signal, onWait }: { readonly signal: AbortSignal; readonly onWait: (waitingFor: unknown) => void },
): Promise<PartOutcome> {
  const failed = (error: unknown): PartOutcome => ({
    names: part.map(({ displayName }) => displayName),
    error: complaintOf(error),
  });
  for (;;) {
    try {
      return await act(part, signal);
    } catch (error) {
      const wait = waitOf(error);
      if (wait === null) return failed(error);
      onWait(error);
      await pause(wait, signal);
      if (signal.aborted) return failed(error);
    }
  }
}

/** The same action on many people, some at a time. One that fails does not keep the others from their turn. */
export async function runBulk<Person extends Named>(
  work: BulkWork<Person>,
  people: readonly Person[],
  { signal, show }: Watching,
): Promise<void> {
  const { action, size, finish } = work;
  let now: BulkState = {
    action,
    done: 0,
    of: people.length,
    failed: [],
    error: null,
    waitingFor: null,
    state: 'working',
  };
  show(now);
  const onWait = (waitingFor: unknown): void => show({ ...now, waitingFor });
  while (now.done < people.length && !signal.aborted) {
    const part = people.slice(now.done, now.done + size);
    const failed = await actPatiently(work, part, { signal, onWait });
    if (signal.aborted) break;
    now = {
      ...now,
      done: now.done + part.length,
      failed: [...now.failed, ...failed.names],
      error: now.error ?? failed.error,
    };
    show(now);
  }
  show({ ...now, state: signal.aborted ? 'cancelled' : 'finished' });
  await finish();
}
