import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { syncEverybody } from '../support/fillTenant.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');
const website = 'https://drafts.example';

/** A change on a page, and what shows that it is there. */
const changes = {
  brand: {
    make: (page: Page) => page.getByRole('textbox', { name: say('brand.website') }).fill(website),
    see: (page: Page) => page.getByRole('textbox', { name: say('brand.website') }).inputValue(),
    seen: website,
  },
  assignments: {
    make: (page: Page) =>
      page.getByRole('combobox', { name: say('assignments.otherMailbox.label') }).selectOption('none'),
    see: (page: Page) => page.getByRole('combobox', { name: say('assignments.otherMailbox.label') }).inputValue(),
    seen: 'none',
  },
  fields: {
    make: async (page: Page) => {
      await page
        .getByRole('button', { name: new RegExp(`^${say('fields.jobTitle')}`) })
        .first()
        .click();
      await page.getByRole('combobox', { name: say('smartFields.rule.policy') }).selectOption('directoryWins');
    },
    see: (page: Page) => page.getByText(say('smartFields.state.changed'), { exact: true }).innerText(),
    seen: say('smartFields.state.changed'),
  },
} as const;

describe('what is not saved yet', () => {
  let browser: Browser;
  let demo: Demo;
  let page: Page;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
    await syncEverybody(await openTenant(demo));
    ({ page } = await openSignedIn(browser, demo));
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  test.each(['brand', 'assignments', 'fields'] as const)(
    'on the page %s is there after a reload, for whoever began it and for nobody else',
    async (path) => {
      const { make, see, seen } = changes[path];
      const unsaved = page.getByRole('main').getByText(/^Unsaved/);
      await page.goto(`${demo.url}/#/${path}`);
      await make(page);
      await unsaved.waitFor();
      await page.reload();
      await unsaved.waitFor();
      expect(await see(page)).toBe(seen);
      await page.evaluate(() => {
        for (const [name, text] of Object.entries(sessionStorage))
          sessionStorage.setItem(name, (text as string).replace(/"owner":"[^"]*"/, '"owner":"another/person"'));
      });
      await page.reload();
      await page.locator('main:not([aria-busy=true]) h1').waitFor();
      await page.waitForFunction(() => document.querySelector('main [role=progressbar][aria-label]') === null);
      expect(await unsaved.count()).toBe(0);
    },
  );

  test('a colour that means nothing keeps the brand from being saved as another than is seen, and goes with Discard', async () => {
    await page.goto('about:blank');
    await page.goto(`${demo.url}/#/brand`);
    const accent = page.getByRole('textbox', { name: say('brand.color.accent'), exact: true });
    const before = await accent.inputValue();
    await accent.fill('#123456');
    await accent.fill('red');
    await page.getByText(say('brand.bar.invalid')).waitFor();
    const save = page.getByRole('button', { name: say('brand.bar.save'), exact: true });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: say('brand.bar.discard'), exact: true }).click();
    await save.waitFor({ state: 'detached' });
    expect(await accent.inputValue()).toBe(before);
    await accent.fill('red');
    await page.getByRole('button', { name: say('brand.bar.discard'), exact: true }).click();
    await save.waitFor({ state: 'detached' });
    expect(await accent.inputValue()).toBe(before);
  });
});
