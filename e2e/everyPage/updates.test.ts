import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { inspectPage } from '../support/inspect/inspectPage.ts';
import { focusIsKept } from '../support/browser/keyboard.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { fillPages } from '../support/pages.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { openWording } from '../support/wording.ts';

type Change = (name: string, value: unknown) => Readonly<Record<string, unknown>>;

/** What a release may do to an answer, done to every property of every object in it at once. */
const changes: Readonly<Record<string, Change>> = {
  'called otherwise': (name, value) => ({ [`${name}Now`]: value }),
  empty: (name) => ({ [name]: null }),
  'of another kind': (name, value) => ({ [name]: ofAnotherKind(value) }),
  'in an envelope': (name, value) => ({ [name]: { value } }),
};

const ofAnotherKind = (value: unknown): unknown => {
  if (Array.isArray(value)) return { items: value };
  if (typeof value === 'object') return [value];
  return typeof value === 'string' ? { text: value } : String(value);
};

const changed = (value: unknown, change: Change): unknown => {
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, inner]) => change(name, changed(inner, change))),
  ) as object;
};

/** What a page cannot do without to say anything at all, which the start of the pane has read before a release. */
const isBeginning = (url: string): boolean => /\/api\/(?:config|session|events)/.test(url);

describe('a page that stays open while Undersign is updated', () => {
  const say = openWording('en');
  let browser: Browser;
  let demo: Demo;
  let context: BrowserContext;
  let page: Page;
  let pages: readonly string[];

  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
    pages = ['mine', ...(await fillPages(demo))];
    ({ context, page } = await openSignedIn(browser, demo));
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  /** From now on the API is that of another version. */
  const update = (change: Change) =>
    context.route('**/api/**', async (route: Route) => {
      const url = route.request().url();
      if (isBeginning(url)) return route.continue();
      const response = await route.fetch();
      const headers: Record<string, string> = { ...response.headers(), 'x-undersign-contract': 'of-the-next' };
      if (!(headers['content-type'] ?? '').includes('json')) return route.fulfill({ response, headers });
      return route.fulfill({ response, headers, json: changed(await response.json(), change) });
    });
  const undo = () => context.unrouteAll({ behavior: 'ignoreErrors' });

  test.each(Object.entries(changes))('no page goes blank when everything in an answer is %s', async (_, change) => {
    const blank: string[] = [];
    for (const [index, path] of pages.entries()) {
      // Every other page meets one kind of change, and each page all of them in the thorough run.
      if (!isThorough && index % 8 !== 2 * Object.values(changes).indexOf(change)) continue;
      await page.goto('about:blank');
      await update(change);
      await page.goto(`${demo.url}/#/${path}`);
      const says = page.getByText(say('common.updated.text')).first();
      await says.waitFor().catch(() => blank.push(path));
      const reload = page.getByRole('button', { name: say('common.crash.reload') });
      if ((await reload.count()) === 0) blank.push(`${path} without a way on`);
      await undo();
    }
    expect(blank).toEqual([]);
  });

  test('what is not saved yet is there after the reload that the page offers', async () => {
    await page.goto('about:blank');
    await page.goto(`${demo.url}/#/settings`);
    const field = page.getByRole('textbox', { name: say('settings.guard.count') });
    const typed = String(Number(await field.inputValue()) + 3);
    await field.fill(typed);
    await update((name) => ({ [name]: null }));
    await page.evaluate(() => {
      window.location.hash = '#/teammates';
    });
    await page.getByText(say('common.updated.title')).first().waitFor();
    await page.getByRole('alert').getByText(say('common.crash.title')).waitFor();
    await focusIsKept(page);
    expect(await inspectPage(page)).toEqual([]);
    await undo();
    await page
      .getByRole('button', { name: say('common.crash.reload') })
      .first()
      .click();
    await page.getByText(say('common.updated.title')).waitFor({ state: 'detached' });
    await page.goto(`${demo.url}/#/settings`);
    await field.waitFor();
    expect(await field.inputValue()).toBe(typed);
  });
});
