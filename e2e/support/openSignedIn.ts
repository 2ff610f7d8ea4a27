import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openWindow } from './browser/openWindow.ts';
import type { Demo } from './startDemo.ts';
import { signIn } from './stories/story.ts';
import { openWording } from './wording.ts';

/** A wide window in English in which the Global Administrator of the demo has signed in. */
export const openSignedIn = async (
  browser: Browser,
  demo: Demo,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const { context, page } = await openWindow(browser, { locale: 'en', viewport: { width: 1500, height: 900 } });
  await page.goto(demo.url);
  await signIn({ context, page, say: openWording('en'), onScreen: () => Promise.resolve() });
  return { context, page };
};
