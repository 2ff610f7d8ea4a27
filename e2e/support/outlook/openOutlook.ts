import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { openWindow } from '../browser/openWindow.ts';
import { startFakeHost, type FakeHost, type HostMail } from './fakeHost.ts';
import { signInThroughOutlook, type SilentAnswer } from './nestedAuth.ts';
import { serveOfficeScripts } from './officeScripts.ts';
import { timed, waitLonger } from './waitLonger.ts';

interface OutlookOptions {
  /** Where the add-in is. */
  readonly addin: string;
  readonly mailbox: string;
  /** Of the person, or how to ask for it, where Outlook signs people in; null: it does not. */
  readonly accessToken: string | (() => Promise<SilentAnswer>) | null;
  /** Whether Outlook says that it signs people in; as it does, unless told. */
  readonly saysNested?: boolean;
  /** Through which the add-in is reached; left out: none. */
  readonly proxy?: string;
  /** The server that answers for an https address of the add-in, which dialogs ask for. */
  readonly server?: string;
  /** The requirement set of the mailbox; as today's Outlook, unless told. */
  readonly mailboxApi?: string;
  /** What the frame of the pane may open besides dialogs of Outlook's. */
  readonly windows?: 'open' | 'blocked';
  /** Whether an event has as little time as in Outlook. */
  readonly isMeasured?: boolean;
}

type NewMail = Partial<Pick<HostMail, 'composeType' | 'format' | 'kind' | 'isReadOnly' | 'body'>>;

/** Outlook on the web with real office.js and the add-in in it. */
export interface Outlook {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens a compose window: the page of the event handler is loaded anew, as Outlook does. `isTimed`: the test lets time pass. */
  readonly compose: (mail?: NewMail, isTimed?: boolean) => Promise<void>;
  /** Raises an event; resolves once the handler says that it is done. */
  readonly raise: (handler: string) => Promise<void>;
  /** Raises an event and leaves it under way. */
  readonly start: (handler: string) => Promise<void>;
  /** `clears`: Outlook takes the signature out, as some do (office-js #2211). */
  readonly changeFrom: (address: string, clears?: boolean) => Promise<void>;
  readonly mail: () => Promise<HostMail>;
  /** `task`: as the button in a notice opens it. */
  readonly openPane: (task?: string) => Promise<Frame>;
  readonly frame: (name: 'events' | 'pane') => Promise<Frame>;
  readonly closePane: () => Promise<void>;
  readonly close: () => Promise<void>;
}

declare global {
  interface Window {
    readonly fakeHost: FakeHost;
  }
}

/** As a browser does that blocks pop-ups: those of Outlook's dialogs are opened after a click of their own. */
const blockWindows = (): void => {
  const { open } = window;
  window.open = (url, name, features) => (name?.startsWith('msal.') ? null : open.call(window, url, name, features));
};

/**
 * What is asked of the https address goes to the server, in plain http. Playwright lets nobody answer for where a redirect
 * leads, so the redirects of Microsoft are made pages that go there.
 */
async function answerFor(context: BrowserContext, addin: string, server: string): Promise<void> {
  await context.route(`${addin}/**`, async (route) => {
    const url = route.request().url().replace(addin, server);
    const answer = route.fetch({ url, maxRedirects: 0 }).then((response) => route.fulfill({ response }));
    // The page that asked may have gone meanwhile.
    await answer.catch(() => undefined);
  });
  await context.route(/\/oauth2\/v2\.0\/(?:authorize|logout|consent)|\/_entra\//, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    const { location } = response.headers();
    if (location === undefined) return route.fulfill({ response });
    const body = `<!doctype html><script>location.replace(${JSON.stringify(location)})</script>`;
    return route.fulfill({ contentType: 'text/html', body });
  });
}

const outlookPage = 'https://outlook.office.com/mail/';

async function openMailPage(browser: Browser, options: OutlookOptions) {
  const { addin, mailbox, accessToken, proxy, server, windows, isMeasured = false } = options;
  const { context, page } = await openWindow(browser, {
    locale: 'en',
    viewport: { width: 400, height: 640 },
    // The add-in is on this machine and the page around it on none.
    permissions: ['local-network-access'],
    // Else nothing on this machine would go through it.
    ...(proxy === undefined ? {} : { proxy: { server: proxy, bypass: '<-loopback>' } }),
  });
  await serveOfficeScripts(context);
  if (accessToken !== null) {
    const ask = typeof accessToken === 'string' ? () => Promise.resolve({ accessToken }) : accessToken;
    await signInThroughOutlook(context, { address: mailbox, ask });
  }
  if (server !== undefined) await answerFor(context, addin, server);
  if (!isMeasured) await context.addInitScript(waitLonger, timed);
  if (windows === 'blocked') await context.addInitScript(blockWindows);
  await context.route(outlookPage, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Mail</title><body>' }),
  );
  await page.goto(outlookPage);
  await page.evaluate(startFakeHost, {
    mailbox,
    nestedAppAuth: options.saysNested ?? accessToken !== null,
    displayLanguage: 'en-US',
    mailboxApi: options.mailboxApi ?? '1.13',
  });
  return { context, page };
}

export const openOutlook = async (browser: Browser, options: OutlookOptions): Promise<Outlook> => {
  const { addin, mailbox } = options;
  const { context, page } = await openMailPage(browser, options);
  const frameOf = async (name: 'events' | 'pane'): Promise<Frame> => {
    const frame = await page
      .waitForSelector(`#${name}`, { state: 'attached' })
      .then((element) => element.contentFrame());
    if (!frame) throw new Error(`The frame ${name} is not there.`);
    return frame;
  };
  let events = 0;
  const raise = async (handler: string): Promise<string> => {
    events += 1;
    const id = `event-${String(events)}`;
    await page.evaluate(([event, name]) => window.fakeHost.raise(event, name), [id, handler] as const);
    return id;
  };
  return {
    context,
    page,
    compose: async (mail = {}, isTimed = false) => {
      const empty = {
        sets: [],
        notices: {},
        session: {},
        attached: [],
        completed: [],
        paneTask: '',
        isOwnSignatureOn: true,
      };
      const usual = { kind: 'message', composeType: 'newMail', format: 'html', isReadOnly: false, body: '' } as const;
      const opened: HostMail = { ...usual, ...mail, from: mailbox, ...empty };
      await page.evaluate(
        ({ written, url }) => {
          window.fakeHost.close('events');
          window.fakeHost.mail = written;
          window.fakeHost.show(url, 'events');
        },
        { written: opened, url: `${addin}/launchevent.html${isTimed ? timed : ''}` },
      );
      await page.waitForFunction(() => window.fakeHost.isListening());
    },
    start: async (handler) => {
      await raise(handler);
    },
    raise: async (handler) => {
      const id = await raise(handler);
      await page.waitForFunction((event) => window.fakeHost.mail?.completed.includes(event), id);
    },
    changeFrom: (address, clears = false) =>
      page.evaluate(
        ([from, isCleared]) => {
          const { mail } = window.fakeHost;
          if (!mail) return;
          mail.from = from;
          // A text that was added to another is none that Outlook knows as a signature.
          if (isCleared && mail.format === 'html') mail.sets.splice(0);
        },
        [address, clears] as const,
      ),
    mail: () =>
      page.evaluate(() => {
        if (!window.fakeHost.mail) throw new Error('No mail is open.');
        return window.fakeHost.mail;
      }),
    openPane: async (task = '') => {
      await page.evaluate(
        ([url, paneTask]) => {
          if (window.fakeHost.mail) Object.assign(window.fakeHost.mail, { paneTask });
          window.fakeHost.show(url, 'pane');
        },
        [`${addin}/taskpane.html`, task] as const,
      );
      return frameOf('pane');
    },
    frame: frameOf,
    closePane: () => page.evaluate(() => window.fakeHost.close('pane')),
    close: async () => {
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
  };
};
