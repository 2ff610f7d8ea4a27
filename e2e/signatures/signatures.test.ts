import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { syncTeam } from '../support/fillTenant.ts';
import { openTenant } from '../support/openTenant.ts';
import { designSignature, lookAfterFields } from '../support/stories/signatureStory.ts';
import { signIn } from '../support/stories/story.ts';
import { tellInBrowser } from '../support/tellInBrowser.ts';
import { windows } from '../support/browser/windows.ts';

// In `npm test` whoever looks after signatures makes one, see `designer.test.ts`.
describe('an admin makes a signature, gives it to a group and looks after its fields', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(windows('wideEnglish'))('in $locale at $width px, $colorScheme', async ({ locale, width, colorScheme }) => {
    await tellInBrowser(browser, { locale, width, colorScheme }, async (person, demo) => {
      await syncTeam(await openTenant(demo), 'Team Engineering');
      await signIn(person);
      if (isThorough) await designSignature(person, 'Team Engineering');
      await lookAfterFields(person);
    });
  });
});
