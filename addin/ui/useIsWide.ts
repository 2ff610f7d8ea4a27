import { useSyncExternalStore } from 'react';

const query = () => window.matchMedia('(min-width: 760px)');

function subscribe(listener: () => void): () => void {
  const list = query();
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}

/** True where there is room for more than Outlook's narrow pane. */
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => query().matches);
