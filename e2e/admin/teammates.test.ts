import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { syncEverybody } from '../support/fillTenant.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { goTo, signIn, type Person } from '../support/stories/story.ts';
import { tellInBrowser } from '../support/tellInBrowser.ts';

const searchFor = async ({ page, say }: Person, text: string): Promise<void> => {
  await page.getByRole('searchbox', { name: say('teammates.search') }).fill(text);
};

/** The button of a list, with the number of people it has. */
const counted = ({ page, say }: Person, list: string, count: number | '\\d+') =>
  page.getByRole('button', { name: new RegExp(`^${say(`teammates.list.${list}`)} ?${String(count)}$`) });

/** The least room there is between the name of a list and its number, in pixels. */
const narrowestGap = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const edges = (node: Node | null | undefined): DOMRect => {
      const range = document.createRange();
      if (node) range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    const lists = [...document.querySelectorAll('main [role=group] button[aria-pressed]')];
    return Math.min(...lists.map((list) => edges(list.lastChild).left - edges(list.firstChild).right));
  });

const exported = async ({ page, say }: Person): Promise<readonly string[]> => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: say('teammates.export.action') }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  return text.trim().split(/\r?\n/);
};

/** The two whose title is changed, by what is typed. */
const sameTitle = async (person: Person): Promise<number> => {
  const { page, say, onScreen } = person;
  await searchFor(person, 'claeys');
  const everybody = page.getByRole('row', { name: /claeys/i });
  await page
    .getByRole('row')
    .filter({ hasNotText: /claeys/i })
    .nth(1)
    .waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: say('teammates.bulk.all') }).check();
  const count = await everybody.count();
  await counted(person, 'all', count).waitFor();
  await onScreen('ticked');
  const bar = page.getByRole('region', { name: say('teammates.bulk.label') });
  await bar.getByRole('button', { name: say('teammates.bulk.override') }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('combobox', { name: say('teammates.bulk.field') })
    .selectOption({ label: say('fields.jobTitle') });
  // What a spreadsheet would take for a formula.
  await dialog.getByRole('textbox', { name: say('teammates.bulk.value') }).fill('=SUM(1)');
  await onScreen('set-value');
  await dialog.getByRole('button', { name: say('teammates.override.save') }).click();
  await page
    .getByText(say(`teammates.bulk.overrideDone_${count === 1 ? 'one' : 'other'}`, { formatted: String(count) }))
    .waitFor();
  await onScreen('set');
  const lines = await exported(person);
  expect(lines).toHaveLength(count + 1);
  for (const line of lines.slice(1)) expect(line).toContain("'=SUM(1)");
  await page
    .getByRole('main')
    .getByRole('button', { name: say('teammates.bulk.close') })
    .click();

  await page.getByRole('checkbox', { name: say('teammates.bulk.all') }).check();
  await bar.getByRole('button', { name: say('teammates.bulk.refresh', { formatted: String(count) }) }).click();
  await page
    .getByText(say(`teammates.bulk.refreshDone_${count === 1 ? 'one' : 'other'}`, { formatted: String(count) }))
    .waitFor();
  return count;
};

describe('many teammates at once', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('are counted as searched for, ticked, changed, refreshed and exported, and no cell of the file is a formula', () =>
    tellInBrowser(browser, { locale: 'nl', width: 1280, colorScheme: 'light' }, async (person, demo) => {
      await syncEverybody(await openTenant(demo));
      await signIn(person);
      await goTo(person, 'teammates');
      await person.page.getByRole('table').waitFor();
      await counted(person, 'all', 225).waitFor();
      expect(await narrowestGap(person.page)).toBeGreaterThan(3);
      const count = await sameTitle(person);
      await counted(person, 'overridden', count).waitFor();
      await searchFor(person, '');
      await counted(person, 'all', count).waitFor({ state: 'detached' });
      await counted(person, 'overridden', count).waitFor();
    }));

  test('get a value from a file, lose it by <clear> and leave it out by <hide>, each time said before it is done', () =>
    tellInBrowser(browser, { locale: 'en', width: 1280, colorScheme: 'light' }, async (person, demo) => {
      const { page, say, onScreen } = person;
      const api = await openTenant(demo);
      await syncEverybody(api);
      await signIn(person);
      const found = await api.get<{ items: readonly { id: string; userPrincipalName: string; displayName: string }[] }>(
        '/api/teammates?search=Grace',
      );
      const [{ id, userPrincipalName, displayName }] = found.items as [(typeof found.items)[number]];
      const city = async () =>
        (
          await api.get<{ fields: readonly { key: string; override: string; hidden: boolean }[] }>(
            `/api/teammates/${id}`,
          )
        ).fields.find(({ key }) => key === 'city');
      const override = async (): Promise<unknown> => (await city())?.override;
      const bring = async (value: string): Promise<void> => {
        await page.goto(`${demo.url}/#/teammates`);
        await page.goto(`${demo.url}/#/teammates/file`);
        const chooser = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: say('values.choose') }).click();
        const buffer = Buffer.from(`userPrincipalName,city\n${userPrincipalName},${value}\n`);
        await (await chooser).setFiles({ name: 'values.csv', mimeType: 'text/csv', buffer });
        await page.getByText(displayName, { exact: true }).first().waitFor();
      };
      const apply = async (): Promise<void> => {
        await page.getByRole('button', { name: say('values.apply_one', { formatted: '1' }) }).click();
        await page.getByText(say('teammates.bulk.overrideDone_one', { formatted: '1' })).waitFor();
      };
      await bring('Gouda');
      await page.getByText('Gouda', { exact: true }).waitFor();
      expect(await override()).toBe('');
      await apply();
      expect(await override()).toBe('Gouda');
      await bring('<clear>');
      await page.getByText(say('values.cleared')).waitFor();
      await onScreen('a value that is taken back');
      expect(await override()).toBe('Gouda');
      await apply();
      expect(await override()).toBe('');
      await bring('<hide>');
      await page.getByText(say('values.hidden')).waitFor();
      expect((await city())?.hidden).toBe(false);
      await apply();
      expect((await city())?.hidden).toBe(true);
    }));
});
