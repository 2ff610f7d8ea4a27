import type { OfficeHost } from './officeHost.ts';

/** Stands in for Outlook where the pane is opened as a page: language and darkness are the browser's own. */
export function openBrowserHost(): OfficeHost {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  return {
    kind: 'browser',
    displayLanguage: navigator.language,
    mailbox: null,
    signsIn: false,
    theme: () => null,
    isDark: () => dark.matches,
    onThemeChange: (listener) => {
      dark.addEventListener('change', listener);
      return () => dark.removeEventListener('change', listener);
    },
  };
}
