import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { apiOf } from '../support/apiOf.ts';
import { openKeyboard } from '../support/browser/keyboard.ts';
import { tellByKeyboard } from '../support/stories/keyboardStory.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { tellInBrowser } from '../support/tellInBrowser.ts';
import { windows } from '../support/browser/windows.ts';

describe('the whole job by keyboard alone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(windows('narrowEnglish'))(
    'in $locale at $width px: the focus is seen at every stop, and never lost',
    async ({ locale, width, colorScheme }) => {
      const hidden: string[] = [];
      await tellInBrowser(browser, { locale, width, colorScheme }, async (person, demo) => {
        const keys = openKeyboard(person.page, (complaint) => hidden.push(complaint));
        await tellByKeyboard({ ...person, keys }, demo, apiOf(person.page, demo.url));
      });
      expect(hidden).toEqual([]);
    },
  );
});
