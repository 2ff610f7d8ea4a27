import { UNSAFE_createHashHistory, UNSAFE_createMemoryHistory } from 'react-router';

export type PaneHistory = ReturnType<typeof UNSAFE_createHashHistory> | ReturnType<typeof UNSAFE_createMemoryHistory>;

/**
 * In a browser the address shows the page, so that Back, reload and bookmarks work. office.js sets `history.pushState` to
 * null, so inside Outlook the pages live in memory. `first` is where to begin instead of at the address.
 */
export function openHistory(inOutlook: boolean, first: string | null): PaneHistory {
  // Tells also of steps that are taken here, and not by Back and Forward alone.
  const telling = { v5Compat: true };
  if (inOutlook || typeof window.history.pushState !== 'function') {
    return UNSAFE_createMemoryHistory({ ...telling, ...(first === null ? {} : { initialEntries: [first] }) });
  }
  if (first !== null) window.history.replaceState(null, '', `#${first}`);
  return UNSAFE_createHashHistory(telling);
}
