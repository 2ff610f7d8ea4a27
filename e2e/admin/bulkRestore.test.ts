import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { thoroughTest } from '../../server/tests/support/isThorough.ts';
import { apiOf, change } from '../support/apiOf.ts';
import { run, syncEverybody } from '../support/fillTenant.ts';
import { inspectPage } from '../support/inspect/inspectPage.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { openWindow } from '../support/browser/openWindow.ts';
import { startDemo, type Demo } from '../support/startDemo.ts';
import { openDirectory } from '../support/stories/leaversStory.ts';

import { signIn } from '../support/stories/story.ts';
import { openWording } from '../support/wording.ts';

const leavers = ['anouk.claeys', 'arjun.thompson', 'bas.schouten'].map((name) => `${name}@lindenhof.example`);

interface Listed {
  readonly items: readonly { readonly displayName: string }[];
}

describe('people who were removed', () => {
  const say = openWording('en');
  let folder: string;
  let clock: string;
  let browser: Browser;
  let demo: Demo;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'undersign-later-'));
    clock = join(folder, 'days');
    [browser, demo] = await Promise.all([
      openBrowser(),
      startDemo({
        LATER_CLOCK: clock,
        NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=${join(import.meta.dirname, '../support/browser/laterClock.ts')}`,
      }),
    ]);
    const api = await openTenant(demo);
    await syncEverybody(api);
    // Paused: two days later a turn and the night are due, and whoever starts a run meanwhile is told to wait.
    await change(api, 'settings', { autoDisable: true, autoRemove: true, removeAfterDays: 1, isPaused: true });
    for (const id of leavers) await openDirectory(demo.simulatorUrl)({ op: 'softDeleteUser', id });
    expect(await run(api, '/api/sync/runs')).toMatchObject({ status: 'succeeded' });
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(folder, { recursive: true });
  });

  thoroughTest('are ticked together and brought back, which says how many', async () => {
    writeFileSync(clock, '2');
    const { context, page } = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
    const asked = apiOf(page, demo.url);
    await page.goto(demo.url);
    await signIn({ context, page, say, onScreen: () => Promise.resolve() });
    const api = await asked;
    const removed = async () => (await api.get<Listed>('/api/teammates?status=removed')).items.length;
    while ((await removed()) < leavers.length) await run(api, '/api/sync/runs', { mode: 'full' });

    await page.goto(`${demo.url}/#/teammates`);
    await page.getByRole('button', { name: new RegExp(`^${say('teammates.list.removed')} ?3$`) }).click();
    await page.getByRole('row', { name: /Anouk Claeys/ }).waitFor();
    await page.getByRole('checkbox', { name: say('teammates.bulk.all') }).check();
    expect(await inspectPage(page)).toEqual([]);
    await page.getByRole('button', { name: say('teammates.bulk.restore', { formatted: '3' }) }).click();
    await page.getByText(say('teammates.bulk.restoreDone_other', { formatted: '3' })).waitFor();
    await page.getByRole('row', { name: /Anouk Claeys/ }).waitFor({ state: 'detached' });
    expect(await removed()).toBe(0);
  });
});
