import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Locale } from '../../addin/i18n/locale.ts';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { inspectFocus } from '../support/inspect/inspectFocus.ts';
import { inspectText } from '../support/inspect/inspectText.ts';
import { installLongerWords, lengthenTexts } from '../support/inspect/longerWords.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openWindow } from '../support/browser/openWindow.ts';
import { fillPages, settled } from '../support/pages.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { seeOwnSignature, signIn } from '../support/stories/story.ts';
import { watchContext } from '../support/inspect/watchPage.ts';
import { countShiftsAnew, shiftsOf, watchShifts } from '../support/inspect/watchShifts.ts';
import { openWording } from '../support/wording.ts';

/** From a pane at 200 % to a large screen: where the layout changes, and what lies between and beyond. */
const widths = [1920, 1280, 1024, 640, 320, 160] as const;
const layouts = [1280, 320] as const;
/** Where the words of another language have the least room: beside the rail, alone, and magnified. */
const widthsOfWords: readonly number[] = [1024, 320, 160];

/** In `npm test` words lengthened in English stand for those of other languages. */
const locales: readonly Locale[] = isThorough ? ['en', 'nl'] : ['en'];
/** In English both layouts; in the thorough run every width, and in Dutch, whose words are the longest, where they have little room. */
const widthsFor = (locale: Locale): readonly number[] => {
  if (locale === 'nl') return widthsOfWords;
  return isThorough ? widths : layouts;
};
/** Where one goes through the page by Tab: in one layout, which is the other one for the next page, or in both. */
const isForFocus = (width: number, index: number): boolean =>
  isThorough ? layouts.some((one) => one === width) : width === layouts[index % layouts.length];
const heightOf = (width: number): number => (width < 1000 ? 570 : 800);

describe('the pages at every width', () => {
  let browser: Browser;
  let demo: Demo;
  let pages: readonly string[];

  const openPerson = async (locale: Locale) => {
    const viewport = { width: widths[0], height: heightOf(widths[0]) };
    const { context, page } = await openWindow(browser, { locale, viewport });
    await installLongerWords(context);
    await watchShifts(context);
    return { context, page, say: openWording(locale), onScreen: () => Promise.resolve() };
  };

  beforeAll(async () => {
    browser = await openBrowser();
    demo = await openDemo();
    pages = await fillPages(demo);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  test.each(locales)('cut and cover nothing, and nothing jumps, in %s', async (locale) => {
    const person = await openPerson(locale);
    const { context, page } = person;
    const messages = watchContext(context);
    const complaints: string[] = [];
    const note = (where: string, found: readonly string[]): void => {
      complaints.push(...found.map((one) => `${where}: ${one}`));
    };
    try {
      await page.goto(demo.url);
      await signIn(person);
      for (const width of widthsFor(locale)) {
        await page.setViewportSize({ width, height: heightOf(width) });
        for (const [index, path] of pages.entries()) {
          const where = `${path} at ${String(width)}`;
          await countShiftsAnew(page);
          await page.goto(`${demo.url}/#/${path}`);
          await settled(page);
          note(where, await shiftsOf(page));
          note(where, await inspectText(page));
          if (locale === 'nl') continue;
          if (isForFocus(width, index)) note(where, await inspectFocus(page));
          if (!widthsOfWords.includes(width)) continue;
          await lengthenTexts(page, 1.4);
          note(`${where}, longer`, await inspectText(page));
          await lengthenTexts(page, 1);
        }
      }
      expect(complaints).toEqual([]);
      // What this test puts into every window is kept out of the mails in it.
      expect(messages.all.filter((message) => !message.includes("execution in 'about:srcdoc'"))).toEqual([]);
    } finally {
      await context.close();
    }
  });

  test('of somebody who manages nothing, in nl', async () => {
    const person = await openPerson('nl');
    const complaints: string[] = [];
    const { context, page } = person;
    const onScreen = async (): Promise<void> => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: heightOf(width) });
        complaints.push(...(await inspectText(page)).map((one) => `${String(width)}: ${one}`));
      }
    };
    await page.goto(demo.url);
    await seeOwnSignature({ ...person, onScreen }, "Grace O'Connor", 'notIncluded');
    await page.goto(`${demo.url}/#/settings`);
    await page.getByRole('heading', { name: person.say('common.noAccess.title') }).waitFor();
    await page.getByRole('link', { name: person.say('common.notFound.action') }).click();
    await page.getByRole('heading', { name: person.say('mine.title'), level: 1 }).waitFor();
    await context.close();
    expect(complaints).toEqual([]);
  });
});
