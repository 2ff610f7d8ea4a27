import type { BrowserContext } from 'playwright-core';

interface StubOptions {
  /** Whose mailbox is open. */
  readonly mailbox: string;
  readonly displayLanguage?: string;
  readonly bodyBackgroundColor?: string;
  /** As Office names it; one of a Mac opens pages in the browser, which `window.openedInBrowser` keeps. */
  readonly platform?: 'OfficeOnline' | 'Mac' | 'iOS';
}

/** Of office.js what the pane asks for, where the pane looks for it; without nested app authentication. */
const script = ({
  mailbox,
  displayLanguage = 'en-US',
  bodyBackgroundColor = '#ffffff',
  platform = 'OfficeOnline',
}: StubOptions): string => `
  window.Office = {
    HostType: { Outlook: 'Outlook' },
    EventType: { OfficeThemeChanged: 'officeThemeChanged' },
    onReady: () => window.officeIsSilent ? new Promise(() => undefined) : Promise.resolve({ host: 'Outlook', platform: '${platform}' }),
    context: {
      displayLanguage: ${JSON.stringify(displayLanguage)},
      officeTheme: { bodyBackgroundColor: ${JSON.stringify(bodyBackgroundColor)}, bodyForegroundColor: '#000000' },
      platform: '${platform}',
      ui: { openBrowserWindow: (url) => { window.openedInBrowser = url; } },
      requirements: { isSetSupported: (name) => name === 'OpenBrowserWindowApi' && ${String(platform === 'Mac')} },
      mailbox: { item: null, userProfile: { emailAddress: ${JSON.stringify(mailbox)} }, addHandlerAsync: () => undefined },
    },
  };`;

/** Pages of this context that load Office's script find themselves in an Outlook. */
export const beInOutlook = async (context: BrowserContext, options: StubOptions): Promise<void> => {
  await context.route('https://appsforoffice.microsoft.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script(options) }),
  );
};
