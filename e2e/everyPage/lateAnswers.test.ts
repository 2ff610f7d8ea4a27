import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { countShiftsAnew, shiftsOf, watchShifts } from '../support/inspect/watchShifts.ts';
import { openDemo } from '../support/openDemo.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { fillPages } from '../support/pages.ts';
import type { Demo } from '../support/startDemo.ts';

/** What browsers call good: a tenth of the window moves by as much of it. */
const atMost = 0.1;
/** What every page asks before it is drawn, and what has no end. */
const isNoPart = (path: string): boolean => /\/(?:config|session|events)$/.test(path);

describe('answers that come one by one, those asked for last first', () => {
  let browser: Browser;
  let demo: Demo;
  let pages: readonly string[];

  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
    const all = await fillPages(demo);
    // Those on which most stands below each other; in the thorough run all of them.
    pages = isThorough ? all : all.filter((path) => ['sync', 'connect', 'integrations'].includes(path));
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const drawn = (page: Page): Promise<void> =>
    page.evaluate(async () => {
      for (let left = 10; left > 0; left -= 1) await new Promise((next) => requestAnimationFrame(next));
    });

  test.each(isThorough ? [1280, 320] : [320])('do not push away what one reads, at %i px', async (width) => {
    const { context, page } = await openSignedIn(browser, demo, { viewport: { width, height: 800 } });
    await watchShifts(context);
    const complaints: string[] = [];
    const held: Route[] = [];
    await page.route('**/api/**', async (route) => {
      if (isNoPart(new URL(route.request().url()).pathname)) await route.continue();
      else held.push(route);
    });
    for (const path of pages) {
      await page.goto('about:blank');
      held.length = 0;
      await page.goto(`${demo.url}/#/${path}`);
      await page.locator('main h1').waitFor();
      await drawn(page);
      for (let next = held.pop(); next !== undefined; next = held.pop()) {
        const request = next.request();
        await countShiftsAnew(page);
        await next.fulfill({ response: await next.fetch() });
        await request.response();
        await drawn(page);
        const { pathname } = new URL(request.url());
        complaints.push(...(await shiftsOf(page, atMost)).map((one) => `${path} by ${pathname}: ${one}`));
      }
    }
    await context.close();
    expect(complaints).toEqual([]);
  });
});
