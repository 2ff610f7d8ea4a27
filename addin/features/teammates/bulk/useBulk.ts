import { useEffect, useRef, useState } from 'react';
import { runBulk, type BulkState, type BulkWork, type Named } from './runBulk.ts';

/** The same action on many people, some at a time, until it is done or cancelled; leaving the page cancels it. */
export function useBulk() {
  const [state, setState] = useState<BulkState | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  return {
    state,
    start: <Person extends Named>(work: BulkWork<Person>, people: readonly Person[]) => {
      const { signal } = (running.current = new AbortController());
      void runBulk(work, people, { signal, show: setState });
    },
    cancel: () => running.current?.abort(),
    forget: () => setState(null),
  };
}
