import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { tellStory } from '../support/stories/story.ts';
import { tellInBrowser } from '../support/tellInBrowser.ts';
import { windows } from '../support/browser/windows.ts';

describe('a newcomer does the whole job in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(windows('wideEnglish'))(
    'in $locale at $width px, $colorScheme, without an error or an obstacle',
    ({ locale, width, colorScheme }) =>
      tellInBrowser(browser, { locale, width, colorScheme, isStarted: true }, tellStory),
  );
});
