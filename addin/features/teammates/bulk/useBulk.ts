import { useEffect, useRef, useState } from 'react';

export type BulkAction = 'refresh' | 'restore' | 'override';

interface Named {
  readonly displayName: string;
}

export interface BulkState {
  readonly action: BulkAction;
  readonly done: number;
  readonly of: number;
  readonly failed: readonly string[];
  /** Why the first of them failed. */
  readonly error: unknown;
  readonly state: 'working' | 'finished' | 'cancelled';
}

export interface BulkWork<Person extends Named> {
  readonly action: BulkAction;
  /** So many are done at a time. */
  readonly size: number;
  /** Resolves to the names of those for whom it did not work, and why for the first. */
  readonly act: (part: readonly Person[], signal: AbortSignal) => Promise<{ names: readonly string[]; error: unknown }>;
  readonly finish: () => Promise<unknown>;
}

/**
 * The same action on many people, some at a time, until it is done or cancelled; leaving the page cancels it. One that
 * fails does not keep the others from their turn.
 */
export function useBulk() {
  const [state, setState] = useState<BulkState | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async <Person extends Named>(work: BulkWork<Person>, people: readonly Person[]) => {
    const { signal } = (running.current = new AbortController());
    const { action, size, act, finish } = work;
    let now: BulkState = { action, done: 0, of: people.length, failed: [], error: null, state: 'working' };
    setState(now);
    while (now.done < people.length && !signal.aborted) {
      const part = people.slice(now.done, now.done + size);
      const failed = await act(part, signal).catch((error: unknown) => ({
        names: part.map(({ displayName }) => displayName),
        error,
      }));
      if (signal.aborted) break;
      now = {
        ...now,
        done: now.done + part.length,
        failed: [...now.failed, ...failed.names],
        error: now.error ?? failed.error,
      };
      setState(now);
    }
    setState({ ...now, state: signal.aborted ? 'cancelled' : 'finished' });
    await finish();
  };

  return {
    state,
    start: <Person extends Named>(work: BulkWork<Person>, people: readonly Person[]) => void start(work, people),
    cancel: () => running.current?.abort(),
    forget: () => setState(null),
  };
}
