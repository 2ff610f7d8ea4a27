import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { inspectPage } from '../support/inspect/inspectPage.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openWindow } from '../support/browser/openWindow.ts';
import { beInOutlook } from '../support/outlookStub.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { goTo } from '../support/stories/story.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');

describe('the pane in Outlook', () => {
  let browser: Browser;
  let demo: Demo;
  beforeAll(async () => {
    browser = await openBrowser();
    demo = await openDemo();
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const open = async (mailbox: string, platform: 'OfficeOnline' | 'Mac' | 'iOS' = 'OfficeOnline') => {
    const opened = await openWindow(browser, { locale: 'en', viewport: { width: 320, height: 570 } });
    await opened.page.clock.install();
    await beInOutlook(opened.context, { mailbox, platform });
    return opened;
  };

  test('shows a sign at once, and a way on where the server or Outlook gives no answer', async () => {
    const { context, page } = await open('grace.oconnor@lindenhof.example');
    let answer = (): void => undefined;
    const isAsked = new Promise<void>((asked) => {
      void context.route('**/api/config', async (route) => {
        asked();
        await new Promise<void>((resolve) => (answer = resolve));
        await route.continue();
      });
    });
    await context.addInitScript('window.officeIsSilent = true');
    await page.goto(`${demo.url}/taskpane.html`, { waitUntil: 'commit' });
    await page.locator('.splash').waitFor();
    // Until Outlook has been waited for long enough nothing is asked of the server.
    await page.waitForFunction(() => typeof Reflect.get(window, 'Office') === 'object');
    await page.clock.runFor(5_100);
    await isAsked;
    await page.clock.runFor(5_100);
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).toContain(say('problems.slow'));
    await page.getByRole('button', { name: say('common.retry') }).waitFor();
    answer();
    await page.getByRole('heading', { name: say('auth.title') }).waitFor();
    await context.close();
  });

  test('is painted by the page alone, before any script, token or configuration has come', async () => {
    const { context, page } = await openWindow(browser, { locale: 'en', viewport: { width: 320, height: 570 } });
    const answered: string[] = [];
    context.on('response', (response) => answered.push(new URL(response.url()).pathname));
    await context.route('**/*', async (route) => {
      // Nothing else is ever answered.
      if (route.request().resourceType() === 'document') await route.continue();
    });
    await page.goto(`${demo.url}/taskpane.html`, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    expect(await page.locator('.splash').innerText()).toContain('Undersign');
    expect(answered).toEqual(['/taskpane.html']);
    await context.close();
  });

  test('greets colleagues as colleagues, says whose signature it is, and fits where there is hardly any room', async () => {
    const { context, page } = await open('someone.else@lindenhof.example');
    await page.goto(`${demo.url}/taskpane.html`);
    await page.getByRole('heading', { name: say('auth.colleague.title') }).waitFor();
    expect(await page.getByText(say('auth.points.guard')).count()).toBe(0);
    const complaints = [...(await inspectPage(page))];
    const picker = context.waitForEvent('page');
    await page.getByRole('button', { name: say('auth.signIn'), exact: true }).click();
    await (await picker).getByRole('button', { name: "Grace O'Connor" }).click();
    await page.getByRole('heading', { name: say('mine.title'), level: 1 }).waitFor();
    await page.getByRole('button', { name: say('auth.wrongAccount.action') }).waitFor();
    for (const width of [160, 320]) {
      await page.setViewportSize({ width, height: 570 });
      complaints.push(...(await inspectPage(page)));
    }
    await page.emulateMedia({ forcedColors: 'active' });
    complaints.push(...(await inspectPage(page)));
    await context.setOffline(true);
    await page.getByText(say('common.offline.title')).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  const saving = [
    ['Mac', false, true],
    ['iOS', false, false],
    ['OfficeOnline', true, false],
  ] as const;
  test.each(isThorough ? saving : saving.slice(0, 1))(
    'on %s saves a file: %s, or leads to where that can be done: %s',
    async (platform, saves, leads) => {
      const { context, page } = await open('anna.vermeer@lindenhof.example', platform);
      await page.goto(`${demo.url}/taskpane.html`);
      const picker = context.waitForEvent('page');
      await page.getByRole('button', { name: say('auth.signIn'), exact: true }).click();
      await (await picker).getByRole('button', { name: 'Anna Vermeer' }).click();
      await page.getByRole('heading', { name: say('overview.greeting', { name: 'Anna Vermeer' }) }).waitFor();
      await goTo({ context, page, say, onScreen: () => Promise.resolve() }, 'audit');
      await page.getByRole('heading', { level: 1, name: say('audit.title') }).waitFor();
      const save = page.getByRole('button', { name: say('audit.export'), exact: true });
      const lead = page.getByRole('button', { name: say('inputs.download.inBrowser'), exact: true });
      if (leads) await lead.click();
      else if (saves) await save.waitFor();
      expect({ saves: await save.count(), leads: await lead.count() }).toEqual({ saves: +saves, leads: +leads });
      const opened = await page.evaluate(() => Reflect.get(window, 'openedInBrowser') as unknown);
      expect(opened).toBe(leads ? `${demo.url}/#/audit` : undefined);
      await context.close();
    },
  );
});
