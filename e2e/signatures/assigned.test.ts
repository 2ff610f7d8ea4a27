import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { AssignmentEffect, SavedAssignments } from '../../server/src/contract/signatures/assignments.ts';
import type { ApiOfPerson } from '../support/apiOf.ts';
import { fillTenant, type Filled } from '../support/fillTenant.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { openTenant } from '../support/openTenant.ts';
import { settled } from '../support/pages.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');

describe('lists that are handed to somebody', () => {
  let browser: Browser;
  let demo: Demo;
  let api: ApiOfPerson;
  let page: Page;
  let filled: Filled;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
    api = await openTenant(demo);
    filled = await fillTenant(api, demo.simulatorUrl);
    ({ page } = await openSignedIn(browser, demo));
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const goTo = async (path: string): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(`${demo.url}/#/${path}`);
    await settled(page);
  };
  /** The lines of the file that is saved, without its heads. */
  const saved = async (button: string): Promise<readonly string[]> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button, exact: true }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
      .slice(1);
  };
  const link = (name: string) => page.locator('main').getByRole('link', { name, exact: true });

  test('whom a rule decides about is listed in full, a click from where it is counted', async () => {
    const { assignments } = await api.get<SavedAssignments>('/api/assignments');
    const effect = await api.send<AssignmentEffect>('POST', '/api/assignments/effect', { assignments });
    const [counted] = effect.rules;
    await goTo('assignments');
    await link(say('assignments.row.everybodyOf', { rule: 'Engineering' })).click();
    await page.waitForURL(/#\/assignments\/people\?rule=/);
    await link('Engineering').first().waitFor();
    expect(await saved(say('assignments.people.export'))).toHaveLength(counted?.decides ?? 0);
    const { displayName = '' } = counted?.sample[0] ?? {};
    await page.getByRole('searchbox', { name: say('assignments.people.search') }).fill(displayName);
    await link(displayName).waitFor();

    await goTo(`signatures/${filled.signatureId}?tab=who`);
    await page.getByRole('link', { name: say('signatures.who.list'), exact: true }).click();
    await page.waitForURL(/#\/assignments\/people\?signature=/);
    await link('Engineering').first().waitFor();
    await page
      .getByLabel(say('assignments.people.who.label'), { exact: true })
      .selectOption(say('assignments.people.who.none'));
    await page.getByText(say('assignments.people.nobody'), { exact: true }).waitFor();
    await page.waitForURL(/only=none/);
  });

  test('a teammate’s page says which signature it is, by which rule, and that nobody saw them in Outlook', async () => {
    await goTo(`teammates/${filled.teammateId}?tab=outlook`);
    await page.getByText(say('outlook.person.never')).waitFor();
    await page.getByText(/^By the rule “Engineering”\.$|^No rule applies/).waitFor();
    expect(await link(say('outlook.person.rollout')).getAttribute('href')).toBe('#/rollout');
  });

  test('what a sync did leaves as it is narrowed on its page', async () => {
    const { items } = await api.get<{ items: readonly { displayName: string; changes: readonly object[] }[] }>(
      `/api/sync/runs/${filled.runId}/changes?limit=200`,
    );
    const one = items.at(-1);
    await goTo(`sync/runs/${filled.runId}?search=${encodeURIComponent(one?.displayName ?? '')}`);
    await page
      .getByRole('list', { name: say('sync.changes.list') })
      .getByRole('listitem')
      .first()
      .waitFor();
    const lines = await saved(say('sync.export.action'));
    expect(lines.length).toBeGreaterThanOrEqual(one?.changes.length ?? 0);
    for (const line of lines) expect(line).toContain(one?.displayName.split(' ')[0]);
  });
});
