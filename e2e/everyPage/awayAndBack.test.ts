import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { freePort } from '../../server/tests/support/processes/freePort.ts';
import { apiOf, change, type ApiOfPerson } from '../support/apiOf.ts';
import { endOf, syncEverybody } from '../support/fillTenant.ts';
import { inspectPage } from '../support/inspect/inspectPage.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openRelay, type Relay } from '../support/openRelay.ts';
import { openWindow } from '../support/browser/openWindow.ts';
import { startDemo, type Demo } from '../support/startDemo.ts';
import { openSimulator } from '../support/stories/needsStory.ts';
import { connect, signIn, type Person } from '../support/stories/story.ts';
import { openWording } from '../support/wording.ts';

interface Saved {
  readonly selection: { readonly groups: readonly { readonly displayName: string }[] };
}

describe('what changes while somebody looks', () => {
  const say = openWording('en');
  let browser: Browser;
  let relay: Relay;
  let demo: Demo;
  let context: BrowserContext;
  let page: Page;
  let api: ApiOfPerson;

  beforeAll(async () => {
    relay = await openRelay();
    const port = await freePort();
    [browser, demo] = await Promise.all([
      openBrowser(),
      startDemo({ PORT: String(port), SIMULATOR_PORT: String(await freePort()), PUBLIC_URL: relay.url }),
    ]);
    const direct = `http://localhost:${String(port)}`;
    relay.leadTo(direct);
    ({ context, page } = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } }));
    const person: Person = { context, page, say, onScreen: () => Promise.resolve() };
    const asked = apiOf(page, relay.url, direct);
    await page.goto(relay.url);
    await signIn(person);
    await connect(person);
    api = await asked;
    await syncEverybody(api);
    await change(api, 'selection', { everyone: false });
  });
  afterAll(async () => {
    await browser.close();
    await relay.cut();
    await demo.stop();
  });

  test('a server that goes away while a run is shown, and comes back when it is over: the page says both by itself', async () => {
    await change(api, 'selection', { everyone: true });
    const simulator = openSimulator(demo);
    await simulator('POST', '/faults', { kind: 'hold', after: 1 });
    const { id } = await api.send<{ id: string }>('POST', '/api/sync/runs', { mode: 'full' });
    await page.goto(`${relay.url}/#/sync/runs/${id}`);
    await page.getByRole('button', { name: say('sync.progress.cancel') }).waitFor();

    await relay.cut();
    await page.getByText(say('common.away.title')).waitFor();
    expect(await inspectPage(page)).toEqual([]);
    await simulator('DELETE', '/faults');
    expect(await endOf(api, id)).toBe('succeeded');

    await relay.mend();
    await page.getByText(say('common.away.title')).waitFor({ state: 'detached' });
    await page.getByText(say('sync.result.done')).waitFor();
    expect(await inspectPage(page)).toEqual([]);
    await change(api, 'selection', { everyone: false });
  });

  test('the rest of a list that does not come is told of on the page, and comes at the next try', async () => {
    const { items } = await api.get<{ items: readonly { id: string }[] }>('/api/teammates?limit=1');
    const lists = [
      { at: 'sync', asked: /\/api\/sync\/runs\?/, more: say('sync.history.more'), isEmpty: false },
      { at: 'audit', asked: /\/api\/audit\?/, more: say('audit.more'), isEmpty: false },
      { at: 'rollout', asked: /\/api\/rollout\/people\?/, more: null, isEmpty: false },
      // A first page that has nothing is no end, whether somebody asks for the next or the page does by itself.
      { at: 'sync', asked: /\/api\/sync\/runs\?/, more: say('sync.history.more'), isEmpty: true },
      { at: 'rollout', asked: /\/api\/rollout\/people\?/, more: null, isEmpty: true },
      { at: `teammates/${items[0]?.id ?? ''}?tab=history`, asked: /\/history\?/, more: null, isEmpty: true },
    ];
    for (const { at, asked, more, isEmpty } of isThorough ? lists : [lists[0]!, ...lists.slice(-1)]) {
      await page.goto('about:blank');
      let isRefused = true;
      await context.route(asked, async (route) => {
        if (!route.request().url().includes('cursor=')) return route.fulfill(await goesOn(route, isEmpty));
        return isRefused ? route.fulfill(refusal) : route.continue({ url: withoutCursor(route) });
      });
      await page.goto(`${relay.url}/#/${at}`);
      const next = page.getByRole('button', { name: more ?? 'none' });
      if (more !== null) await next.click();
      else if (!isEmpty) await goToTheEnd();
      const retry = page.getByRole('alert').getByRole('button', { name: say('common.retry') });
      await retry.waitFor();
      expect(await inspectPage(page)).toEqual([]);
      if (more === null && !isEmpty) expect(await page.locator('li[aria-setsize]').count()).toBeGreaterThan(0);
      isRefused = false;
      await retry.click();
      await retry.waitFor({ state: 'detached' });
      await next.waitFor({ state: 'detached' });
      await context.unroute(asked);
    }
    await page
      .getByRole('list', { name: say('teammates.history.list') })
      .getByRole('listitem')
      .first()
      .waitFor();
  });

  const goToTheEnd = async (): Promise<void> => {
    await page.locator('li[aria-setsize]').first().waitFor();
    await page.evaluate(() => {
      window.scrollTo(0, document.body.scrollHeight);
    });
  };

  /** The first page of a list that has another one. */
  const goesOn = async (route: Route, isEmpty: boolean) => {
    const response = await route.fetch();
    const page = (await response.json()) as { items: readonly unknown[] };
    return { response, json: { items: isEmpty ? [] : page.items, cursor: 'next' } };
  };
  const withoutCursor = (route: Route): string => {
    const url = new URL(route.request().url());
    url.searchParams.delete('cursor');
    return url.href;
  };
  const refusal = {
    status: 409,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: 'Refused', status: 409, code: 'refused' }),
  };

  test('two tabs that pick: whoever saves later is told, and loses nothing', async () => {
    // What the last test changed must not be news in the middle of this one.
    await page.reload();
    const other = await context.newPage();
    await pickGroup(page, 'Team Engineering');
    await pickGroup(other, 'Team Sales');
    await save(page).click();
    await page.getByText(say('select.bar.saved')).first().waitFor();

    await save(other).click();
    const conflict = other.getByText(say('select.conflict.title'));
    await conflict.waitFor();
    expect(await inspectPage(other)).toEqual([]);
    expect(await picked()).toEqual(['Team Engineering']);
    await box(other, 'Team Sales').and(other.locator(':checked')).waitFor();

    await other.getByRole('button', { name: say('common.conflict.reload') }).click();
    await conflict.waitFor({ state: 'detached' });
    await box(other, 'Team Engineering').and(other.locator(':checked')).waitFor();
    expect(await box(other, 'Team Sales').isChecked()).toBe(false);

    await box(other, 'Team Sales').check();
    await pickGroup(page, 'Team Marketing & Communicatie');
    await save(page).click();
    await page.getByText(say('select.bar.saved')).first().waitFor();
    await save(other).click();
    await other.getByRole('button', { name: say('common.conflict.keep') }).click();
    await conflict.waitFor({ state: 'detached' });
    await save(other).click();
    await other.getByText(say('select.bar.saved')).first().waitFor();
    expect(await picked()).toEqual(['Team Engineering', 'Team Sales']);
    // The first tab learns of it without a click.
    await box(page, 'Team Marketing & Communicatie').and(page.locator(':not(:checked)')).waitFor();
    await other.close();
  });

  const save = (tab: Page) => tab.getByRole('button', { name: say('select.bar.save'), exact: true });
  const box = (tab: Page, group: string) =>
    tab.getByRole('checkbox', { name: say('select.row.include', { name: group }), exact: true });
  const pickGroup = async (tab: Page, group: string): Promise<void> => {
    await tab.goto(`${relay.url}/#/select?of=groups&search=team`);
    await tab.getByRole('tab', { name: say('select.tabs.groups') }).click();
    await box(tab, group).check();
    await tab.getByText(say('select.bar.unsaved')).waitFor();
  };
  const picked = async (): Promise<readonly string[]> => {
    const { selection } = await api.get<Saved>('/api/selection');
    return selection.groups.map(({ displayName }) => displayName).sort();
  };
});
