import { useSyncExternalStore } from 'react';
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import type { OfficeHost } from '../office/officeHost.ts';

/** The Fluent theme that fits what is around the pane: Outlook's own colours, or the browser's preference. */
export function usePaneTheme(host: OfficeHost): { theme: Theme; isDark: boolean } {
  const isDark = useSyncExternalStore(host.onThemeChange, host.isDark);
  return { theme: isDark ? webDarkTheme : webLightTheme, isDark };
}
