import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { openBrowser } from '../support/openBrowser.ts';
import { tellStory } from '../support/stories/story.ts';
import { tellInBrowser } from '../support/tellInBrowser.ts';

/** The first two hold every language, width and colour scheme. */
const allWindows = [
  { locale: 'en', width: 1280, colorScheme: 'light' },
  { locale: 'nl', width: 320, colorScheme: 'dark' },
  { locale: 'nl', width: 1280, colorScheme: 'dark' },
  { locale: 'en', width: 320, colorScheme: 'light' },
] as const;

describe('a newcomer does the whole job in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(isThorough ? allWindows : allWindows.slice(0, 2))(
    'in $locale at $width px, $colorScheme, without an error or an obstacle',
    ({ locale, width, colorScheme }) => tellInBrowser(browser, { locale, width, colorScheme }, tellStory),
  );
});
