import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Locale } from '../../addin/i18n/locale.ts';
import { openWindow } from './browser/openWindow.ts';
import { watchContext, type Complaints } from './inspect/watchPage.ts';
import type { Demo } from './startDemo.ts';
import { pickAccount, type Person } from './stories/story.ts';
import { openWording } from './wording.ts';

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Of a demo, what a browser keeps of its Global Administrator: by that another window of theirs is signed in. */
const kept = new WeakMap<Demo, StorageState>();

interface SignedIn extends Person {
  readonly complaints: Complaints;
}

interface SignedInOptions extends Pick<BrowserContextOptions, 'viewport' | 'colorScheme'> {
  readonly locale?: Locale;
  /** The page that is opened; without one the first there is. */
  readonly at?: string;
}

/**
 * A window in which the Global Administrator of the demo has signed in, on one of the pages. In the first one they do so
 * themselves, as in the stories; that takes as long as what most tests are about, so the next begin with what it keeps.
 */
export const openSignedIn = async (
  browser: Browser,
  demo: Demo,
  { locale = 'en', at = '', ...options }: SignedInOptions = {},
): Promise<SignedIn> => {
  const storageState = kept.get(demo);
  const viewport = { width: 1280, height: 900 };
  const { context, page } = await openWindow(browser, {
    locale,
    viewport,
    ...options,
    ...(storageState && { storageState }),
  });
  const complaints = watchContext(context);
  const person = { context, page, say: openWording(locale), onScreen: () => Promise.resolve() };
  const answered = page.waitForResponse((response) => response.url() === `${demo.url}/api/session` && response.ok());
  await page.goto(`${demo.url}/${at === '' ? '' : `#/${at}`}`);
  if (!storageState) await pickAccount(person, 'Anna Vermeer');
  await answered;
  await page.locator('main:not([aria-busy=true]) h1').waitFor();
  if (!storageState) kept.set(demo, await context.storageState());
  return { ...person, complaints };
};
