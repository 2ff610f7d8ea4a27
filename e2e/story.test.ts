import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { inspectPage } from './support/inspectPage.ts';
import { openBrowser } from './support/openBrowser.ts';
import { openWindow } from './support/openWindow.ts';
import { startDemo, type Demo } from './support/startDemo.ts';
import { tellStory } from './support/story.ts';
import { watchContext } from './support/watchPage.ts';
import { openWording } from './support/wording.ts';

describe('a newcomer does the whole job in a browser', () => {
  let browser: Browser;
  let demo: Demo;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    { locale: 'en', width: 1280, colorScheme: 'light' },
    { locale: 'nl', width: 1280, colorScheme: 'dark' },
    { locale: 'en', width: 320, colorScheme: 'dark' },
    { locale: 'nl', width: 320, colorScheme: 'light' },
  ] as const)(
    'in $locale at $width px, $colorScheme, without an error or an obstacle',
    async ({ locale, width, colorScheme }) => {
      demo = await startDemo();
      const { context, page } = await openWindow(browser, {
        locale,
        colorScheme,
        viewport: { width, height: width === 320 ? 570 : 800 },
      });
      const complaints = watchContext(context);
      const obstacles: string[] = [];
      try {
        await page.goto(demo.url);
        await tellStory({
          context,
          page,
          say: openWording(locale),
          onScreen: async (name) => {
            obstacles.push(...(await inspectPage(page)).map((obstacle) => `${name}: ${obstacle}`));
          },
        });
        expect(obstacles).toEqual([]);
        expect(complaints.all).toEqual([]);
      } finally {
        await context.close();
        await demo.stop();
      }
    },
  );
});
