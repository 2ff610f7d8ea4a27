import { useEffect, useState } from 'react';
import type { Visit } from './useFromAddress.ts';

interface Wait {
  readonly milliseconds?: number;
  /** What came with another visit was not typed, and counts at once. */
  readonly visit?: Visit;
}

/** The value once it has not changed for a moment, so that typing does not ask the server at every key. */
export function useSettled<T>(value: T, { milliseconds = 250, visit = 0 }: Wait = {}): T {
  const [settled, setSettled] = useState({ value, visit });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ value, visit }), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds, visit]);
  return settled.visit === visit ? settled.value : value;
}
