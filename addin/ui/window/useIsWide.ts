import { useCallback, useSyncExternalStore } from 'react';

/** True where the window is at least so many pixels wide; by default wide enough for columns. */
export function useIsWide(pixels = 760): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(`(min-width: ${pixels}px)`);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [pixels],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(`(min-width: ${pixels}px)`).matches);
}
