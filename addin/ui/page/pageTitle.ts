import { useSyncExternalStore } from 'react';

let title = '';
const listeners = new Set<() => void>();

/** Names the page in the window’s title and in the path above it. */
export function showTitle(next: string): void {
  title = next;
  document.title = `${next} – Undersign`;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** What the page on the screen calls itself. */
export const usePageTitle = (): string => useSyncExternalStore(subscribe, () => title);
