import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { apiOf, change, type ApiOfPerson } from '../support/apiOf.ts';
import { fillTenant, run } from '../support/fillTenant.ts';
import { inspectPage } from '../support/inspect/inspectPage.ts';
import { inspectText } from '../support/inspect/inspectText.ts';
import { watchContext } from '../support/inspect/watchPage.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openWindow } from '../support/browser/openWindow.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';

import { connect, openedBy, signIn, type Person } from '../support/stories/story.ts';
import { openWording } from '../support/wording.ts';

const aDay = 24 * 60 * 60_000;
const nobody = '11111111-1111-4111-8111-111111111111';
const refused = JSON.stringify({
  ...{ type: 'about:blank', title: '', status: 401, code: 'token-expired', detail: '', requestId: '' },
});

/** Of addresses of nothing and of a server that is away browsers tell by themselves; Microsoft's library asks in a frame. */
const isExpected = (complaint: string): boolean =>
  complaint.includes('Failed to load resource') || complaint.includes('can escape its sandboxing');

describe('what nobody hopes for', () => {
  const say = openWording('en');
  let browser: Browser;
  let demo: Demo;
  let context: BrowserContext;
  let page: Page;
  let person: Person;
  let api: ApiOfPerson;
  let complaints: ReturnType<typeof watchContext>;

  const open = async (path: string): Promise<void> => {
    await page.goto(`${demo.url}/#/${path}`);
    await page.locator('main:not([aria-busy=true]) h1').waitFor();
    await page.waitForFunction(() => document.querySelector('main [role=progressbar][aria-label]') === null);
  };
  const look = async (where: string): Promise<void> => {
    const found = [...(await inspectPage(page)), ...(await inspectText(page))];
    expect({ where, found }).toEqual({ where, found: [] });
  };
  /** A demo of its own for what stands below, and its admin before it. */
  const inDemo = (begin: () => Promise<void>): void => {
    beforeAll(async () => {
      demo = await openDemo();
      ({ context, page } = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } }));
      complaints = watchContext(context);
      person = { context, page, say, onScreen: () => Promise.resolve() };
      await page.goto(demo.url);
      const asked = apiOf(page, demo.url);
      await signIn(person);
      api = await asked;
      await begin();
    });
    afterEach(() => {
      expect(complaints.all.filter((complaint) => !isExpected(complaint))).toEqual([]);
    });
    afterAll(async () => {
      await context.close();
      await demo.stop();
    });
  };

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const lookWithoutTenant = async (): Promise<void> => {
    for (const path of ['select', 'sync', 'teammates', 'teammates/missing', 'assignments', 'compose', 'brand']) {
      await open(path);
      await look(path);
      const retry = page.locator('main').getByRole('button', { name: say('common.retry') });
      expect({ path, failed: await retry.count() }).toEqual({ path, failed: 0 });
      const refusals = page.locator('main').getByText(/Request id/);
      expect({ path, refusals: await refusals.count() }).toEqual({ path, refusals: 0 });
    }
    for (const path of ['assignments', 'compose']) {
      await open(path);
      await page.getByRole('alert').getByText(say('problems.not-connected')).waitFor();
      const way = page.getByRole('alert').getByRole('link', { name: say('common.toConnection'), exact: true });
      expect(await way.getAttribute('href')).toBe('#/connect');
    }
  };
  /** Of a refusal that is nobody else's save, and of a picture that cannot be made, the pages say why. */
  const hearWhyWithoutTenant = async (): Promise<void> => {
    const why = say('problems.not-connected');
    await open('mine');
    await page
      .getByRole('main')
      .getByRole('link', { name: say('common.nav.connect'), exact: true })
      .waitFor();
    await page.goto(`${demo.url}/#/signatures/new`);
    await page.locator('main').getByText(why).first().waitFor();
    await open('settings');
    await page.getByLabel(say('settings.schedule.minutes')).fill('20');
    await page.getByRole('button', { name: say('settings.bar.save'), exact: true }).click();
    await page.getByRole('alert').getByText(why).waitFor();
    expect(await page.getByText(say('settings.conflict.title')).count()).toBe(0);
    await page.getByRole('button', { name: say('settings.bar.discard'), exact: true }).click();
  };
  const lookWithNobodyPicked = async (): Promise<void> => {
    await open('mine');
    await page
      .getByRole('main')
      .getByRole('link', { name: say('common.nav.select'), exact: true })
      .waitFor();
    await open('sync');
    await page.getByText(say('sync.health.nothingPicked.text')).waitFor();
    await look('sync');
    await open('select');
    await page.getByText(say('select.bar.empty')).waitFor();
    const preview = page.getByRole('button', { name: say('select.bar.preview'), exact: true });
    expect(await preview.getAttribute('aria-disabled')).toBe('true');
  };
  const lookWithNobodyInScope = async (): Promise<void> => {
    const found = await api.get<{ items: readonly { id: string; displayName: string; memberCount?: number }[] }>(
      '/api/directory/groups?search=Empty',
    );
    const group = found.items[0];
    await change(api, 'selection', { groups: [{ id: group?.id, displayName: group?.displayName }] });
    const { id } = await run(api, '/api/sync/preview');
    await open(`sync/runs/${id}`);
    await page.getByText(say('sync.plan.nothing')).first().waitFor();
    await look('preview of nobody');
  };

  describe('before there is anybody', () => {
    inDemo(() => Promise.resolve());

    test('every page leads to connecting a tenant, then to picking people, and a preview says of a group that it has no members', async () => {
      await lookWithoutTenant();
      await hearWhyWithoutTenant();
      await open('');
      await connect(person);
      await lookWithNobodyPicked();
      await lookWithNobodyInScope();
    });
  });

  describe('in a tenant', () => {
    inDemo(() => connect(person));

    test('an id in the address that does not exist is said to be gone, and there is a way on', async () => {
      const paths = ['teammates/', 'teammates?person=', 'sync/runs/', 'signatures/'].map((path) => path + nobody);
      const deeper = ['edit', 'publish'].map((path) => `signatures/${nobody}/${path}`);
      // Somebody for whom there is no room beside the list has a page of their own, which comes a moment later.
      const gone = page.locator('main', { hasText: /no longer|does not exist/ });
      for (const path of [...paths, ...deeper, 'sync/runs/..%2f..%2fsettings', 'teammates/%00', 'nowhere']) {
        await open(path);
        await gone.waitFor().catch(() => Promise.reject(new Error(`Nothing says so on ${path}`)));
      }
    });

    test('what is pressed twice while the server takes its time is done once, and a key is refused a day that is over', async () => {
      let isHeld = true;
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const made: string[] = [];
      await page.route(/\/api\/(?:keys|signatures)$/, async (route) => {
        if (isHeld && route.request().method() === 'POST') {
          made.push(new URL(route.request().url()).pathname);
          await held;
        }
        await route.continue();
      });
      const pressTwice = async (button: Locator): Promise<void> => {
        await button.click();
        await button.and(page.locator('[aria-disabled=true]')).waitFor();
        await button.press('Enter');
      };

      await page.goto(`${demo.url}/#/signatures/new`);
      const name = say('signatures.galleryPage.useNamed', { name: say('signatures.gallery.plain') });
      await pressTwice(page.getByRole('button', { name, exact: true }));

      await open('integrations');
      const add = { name: say('integrations.key.addAction'), exact: true };
      await page.getByRole('button', add).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: say('integrations.key.name'), exact: true }).fill('Nightly report');
      await dialog.getByRole('checkbox', { name: say('integrations.scope.runs') }).check();
      await pressTwice(dialog.getByRole('button', add));
      expect(made).toEqual(['/api/signatures', '/api/keys']);
      letGo();
      isHeld = false;
      await page.getByText(say('integrations.key.secretText')).waitFor();

      await page.getByRole('button', add).click();
      await dialog.getByRole('textbox', { name: say('integrations.key.name'), exact: true }).fill('Of yesteryear');
      await dialog.getByRole('checkbox', { name: say('integrations.scope.runs') }).check();
      await dialog.getByLabel(say('integrations.key.expiresOn')).fill('2020-01-01');
      await dialog.getByRole('button', add).click();
      await dialog.getByText(say('pageProblems.expiry-past')).waitFor();
      await dialog.getByRole('button', { name: say('common.cancel'), exact: true }).click();
    });

    test('a session that ends in the middle of a form: what was typed is there, and is saved after signing in again', async () => {
      await open('integrations');
      await page.getByRole('button', { name: say('integrations.webhook.addAction'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      const field = dialog.getByRole('textbox', { name: say('integrations.webhook.url'), exact: true });
      await field.fill('https://10.0.0.1/hook');
      await context.clearCookies();
      // Not taken away afterwards: the browser may be opening a window then, and has sometimes never answered.
      let hasEnded = true;
      await context.route(/\/oauth2\/v2\.0\/token/, (route) =>
        hasEnded
          ? route.fulfill({
              status: 400,
              json: { error: 'invalid_grant', error_description: 'AADSTS700084: It has ended.' },
            })
          : route.continue(),
      );
      await context.route('**/api/**', (route) =>
        hasEnded
          ? route.fulfill({ status: 401, contentType: 'application/problem+json', body: refused })
          : route.continue(),
      );
      const save = dialog.getByRole('button', { name: say('integrations.webhook.addAction'), exact: true });
      await save.click();
      const again = dialog.getByRole('button', { name: say('common.expired.action') });
      await again.waitFor();
      await look('session ended');
      const picker = await openedBy(context, () => again.click());
      hasEnded = false;
      await picker.getByRole('button', { name: 'Anna Vermeer' }).click();
      await again.waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.closest('form') !== null);
      expect(await field.inputValue()).toBe('https://10.0.0.1/hook');
      await save.click();
      await dialog.getByText(say('pageProblems.webhook-address-refused')).waitFor();
      await dialog.getByRole('button', { name: say('common.cancel'), exact: true }).click();
    });

    /** As browsers translate: the words go into elements of their own. */
    const translate = (): Promise<void> =>
      page.evaluate(() => {
        const found: Text[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) found.push(walker.currentNode as Text);
        for (const text of found) {
          if (
            text.data.trim() === '' ||
            text.parentElement?.closest('font, script, style, option, [contenteditable=true]')
          )
            continue;
          const outer = document.createElement('font');
          const inner = document.createElement('font');
          text.replaceWith(outer);
          outer.append(inner);
          inner.append(text);
        }
      });

    test('a page that the browser has translated goes on, and shows what changes', async () => {
      const { signatureId } = await fillTenant(api, demo.simulatorUrl);
      const main = page.getByRole('main');
      await open('');
      await translate();
      await open('assignments');
      await translate();
      const others = page.getByRole('combobox', { name: say('assignments.otherMailbox.label') });
      await others.selectOption('none');
      await main.getByText(/^Unsaved/).waitFor();
      await translate();
      await page.getByRole('button', { name: say('assignments.bar.discard'), exact: true }).click();
      await main.getByText(/^Unsaved/).waitFor({ state: 'detached' });
      await open('teammates');
      await translate();
      const search = main.getByRole('searchbox');
      await search.fill('nobody has this name');
      await main.getByText('Anouk Claeys').waitFor({ state: 'detached' });
      await translate();
      await search.fill('claeys');
      await main.getByText('Anouk Claeys').waitFor();
      await open(`signatures/${signatureId}/edit`);
      await translate();
      const line = page
        .getByRole('group', { name: say('editor.canvas.sheet') })
        .getByRole('textbox')
        .last();
      await line.click();
      await page.keyboard.type('translated');
      await translate();
      await page.getByText(say('editor.save.saved'), { exact: true }).waitFor();
      await page.getByRole('button', { name: say('editor.undo') }).click();
      await line.filter({ hasText: 'translated' }).waitFor({ state: 'detached' });
      await translate();
      await open('');
      expect(await page.getByText(say('common.crash.title')).count()).toBe(0);
      // What React does with words that it put into an element beside others, which throws in any other page.
      const left = await page.evaluate(() => {
        const [parent, moved, word, next] = ['div', 'font', 'i', 'b'].map((name) => document.createElement(name));
        if (!parent || !moved || !word || !next) return null;
        moved.append(word);
        parent.append(moved);
        parent.insertBefore(next, word);
        parent.removeChild(word);
        return parent.innerHTML;
      });
      expect(left).toBe('<b></b>');
    });

    test.each(['ahead', 'behind'])(
      'a browser whose clock is a day %s signs in and says when things were',
      async (way) => {
        const skewed = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
        try {
          await skewed.context.clock.install({ time: Date.now() + (way === 'ahead' ? aDay : -aDay) });
          await skewed.page.goto(demo.url);
          await signIn({ ...person, ...skewed });
          await skewed.page.goto(`${demo.url}/#/sync`);
          await skewed.page.getByRole('heading', { name: say('sync.history.title') }).waitFor();
          await skewed.page.reload();
          await skewed.page.getByRole('heading', { name: say('sync.history.title') }).waitFor();
        } finally {
          await skewed.context.close();
        }
      },
    );
  });
});
