import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Locale } from '../../addin/i18n/locale.ts';
import { openWindow } from './browser/openWindow.ts';
import { watchContext, type Complaints } from './inspect/watchPage.ts';
import type { Demo } from './startDemo.ts';
import { pickAccount, type Person } from './stories/story.ts';
import { openWording } from './wording.ts';

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Of a demo, what a browser keeps of whoever has signed in to it: by that another window of theirs is signed in. */
const signedIn = new WeakMap<Demo, Map<string, StorageState>>();

const keptOf = (demo: Demo): Map<string, StorageState> => {
  const kept = signedIn.get(demo) ?? new Map<string, StorageState>();
  signedIn.set(demo, kept);
  return kept;
};

interface SignedIn extends Person {
  readonly complaints: Complaints;
}

interface SignedInOptions extends Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'forcedColors'> {
  readonly locale?: Locale;
  /** The page that is opened; without one the first there is. */
  readonly at?: string;
  /** Whose window it is; the Global Administrator's, unless told. */
  readonly account?: string;
}

/**
 * A window of somebody who has signed in to the demo, on a page of theirs. In the first one they do so themselves, as in the
 * stories; that takes as long as what most tests are about, so the next windows begin with what the first one keeps.
 */
export const openSignedIn = async (
  browser: Browser,
  demo: Demo,
  { locale = 'en', at = '', account = 'Anna Vermeer', ...options }: SignedInOptions = {},
): Promise<SignedIn> => {
  const kept = keptOf(demo);
  const storageState = kept.get(account);
  const viewport = { width: 1280, height: 900 };
  const { context, page } = await openWindow(browser, {
    ...{ locale, viewport, ...options },
    ...(storageState && { storageState }),
  });
  const complaints = watchContext(context);
  const person = { context, page, say: openWording(locale), onScreen: () => Promise.resolve() };
  const answered = page.waitForResponse((response) => response.url() === `${demo.url}/api/session` && response.ok());
  await page.goto(`${demo.url}/${at === '' ? '' : `#/${at}`}`);
  if (!storageState) await pickAccount(person, account);
  await answered;
  await page.locator('main:not([aria-busy=true]) h1').waitFor();
  if (!storageState) kept.set(account, await context.storageState());
  return { ...person, complaints };
};
