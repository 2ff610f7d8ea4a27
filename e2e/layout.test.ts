import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { inspectFocus } from './support/inspectFocus.ts';
import { inspectText, lengthenTexts } from './support/inspectText.ts';
import { launch, openDirectory } from './support/leaversStory.ts';
import { openBrowser } from './support/openBrowser.ts';
import { openWindow } from './support/openWindow.ts';
import { startDemo, type Demo } from './support/startDemo.ts';
import { connect, pick, preview, seeOwnSignature, signIn, sync } from './support/story.ts';
import { openWording } from './support/wording.ts';

const widths = [320, 1024, 1280] as const;
/** Words of another language, where a window is as narrow as a pane gets by itself. */
const widthsOfLongerWords = [320, 1280] as const;
const pages = ['', 'sync', 'sync/held', 'connect', 'settings'] as const;
const heightOf = (width: number): number => (width < 1000 ? 570 : 800);

/** Once it shows what it is for: no placeholder of a list is left. */
const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(
    () => document.querySelector('main [role=progressbar][aria-label], main[aria-busy=true]') === null,
  );
};

describe('the pages at every width', () => {
  let browser: Browser;
  let demo: Demo;
  beforeAll(async () => {
    browser = await openBrowser();
    demo = await startDemo();
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  test.each(['en', 'nl'] as const)('cut and cover nothing, in %s and in longer words', async (locale) => {
    const { context, page } = await openWindow(browser, { locale, viewport: { width: 1280, height: 800 } });
    const person = { context, page, say: openWording(locale), onScreen: () => Promise.resolve() };
    const complaints: string[] = [];
    const note = (where: string, found: readonly string[]): void => {
      complaints.push(...found.map((one) => `${where}: ${one}`));
    };
    try {
      await page.goto(demo.url);
      await signIn(person);
      if (locale === 'en') {
        await connect(person);
        await pick(person);
        await preview(person);
        await sync(person);
        await openDirectory(demo.simulatorUrl)({ op: 'softDeleteUser', id: 'anouk.claeys@lindenhof.example' });
        await launch(person);
      }
      for (const path of pages) {
        await page.goto(`${demo.url}/#/${path}`);
        for (const width of widths) {
          await page.setViewportSize({ width, height: heightOf(width) });
          await settled(page);
          note(`${path} at ${String(width)}`, await inspectText(page));
          if (locale === 'en' && width !== 1024) note(`${path} at ${String(width)}`, await inspectFocus(page));
        }
        for (const width of widthsOfLongerWords) {
          await page.setViewportSize({ width, height: heightOf(width) });
          await page.reload();
          await settled(page);
          await lengthenTexts(page, 1.4);
          note(`${path} longer at ${String(width)}`, await inspectText(page));
        }
      }
      if (locale === 'en') {
        const own = await openWindow(browser, { locale: 'nl', viewport: { width: 320, height: 570 } });
        await own.page.goto(demo.url);
        const colleague = {
          ...own,
          say: openWording('nl'),
          onScreen: async () => note('mine', await inspectText(own.page)),
        };
        await seeOwnSignature(colleague, "Grace O'Connor", 'notIncluded');
        await own.context.close();
      }
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
