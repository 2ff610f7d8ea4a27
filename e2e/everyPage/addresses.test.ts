import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page, Request } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { fillTenant, type Filled } from '../support/fillTenant.ts';
import { focusIsKept } from '../support/browser/keyboard.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { settled } from '../support/pages.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { openWording } from '../support/wording.ts';

/** Two views of every page that keeps in its address what it shows; `in` is where the menu leads, to the page without any. */
const views = [
  { page: 'select', in: true, first: 'of=groups&search=sales', second: 'of=people&search=noor' },
  { page: 'sync', in: true, first: 'kind=preview&span=day', second: 'status=failed&trigger=admin' },
  { page: 'sync/runs/{run}', first: 'action=add&search=an', second: 'action=disable' },
  {
    page: 'teammates',
    in: true,
    first: 'search=an&view=noPhone&sort=department',
    second: 'search=bo&order=descending',
  },
  { page: 'teammates', first: 'person={person}', second: 'person={person}&tab=why' },
  { page: 'teammates/{person}', first: 'tab=why', second: 'tab=history&field=jobTitle' },
  { page: 'teammates/{person}', first: 'tab=outlook', second: 'tab=why' },
  { page: 'teammates/missing', first: 'search=noor', second: 'search=sales' },
  { page: 'completeness', in: true, first: 'search=an', second: 'kind=blank&field=mobilePhone' },
  { page: 'signatures/{signature}', first: 'tab=who', second: 'tab=versions&compare=1' },
  { page: 'assignments/people', first: 'search=an', second: 'signature={signature}&on=reply' },
  { page: 'assignments/people', first: 'only=otherwise', second: 'rule=gone' },
  { page: 'audit', in: true, first: 'action=putSelection', second: 'outcome=done&at=2026-01-31' },
  { page: 'audit', first: 'person={person}', second: 'subject={signature}' },
  { page: 'rollout', in: true, first: 'view=never', second: 'view=problems' },
  { page: 'privacy', in: true, first: 'person={person}&name=Somebody', second: 'person={signature}&name=Another' },
  { page: 'compose', in: true, first: 'kind=reply&from=noor.bakker%40lindenhof.example', second: 'format=text' },
];

/** What of a page its address decides: what is typed and chosen in it, what is pressed, open and sorted, and its headings. */
const shownIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const states = ['aria-selected', 'aria-pressed', 'aria-sort', 'aria-expanded'];
    const stateOf = (element: Element) =>
      states.flatMap((name) => (element.hasAttribute(name) ? `${name}=${String(element.getAttribute(name))}` : []));
    const lineOf = (element: Element): string => {
      const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      const what = isField ? element.value : (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
      return [element.tagName, what, ...stateOf(element)].join(' ');
    };
    const telling =
      'h1, h2, h3, select, input:not([type=checkbox]), [role=tab], [aria-pressed], [aria-sort], [aria-label]';
    return [...document.querySelectorAll(`main :is(${telling})`)].map(lineOf);
  });

/** What the page has asked our API for and has no answer to yet; streams of events go on for ever. */
const watchAsked = (page: Page): ReadonlySet<Request> => {
  const asked = new Set<Request>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/') && !pathname.endsWith('/events')) asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  return asked;
};

/** Where one searches. */
const searched = ['select', 'teammates', 'teammates/missing', 'completeness', 'sync/runs/{run}'] as const;

/** Wide enough for a person beside the list. */
const viewport = { width: 1500, height: 900 };

describe('what the address says is what the page shows', () => {
  const say = openWording('en');
  let browser: Browser;
  let demo: Demo;
  let page: Page;
  let filled: Filled;
  let asked: ReadonlySet<Request>;

  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
    filled = await fillTenant(await openTenant(demo), demo.simulatorUrl);
    ({ page } = await openSignedIn(browser, demo, { viewport }));
    asked = watchAsked(page);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const addressOf = (path: string, query: string): string =>
    `#/${path}${query === '' ? '' : `?${query}`}`
      .replace('{run}', filled.runId)
      .replaceAll('{person}', filled.teammateId)
      .replaceAll('{signature}', filled.signatureId);
  const nextFrames = (count: number): Promise<void> =>
    page.evaluate(async (frames) => {
      for (let left = frames; left > 0; left -= 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    }, count);
  /**
   * Once everything is answered and it has stayed as it is for a while: what was typed is asked for a quarter of a second
   * later.
   */
  const shown = async (): Promise<readonly string[]> => {
    await settled(page);
    let last = await shownIn(page);
    for (let same = 0; same < 4; same += 1) {
      await nextFrames(5);
      const now = await shownIn(page);
      if (asked.size > 0 || JSON.stringify(now) !== JSON.stringify(last)) same = 0;
      last = now;
    }
    return last;
  };
  const anew = async (address: string): Promise<readonly string[]> => {
    await page.goto('about:blank');
    await page.goto(`${demo.url}/${address}`);
    return shown();
  };
  /** As whoever comes from another page sees it, which takes half the work of opening it anew. */
  const fromElsewhere = async (address: string): Promise<readonly string[]> => {
    await goTo('#/brand');
    await page.getByRole('heading', { level: 1, name: say('brand.title'), exact: true }).waitFor();
    await goTo(address);
    await page
      .locator('main h1')
      .filter({ hasNotText: say('brand.title') })
      .waitFor();
    return shown();
  };
  /** The page comes to show that, without being opened anew; what it shows instead is told. */
  const comesToShow = async (expected: readonly string[], how: string): Promise<void> => {
    const until = Date.now() + 120_000;
    while (Date.now() < until) {
      if (JSON.stringify(await shownIn(page)) === JSON.stringify(expected)) return;
      await nextFrames(2);
    }
    expect({ how, shown: await shown() }).toEqual({ how, shown: expected });
  };
  const goTo = (address: string): Promise<void> =>
    page.evaluate((to) => {
      window.location.hash = to;
    }, address);

  test.each(views)('$page?$first and ?$second', async ({ page: path, in: inMenu = false, first, second }) => {
    const [one, other] = [addressOf(path, first), addressOf(path, second)];
    // They share one router: one page is opened anew and its history gone through to its end, in the thorough run each.
    const goesOn = isThorough || path === 'teammates';
    const asOther = await (goesOn ? anew : fromElsewhere)(other);
    const asBare = goesOn && inMenu ? await fromElsewhere(addressOf(path, '')) : [];
    const asOne = await (isThorough ? anew : fromElsewhere)(one);
    expect(asOne).not.toEqual(asOther);
    await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'));

    await goTo(other);
    await comesToShow(asOther, 'a link');
    await page.goBack();
    await comesToShow(asOne, 'Back');
    if (goesOn) {
      await page.goForward();
      await comesToShow(asOther, 'Forward');
    }
    if (goesOn && inMenu) {
      await page.locator(`nav a[href="#/${path}"]`).first().click();
      await comesToShow(asBare, 'the menu');
      await page.goBack();
      await comesToShow(asOther, 'Back from the menu');
    }
    expect(await page.locator('body').getAttribute('data-same-page')).toBe('yes');
  });

  test.each(isThorough ? searched : searched.slice(0, 2))(
    'what is typed on %s comes into the address, and the focus stays where one types, also in a window made narrower',
    async (path) => {
      await fromElsewhere(addressOf(path, ''));
      const field = page.locator('main').getByRole('searchbox').first();
      const { height } = viewport;
      await field.pressSequentially('Noor', { delay: 5 });
      // Before the address has it.
      await page.setViewportSize({ width: 320, height });
      await page.waitForURL(/search=Noor/);
      await shown();
      expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
      expect(await field.inputValue()).toBe('Noor');
      await page.setViewportSize(viewport);
      expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    },
  );

  test.each(isThorough ? searched.slice(0, 3) : searched.slice(0, 1))(
    'what is typed on %s after a link was followed, and before its view is shown, stays',
    async (path) => {
      await fromElsewhere(addressOf(path, path === 'select' ? 'of=people&search=noor' : 'search=noor'));
      const field = page.locator('main').getByRole('searchbox').first();
      await field.evaluate(
        (input, to) => {
          // Right behind the router, which has heard of it and has drawn nothing yet.
          const type = (): void => {
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'claeys');
            input.dispatchEvent(new Event('input', { bubbles: true }));
          };
          window.addEventListener('popstate', type, { once: true });
          window.location.hash = to;
        },
        addressOf(path, path === 'select' ? 'of=people' : ''),
      );
      await page.waitForURL(/search=claeys/);
      await shown();
      expect(await field.inputValue()).toBe('claeys');
      await page.goBack();
      await page.waitForURL(/search=noor/);
      await shown();
      expect(await field.inputValue()).toBe('noor');
    },
  );

  test('a group chosen by Ctrl+K on the page of the people to sync is shown there', async () => {
    await anew(addressOf('select', 'of=people&search=noor'));
    // Without waiting for the field, which is on its way for the first time.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Team Sales', { delay: 5 });
    await page.waitForFunction((typed) => {
      const field = document.querySelector('[role=dialog] [role=combobox]');
      return field instanceof HTMLInputElement && field.value === typed;
    }, 'Team Sales');
    // People come above groups: until all have come the row may move away from under the pointer.
    await page.getByRole('dialog').getByRole('progressbar', { includeHidden: true }).waitFor({ state: 'detached' });
    await page
      .getByRole('option', { name: /Team Sales/ })
      .first()
      .click();
    await page
      .getByRole('checkbox', { name: say('select.row.include', { name: 'Team Sales' }), exact: true })
      .waitFor();
    await focusIsKept(page);
  });

  test('a page chosen by Ctrl+K is there for screen readers, also in a browser that was never idle', async () => {
    const { context, page: busy } = await openSignedIn(browser, demo, { viewport });
    await context.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    await busy.goto('about:blank');
    await busy.goto(`${demo.url}/#/settings`);
    for (const [name, title] of [
      [say('common.nav.brand'), say('brand.title')],
      [say('common.nav.teammates'), say('teammates.title')],
      [say('common.nav.settings'), say('settings.title')],
    ] as const) {
      await busy.locator('main h1').waitFor();
      await busy.keyboard.press('Control+k');
      await busy.getByRole('dialog').getByRole('combobox').fill(name);
      await busy.getByRole('option', { name, exact: true, selected: true }).waitFor();
      await busy.locator('#root[aria-hidden=true]').waitFor({ state: 'attached' });
      await busy.keyboard.press('Enter');
      await busy.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    }
    await context.close();
  });

  test('no page keeps something in its address that is not tried here', () => {
    const root = join(import.meta.dirname, '../..');
    const kept = globSync('addin/features/**/*.{ts,tsx}', { cwd: root }).flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/useKeptInAddress\(\{([^}]*)\}/g)].flatMap(([, names = '']) =>
        [...names.matchAll(/(\w+):/g)].map(([, name]) => name),
      ),
    );
    const tried = views.flatMap(({ first, second }) => [...new URLSearchParams(`${first}&${second}`).keys()]);
    expect(kept.filter((name) => !tried.includes(name ?? ''))).toEqual([]);
  });
});
