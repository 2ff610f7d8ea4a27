import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { thoroughTest } from '../../server/tests/support/isThorough.ts';
import { syncEverybody } from '../support/fillTenant.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { openSimulator } from '../support/stories/needsStory.ts';
import { goTo, openedBy, pickAccount, signIn } from '../support/stories/story.ts';
import { tellInBrowser } from '../support/tellInBrowser.ts';

describe('a newcomer makes trouble in the demo', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  thoroughTest('and sees the product wait, go on, and hold what looks like a mistake', () =>
    tellInBrowser(browser, { locale: 'en', width: 1280, colorScheme: 'light' }, async (person, demo) => {
      const { context, page, say } = person;
      await syncEverybody(await openTenant(demo));
      await signIn(person);
      const directory = await openedBy(context, () =>
        page.getByRole('link', { name: new RegExp(`^${say('common.demo.link')}`) }).click(),
      );
      const press = async (name: RegExp): Promise<void> => {
        await directory.getByRole('button', { name }).click();
        await directory.getByRole('status').waitFor();
        await page.bringToFront();
      };
      const syncNow = page.getByRole('button', { name: say('sync.start.sync'), exact: true });

      await press(/^503/);
      await goTo(person, 'sync');
      await syncNow.click();
      await page
        .getByText(/Microsoft/)
        .filter({ hasText: /again|wait/i })
        .first()
        .waitFor();
      await person.onScreen('waiting');
      await press(/^Mend/);
      await page.getByText(say('sync.result.done')).waitFor();

      await press(/^Slow/);
      // How much slower is up to the simulator; a fast machine would be done before anybody has looked.
      await openSimulator(demo)('POST', '/faults', { kind: 'hold' });
      await goTo(person, 'sync');
      await syncNow.click();
      // It shows that it goes on, and for how long already.
      await page.getByRole('button', { name: say('sync.progress.cancel') }).waitFor();
      await page
        .getByRole('main')
        .getByText(/\b([2-9]|\d{2,}) seconds/)
        .first()
        .waitFor();
      await person.onScreen('slow');
      await press(/^Mend/);
      await page.getByText(say('sync.result.done')).waitFor();

      await press(/^429/);
      await goTo(person, 'sync');
      await syncNow.click();
      const [asksToWait = ''] = say('sync.progress.waiting.throttled').split('{{time}}');
      await page
        .getByText(asksToWait)
        .filter({ hasText: /\d:\d\d/ })
        .first()
        .waitFor();
      await person.onScreen('asked to wait');
      await press(/^Mend/);
      await page.getByText(say('sync.result.done')).waitFor();

      await press(/people leave$/);
      await goTo(person, 'sync');
      await syncNow.click();
      await page.getByText(say('sync.result.done')).waitFor();
      await goTo(person, 'sync');
      await page.getByRole('link', { name: /wait for a decision/ }).waitFor();
      await person.onScreen('held');
    }),
  );

  test('and looks around as an auditor, who can change nothing', () =>
    tellInBrowser(browser, { locale: 'en', width: 1280, colorScheme: 'light' }, async (person) => {
      await pickAccount(person, 'Auditor');
      await person.page.getByRole('heading', { level: 1 }).waitFor();
      await goTo(person, 'settings');
      const { page, say } = person;
      await page.getByRole('heading', { level: 1, name: say('settings.title') }).waitFor();
      expect(await page.getByRole('button', { name: say('settings.bar.save'), exact: true }).count()).toBe(0);
      await person.onScreen('auditor');
      for (const path of ['signatures/new', 'signatures/paste', 'teammates/file']) {
        await page.evaluate((to) => {
          window.location.hash = `#/${to}`;
        }, path);
        await page.getByRole('heading', { level: 1, name: say('common.noAccess.title') }).waitFor();
        await page.getByRole('link', { name: say('common.notFound.action') }).click();
        await page
          .getByRole('heading', { level: 1, name: say('overview.greeting', { name: 'Ruud Kuiper' }) })
          .waitFor();
      }
    }));
});
