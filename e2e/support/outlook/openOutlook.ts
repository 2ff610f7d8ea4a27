import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { openWindow } from '../openWindow.ts';
import { startFakeHost, type FakeHost, type HostMail } from './fakeHost.ts';
import { signInThroughOutlook } from './nestedAuth.ts';
import { serveOfficeScripts } from './officeScripts.ts';

interface OutlookOptions {
  /** Where the add-in is. */
  readonly addin: string;
  readonly mailbox: string;
  /** Of the person, where Outlook signs people in; null: it does not. */
  readonly accessToken: string | null;
  /** Through which the add-in is reached; left out: none. */
  readonly proxy?: string;
}

/** Outlook on the web with real office.js and the add-in in it. */
export interface Outlook {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens a compose window: the page of the event handler is loaded anew, as Outlook does. */
  readonly compose: (mail?: Partial<Pick<HostMail, 'composeType' | 'format'>>) => Promise<void>;
  /** Raises an event; resolves once the handler says that it is done. */
  readonly raise: (handler: string) => Promise<void>;
  readonly changeFrom: (address: string) => Promise<void>;
  readonly mail: () => Promise<HostMail>;
  readonly openPane: () => Promise<Frame>;
  readonly close: () => Promise<void>;
}

declare global {
  interface Window {
    readonly fakeHost: FakeHost;
  }
}

const outlookPage = 'https://outlook.office.com/mail/';

async function openMailPage(browser: Browser, { mailbox, accessToken, proxy }: OutlookOptions) {
  const { context, page } = await openWindow(browser, {
    locale: 'en',
    viewport: { width: 400, height: 640 },
    // Else nothing on this machine would go through it.
    ...(proxy === undefined ? {} : { proxy: { server: proxy, bypass: '<-loopback>' } }),
  });
  await serveOfficeScripts(context);
  if (accessToken !== null) await signInThroughOutlook(context, { address: mailbox, accessToken });
  await context.route(outlookPage, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Mail</title><body>' }),
  );
  await page.goto(outlookPage);
  await page.evaluate(startFakeHost, { mailbox, nestedAppAuth: accessToken !== null, displayLanguage: 'en-US' });
  return { context, page };
}

export const openOutlook = async (browser: Browser, options: OutlookOptions): Promise<Outlook> => {
  const { addin, mailbox } = options;
  const { context, page } = await openMailPage(browser, options);
  let events = 0;
  return {
    context,
    page,
    compose: async ({ composeType = 'newMail', format = 'html' } = {}) => {
      const empty = { sets: [], notices: {}, session: {}, attached: [], completed: [], isOwnSignatureOn: true };
      const mail: HostMail = { composeType, format, from: mailbox, ...empty };
      await page.evaluate(
        ({ opened, url }) => {
          window.fakeHost.close('events');
          window.fakeHost.mail = opened;
          window.fakeHost.show(url, 'events');
        },
        { opened: mail, url: `${addin}/launchevent.html` },
      );
      await page.waitForFunction(() => window.fakeHost.isListening());
    },
    raise: async (handler) => {
      events += 1;
      const id = `event-${String(events)}`;
      await page.evaluate(([event, name]) => window.fakeHost.raise(event, name), [id, handler] as const);
      await page.waitForFunction((event) => window.fakeHost.mail?.completed.includes(event), id);
    },
    changeFrom: (address) =>
      page.evaluate((from) => {
        if (window.fakeHost.mail) window.fakeHost.mail.from = from;
      }, address),
    mail: () =>
      page.evaluate(() => {
        if (!window.fakeHost.mail) throw new Error('No mail is open.');
        return window.fakeHost.mail;
      }),
    openPane: async () => {
      await page.evaluate((url) => window.fakeHost.show(url, 'pane'), `${addin}/taskpane.html`);
      const frame = await page.waitForSelector('#pane').then((element) => element.contentFrame());
      if (!frame) throw new Error('The pane is not there.');
      return frame;
    },
    close: () => context.close(),
  };
};
