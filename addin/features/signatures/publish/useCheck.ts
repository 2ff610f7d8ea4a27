import { useCallback, useEffect, useRef, useState } from 'react';
import type { SignatureDesign } from '../../../../server/src/contract/signatures/signatures.ts';
import { useCheckDesign } from '../../../api/signatures/signaturesApi.ts';
import { mergeFindings, nothingChecked, type CheckSoFar } from './mergeFindings.ts';

export interface Check extends CheckSoFar {
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly problem: unknown;
  readonly cancel: () => void;
  readonly again: () => void;
}

type Shown = CheckSoFar & Pick<Check, 'state' | 'problem'>;

/** Checks a design over everybody, piece by piece, from the moment the page is there. */
export function useCheck(design: SignatureDesign): Check {
  const check = useCheckDesign();
  const ask = useRef(check);
  useEffect(() => {
    ask.current = check;
  });
  const running = useRef<AbortController | null>(null);
  const [shown, setShown] = useState<Shown>({ ...nothingChecked, state: 'running', problem: null });
  const start = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    let soFar = nothingChecked;
    let cursor: string | null = null;
    setShown({ ...soFar, state: 'running', problem: null });
    try {
      do {
        const piece = await ask.current({ design, cursor, signal: controller.signal });
        soFar = mergeFindings(soFar, piece);
        ({ cursor } = piece);
        if (!controller.signal.aborted)
          setShown({ ...soFar, state: cursor === null ? 'done' : 'running', problem: null });
      } while (cursor !== null);
    } catch (problem) {
      if (!controller.signal.aborted) setShown({ ...soFar, state: 'failed', problem });
    }
  }, [design]);
  useEffect(() => {
    void start();
    return () => running.current?.abort();
  }, [start]);
  return {
    ...shown,
    cancel: () => {
      running.current?.abort();
      setShown((now) => ({ ...now, state: 'cancelled' }));
    },
    again: () => void start(),
  };
}
