import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { inspectContrastTheme } from '../support/inspect/inspectContrastTheme.ts';
import { openWindow } from '../support/browser/openWindow.ts';
import { fillPages, settled } from '../support/pages.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { signIn } from '../support/stories/story.ts';
import { openWording } from '../support/wording.ts';

/**
 * Windows has four contrast themes, and people make their own: a browser can be shown two of them. What holds in all is that
 * nothing has a colour of ours, and that each colour stands on the one it is meant for.
 */
describe('contrast themes', () => {
  let browser: Browser;
  let demo: Demo;
  let pages: readonly string[];
  beforeAll(async () => {
    browser = await openBrowser();
    demo = await openDemo();
    pages = await fillPages(demo);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  test('are looked at: a colour of ours is found', async () => {
    const { context, page } = await openWindow(browser, { forcedColors: 'active' });
    const ours = 'forced-color-adjust: none; color: #0f6cbd; background: #fafafa';
    await page.setContent(`<p>theirs <a href="#">too</a></p><p style="${ours}">ours</p>`);
    expect(await inspectContrastTheme(page)).toEqual(['“ours” is rgb(15, 108, 189) on rgb(250, 250, 250)']);
    await context.close();
  });

  test.each(isThorough ? (['dark', 'light'] as const) : (['dark'] as const))(
    'give every page their colours and no others: a %s one',
    async (colorScheme) => {
      const { context, page } = await openWindow(browser, {
        locale: 'en',
        viewport: { width: 1280, height: 800 },
        colorScheme,
        forcedColors: 'active',
      });
      const complaints: string[] = [];
      await page.goto(demo.url);
      complaints.push(...(await inspectContrastTheme(page)));
      await signIn({ context, page, say: openWording('en'), onScreen: () => Promise.resolve() });
      // Where it clicked last, a button of the next page may lie, and what is pointed at has colours of its own.
      await page.mouse.move(0, 0);
      // Every other page, which is as many colours; in the thorough run all of them.
      for (const path of pages.filter((_, index) => isThorough || index % 2 === 0)) {
        await page.goto(`${demo.url}/#/${path}`);
        await settled(page);
        complaints.push(...(await inspectContrastTheme(page)).map((one) => `${path}: ${one}`));
      }
      await context.close();
      expect(complaints).toEqual([]);
    },
  );
});
