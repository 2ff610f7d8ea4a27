import { openBrowserHost } from './browserHost.ts';
import { isDarkColor, type HostTheme, type OfficeHost } from './officeHost.ts';

/** Whether office.js was loaded on this page; the browser page leaves it out. */
function hasOffice(): boolean {
  return typeof Office !== 'undefined' && typeof Office.onReady === 'function';
}

/**
 * Waits for office.js and answers the host the pane runs in. Outside Outlook (no office.js, or office.js that found no
 * host) it answers the browser host, so the caller never needs to choose. Never rejects.
 */
export async function openOfficeHost(): Promise<OfficeHost> {
  if (!hasOffice()) return openBrowserHost();
  const info = await Office.onReady();
  return info.host === Office.HostType.Outlook ? openOutlookHost() : openBrowserHost();
}

function readTheme(): HostTheme | null {
  const theme = Office.context.officeTheme;
  return theme?.bodyBackgroundColor
    ? { bodyBackgroundColor: theme.bodyBackgroundColor, bodyForegroundColor: theme.bodyForegroundColor }
    : null;
}

/** Theme changes need Mailbox 1.14; older clients and mobile keep to what the operating system says. */
function openOutlookHost(): OfficeHost {
  const browser = openBrowserHost();
  const listeners = new Set<() => void>();
  const mailbox = Office.context.mailbox;
  if (Office.context.requirements.isSetSupported('Mailbox', '1.14')) {
    mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, () => listeners.forEach((listener) => listener()));
  }
  return {
    kind: 'outlook',
    displayLanguage: Office.context.displayLanguage,
    mailbox: mailbox.userProfile.emailAddress,
    signsIn: Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
    theme: readTheme,
    isDark: () => {
      const theme = readTheme();
      return theme ? isDarkColor(theme.bodyBackgroundColor) : browser.isDark();
    },
    onThemeChange: (listener) => {
      listeners.add(listener);
      const stop = browser.onThemeChange(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}
