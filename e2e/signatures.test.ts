import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { inspectPage } from './support/inspectPage.ts';
import { openBrowser } from './support/openBrowser.ts';
import { openWindow } from './support/openWindow.ts';
import { makeSignature } from './support/signatureStory.ts';
import { startDemo } from './support/startDemo.ts';
import { connect, pick, preview, signIn, sync } from './support/story.ts';
import { watchContext } from './support/watchPage.ts';
import { openWording } from './support/wording.ts';

describe('an admin makes a signature and gives it to a group', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    { locale: 'en', width: 1280, colorScheme: 'light' },
    { locale: 'nl', width: 320, colorScheme: 'dark' },
  ] as const)('in $locale at $width px, $colorScheme', async ({ locale, width, colorScheme }) => {
    const demo = await startDemo();
    const viewport = { width, height: width === 320 ? 570 : 800 };
    const { context, page } = await openWindow(browser, { locale, colorScheme, viewport });
    const complaints = watchContext(context);
    const obstacles: string[] = [];
    const person = {
      ...{ context, page, say: openWording(locale) },
      onScreen: async (name: string): Promise<void> => {
        obstacles.push(...(await inspectPage(page)).map((obstacle) => `${name}: ${obstacle}`));
      },
    };
    try {
      await page.goto(demo.url);
      await signIn(person);
      await connect(person);
      await pick(person);
      await preview(person);
      await sync(person);
      await makeSignature(person, 'Team Engineering');
      expect(obstacles).toEqual([]);
      expect(complaints.all).toEqual([]);
    } finally {
      await context.close();
      await demo.stop();
    }
  });
});
