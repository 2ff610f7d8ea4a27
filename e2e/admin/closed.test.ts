import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { inspectPage } from '../support/inspect/inspectPage.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openWindow } from '../support/browser/openWindow.ts';
import { openDemo } from '../support/openDemo.ts';
import { signIn } from '../support/stories/story.ts';
import { watchContext } from '../support/inspect/watchPage.ts';
import { openWording } from '../support/wording.ts';

describe('an installation that takes in other tenants only', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('says so in place of a way to connect, whom to ask, and the id to give them; it outlives a lost network', async () => {
    const demo = await openDemo({ ALLOWED_TENANTS: '11111111-1111-4111-8111-111111111111' });
    const { context, page } = await openWindow(browser, {
      locale: 'nl',
      colorScheme: 'dark',
      viewport: { width: 320, height: 570 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const complaints = watchContext(context);
    const say = openWording('nl');
    try {
      await page.goto(demo.url);
      await signIn({ context, page, say, onScreen: () => Promise.resolve() });
      await page.goto(`${demo.url}/#/connect`);
      await page.getByRole('heading', { name: say('connect.closed.title') }).waitFor();
      const id = await page.getByLabel(say('connect.closed.tenantId')).inputValue();
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      await page.getByRole('button', { name: say('connect.closed.copy') }).click();
      await page.getByRole('button', { name: say('connect.needsAdmin.copied') }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);
      expect(await page.getByRole('button', { name: say('connect.connect'), exact: true }).count()).toBe(0);
      expect(await inspectPage(page)).toEqual([]);
      expect(complaints.all).toEqual([]);

      // A page that was never downloaded, while there is no network: the console stays, and the page comes with it.
      await context.setOffline(true);
      await page.evaluate(() => window.location.assign('#/settings'));
      await page.getByRole('heading', { name: say('common.missingPart.title') }).waitFor();
      expect(await page.getByRole('navigation').count()).toBeGreaterThan(0);
      await context.setOffline(false);
      await page.getByRole('heading', { name: say('settings.title'), level: 1 }).waitFor();
    } finally {
      await context.close();
      await demo.stop();
    }
  });
});
