import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import type { ApiOfPerson } from '../support/apiOf.ts';
import { syncEverybody } from '../support/fillTenant.ts';
import { inspectPage } from '../support/inspect/inspectPage.ts';
import { inspectText } from '../support/inspect/inspectText.ts';
import type { Complaints } from '../support/inspect/watchPage.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { openDirectory } from '../support/stories/leaversStory.ts';
import { openWording } from '../support/wording.ts';

/** What somebody may be called, by what one types to find them; a directory keeps each as it is. */
const names = {
  long: {
    account: 'anouk.claeys',
    name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(8).slice(0, 256),
    typed: 'wolfeschlegel',
  },
  rightToLeft: { account: 'arjun.thompson', name: 'שרה כהן-לוי (מכירות)', typed: 'שרה' },
  turned: { account: 'bas.schouten', name: 'invoice\u202Egnp.exe', typed: 'invoice' },
  emoji: { account: 'grace.oconnor', name: '👩‍👩‍👧‍👦 Zoë Ångström 🇳🇱', typed: 'Ångström' },
  blanks: { account: 'zoe.thooft', name: '  Two  Blanks  ', typed: 'blanks' },
} as const;

/** Each is shown in the list and as a heading; elsewhere these are, and all in the thorough run. */
const named = (...usual: readonly (keyof typeof names)[]) =>
  Object.entries(names).filter(([name]) => isThorough || usual.some((one) => one === name));

describe('names that nobody thought of', () => {
  const say = openWording('en');
  let browser: Browser;
  let demo: Demo;
  let api: ApiOfPerson;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
    api = await openTenant(demo);
    for (const { account, name } of Object.values(names))
      await openDirectory(demo.simulatorUrl)({
        op: 'updateUser',
        id: `${account}@lindenhof.example`,
        properties: { displayName: name },
      });
    await syncEverybody(api);
    ({ page, complaints } = await openSignedIn(browser, demo));
  });
  afterEach(() => {
    expect(complaints.all).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  /** Where the whole page was looked at: with the next name, only the thorough run asks more than whether the words fit. */
  const inspected = new Set<string>();
  /** Something that says exactly this and nothing else, blanks included. */
  const shown = async (where: string, name: string): Promise<void> => {
    await page.waitForFunction((text) => {
      const says = (element: Element): boolean => element.textContent === text && element.checkVisibility();
      const isLoading = document.querySelector('main [role=progressbar]') !== null;
      return !isLoading && [...document.querySelectorAll('#root *, [role=dialog] *')].some(says);
    }, name);
    const found = inspected.has(where) && !isThorough ? [] : [...(await inspectPage(page))];
    inspected.add(where);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      found.push(...(await inspectText(page)).map((one) => `${String(width)}: ${one}`));
    }
    expect({ where, name, found }).toEqual({ where, name, found: [] });
  };

  test.each(Object.entries(names))('%s: in the list, and as the heading of the person', async (_, { name, typed }) => {
    await page.goto(`${demo.url}/#/teammates?search=${encodeURIComponent(typed)}`);
    await shown('list', name);
    const { items } = await api.get<{ items: readonly { id: string; displayName: string }[] }>(
      `/api/teammates?search=${encodeURIComponent(typed)}`,
    );
    expect(items.map(({ displayName }) => displayName)).toEqual([name]);
    await page.goto(`${demo.url}/#/teammates/${items[0]?.id ?? ''}`);
    await shown('person', name);
  });

  test.each(named('rightToLeft'))('%s: in the palette', async (_, { name, typed }) => {
    await page.goto(`${demo.url}/#/settings`);
    await page.getByRole('heading', { level: 1, name: say('settings.title') }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: say('palette.title') }).fill(typed);
    await shown('palette', name);
    await page.keyboard.press('Escape');
  });

  test.each(named('turned'))('%s: of a signature, which the palette opens', async (_, { name, typed }) => {
    const { id } = await api.send<{ id: string }>('POST', '/api/signatures', {
      name: name.trim().slice(0, 100),
      design: {
        newMail: { kind: 'html', html: '<p>x</p>' },
        reply: { kind: 'sameAsNew' },
        forward: { kind: 'sameAsReply' },
        images: 'hosted',
      },
    });
    await page.goto(`${demo.url}/#/settings`);
    // Made elsewhere just now: the window may know the list from before.
    await page.reload();
    await page.getByRole('heading', { level: 1, name: say('settings.title') }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: say('palette.title') }).fill(typed);
    const group = page.getByRole('group', { name: say('palette.kind.signature') });
    await group.getByRole('option').click();
    await page.waitForURL(`${demo.url}/#/signatures/${id}`);
    await shown('signature', name.trim().slice(0, 100));
  });

  test.each(named('long', 'blanks'))('%s: picked among people', async (_, { name, typed }) => {
    await page.goto(`${demo.url}/#/select?of=people`);
    await page.getByRole('searchbox', { name: say('select.search.people') }).fill(typed);
    await shown('picker', name);
    await page.getByRole('checkbox', { name: say('select.row.include', { name }), exact: true }).check();
    await page.getByText(say('select.bar.unsaved')).waitFor();
    await shown('picked', name);
  });

  /** A key that an input method takes; Safari says only by its code that it was taken. */
  const compose = (field: Locator, key: string, isComposing: boolean): Promise<void> =>
    field.evaluate((element, init) => void element.dispatchEvent(new KeyboardEvent('keydown', init)), {
      key,
      isComposing,
      keyCode: 229,
      bubbles: true,
      cancelable: true,
    });
  const composeAll = async (field: Locator): Promise<void> => {
    for (const key of ['ArrowDown', 'Enter', 'Escape'])
      for (const isComposing of [true, false]) await compose(field, key, isComposing);
  };

  test('keys for the list of an input method choose nothing in the palette and leave it open; the next Enter chooses', async () => {
    await page.goto(`${demo.url}/#/settings`);
    await page.getByRole('heading', { level: 1, name: say('settings.title') }).waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: say('palette.title') });
    await field.fill('s');
    const marked = page.getByRole('option', { selected: true });
    const first = await marked.innerText();
    await composeAll(field);
    expect(await marked.innerText()).toBe(first);
    expect(new URL(page.url()).hash).toBe('#/settings');
    await field.fill(say('common.nav.teammates'));
    await page.getByRole('option', { name: say('common.nav.teammates'), selected: true, exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: say('teammates.title') }).waitFor();
  });

  test('and so in a picker and in a dialog: nothing is picked or closed, and plain keys do both', async () => {
    await page.goto(`${demo.url}/#/roles`);
    await page.getByRole('button', { name: say('roles.grant.action'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('combobox', { name: say('roles.grant.who') });
    await field.pressSequentially('anna vermeer');
    const option = page.getByRole('option', { name: /Anna Vermeer/ });
    await option.waitFor();
    await composeAll(field);
    expect(await field.inputValue()).toBe('anna vermeer');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await option.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toMatch(/^A\S+ [A-Z]/);
    await composeAll(field);
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
