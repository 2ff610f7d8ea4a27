import { useSyncExternalStore } from 'react';

interface Kept<T> {
  readonly value: T;
  /** The revision the draft began from, so that saving it over somebody else's is noticed. */
  readonly revision: number;
}

export interface Draft<T> extends Kept<T> {
  /** True once anything was changed, even if it was changed back. */
  readonly isTouched: boolean;
  readonly change: (edit: (value: T) => T) => void;
  readonly discard: () => void;
  /** Keeps the draft and builds it on a newer revision: the next save goes over what somebody else saved. */
  readonly rebase: (revision: number) => void;
}

/** A hook for what somebody is editing. The draft outlives the page, so that a look elsewhere does not lose it. */
export function openDraft<T>(): (saved: Kept<T>) => Draft<T> {
  let draft: Kept<T> | null = null;
  const listeners = new Set<() => void>();
  const set = (next: Kept<T> | null): void => {
    draft = next;
    listeners.forEach((listener) => listener());
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return function useDraft(saved) {
    const current = useSyncExternalStore(subscribe, () => draft);
    const { value, revision } = current ?? saved;
    return {
      value,
      revision,
      isTouched: current !== null,
      change: (edit) => set({ value: edit((draft ?? saved).value), revision: (draft ?? saved).revision }),
      discard: () => set(null),
      rebase: (next) => set({ value, revision: next }),
    };
  };
}
