import { useEffect, useRef, useState } from 'react';
import type { TeammateSummary } from '../../../../server/src/contract/teammates.ts';
import { useTeammatesAction } from '../../../api/teammatesApi.ts';

export type BulkAction = 'refresh' | 'restore';
type Person = Pick<TeammateSummary, 'id' | 'displayName'>;

export interface BulkState {
  readonly action: BulkAction;
  readonly done: number;
  readonly of: number;
  readonly failed: readonly string[];
  /** Why the first of them failed. */
  readonly error: unknown;
  readonly state: 'working' | 'finished' | 'cancelled';
}

/**
 * The same action on many people, one after the other, until it is done or cancelled; leaving the page cancels it. One
 * that fails does not keep the others from their turn.
 */
export function useBulk() {
  const { act, finish } = useTeammatesAction();
  const [state, setState] = useState<BulkState | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (action: BulkAction, people: readonly Person[]) => {
    const { signal } = (running.current = new AbortController());
    let now: BulkState = { action, done: 0, of: people.length, failed: [], error: null, state: 'working' };
    setState(now);
    for (const { id, displayName } of people) {
      if (signal.aborted) break;
      try {
        await act(action, id, signal);
      } catch (error) {
        if (signal.aborted) break;
        now = { ...now, failed: [...now.failed, displayName], error: now.error ?? error };
      }
      now = { ...now, done: now.done + 1 };
      setState(now);
    }
    setState({ ...now, state: signal.aborted ? 'cancelled' : 'finished' });
    await finish();
  };

  return {
    state,
    start: (action: BulkAction, people: readonly Person[]) => void start(action, people),
    cancel: () => running.current?.abort(),
    forget: () => setState(null),
  };
}
