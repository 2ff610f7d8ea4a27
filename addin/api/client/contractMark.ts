import { useSyncExternalStore } from 'react';

/** Every answer of the API says which contract it keeps. The first is that of the version this page was opened with. */
const header = 'x-undersign-contract';

let opened: string | null = null;
let isOutdated = false;
const listeners = new Set<() => void>();

/** Notices that the API was updated since: from then on its answers may have another shape than this page knows. */
export function noteContract({ headers }: Response): void {
  const mark = headers.get(header);
  if (mark === null) return;
  opened ??= mark;
  if (isOutdated || mark === opened) return;
  isOutdated = true;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Whether the API is of another version than this page, so that only loading it anew makes them fit. */
export const useIsOutdated = (): boolean => useSyncExternalStore(subscribe, () => isOutdated);
