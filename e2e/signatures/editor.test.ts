import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { isThorough, thoroughTest } from '../../server/tests/support/isThorough.ts';
import type { ApiOfPerson } from '../support/apiOf.ts';
import { fillTenant } from '../support/fillTenant.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');

interface Block {
  readonly id: string;
  readonly kind: string;
}

interface Stored {
  readonly name: string;
  readonly revision: number;
  readonly draft: { readonly newMail: { readonly composition: { rows: { columns: { blocks: Block[] }[] }[] } } };
}

/** The lines of the signature as they are on the canvas, in order. */
const canvas = (page: Page): Locator => page.getByRole('group', { name: say('editor.canvas.sheet') });
const lines = (page: Page): Locator => canvas(page).getByRole('textbox');
const line = (page: Page, words: string): Locator => lines(page).filter({ hasText: words });
const piece = (page: Page, name: string): Locator => page.getByRole('treeitem', { name: new RegExp(name) });
const saved = (page: Page): Promise<void> => page.getByText(say('editor.save.saved'), { exact: true }).waitFor();
const wordsOnCanvas = async (page: Page): Promise<readonly string[]> =>
  (await lines(page).allInnerTexts()).map((words) => words.trim());

/** As a hand drags: what is taken hold of moves a little before the page scrolls to where it shall go. */
const drag = async (page: Page, from: Locator, to: Locator): Promise<void> => {
  await from.hover();
  const box = await from.boundingBox();
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 12, (box?.y ?? 0) - 12, { steps: 4 });
  await to.hover();
  await to.hover();
  await page.mouse.up();
};

describe('the canvas of the editor', () => {
  let browser: Browser;
  let demo: Demo;
  let api: ApiOfPerson;
  let signatureId: string;

  const stored = () => api.get<Stored>(`/api/signatures/${signatureId}`);

  /** Opens the signature as it is stored, and closes it without a complaint of the browser. */
  const inEditor = async (
    work: (page: Page) => Promise<void>,
    width = 1280,
    isExpected: (complaint: string) => boolean = () => false,
  ): Promise<void> => {
    const at = `signatures/${signatureId}/edit`;
    const viewport = { width, height: 900 };
    const { context, page, complaints } = await openSignedIn(browser, demo, { at, viewport });
    try {
      if (width < 860) await page.getByRole('tab', { name: say('editor.tabs.canvas') }).click();
      await line(page, '+31').first().waitFor();
      await work(page);
      await saved(page);
      expect(complaints.all.filter((complaint) => !isExpected(complaint))).toEqual([]);
    } finally {
      await context.close();
    }
  };

  beforeAll(async () => {
    browser = await openBrowser();
    demo = await openDemo();
    api = await openTenant(demo);
    ({ signatureId } = await fillTenant(api, demo.simulatorUrl));
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  test('is written in: a click and words, a line divided and joined again, and undo brings back every byte', async () => {
    const before = JSON.stringify((await stored()).draft);
    await inEditor(async (page) => {
      const phone = line(page, '+31').first();
      const id = await phone.getAttribute('data-canvas-piece');
      await phone.click();
      await expect(page.locator(':focus').getAttribute('data-canvas-piece')).resolves.toBe(id);
      expect(await piece(page, 'Business phone').getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('End');
      await page.keyboard.type(' office');
      await line(page, 'office').waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type('second');
      await line(page, 'second').waitFor();
      expect(await wordsOnCanvas(page)).toContain('second');
      await page.keyboard.press('Home');
      await page.keyboard.press('Backspace');
      await line(page, 'officesecond').waitFor();
      await saved(page);
      const redo = page.getByRole('button', { name: say('editor.undo') });
      while ((await redo.getAttribute('aria-disabled')) !== 'true') await page.keyboard.press('Control+z');
      await line(page, 'office').waitFor({ state: 'detached' });
    });
    expect(JSON.stringify((await stored()).draft)).toBe(before);
  });

  test.each(isThorough ? [1280, 320] : [320])(
    'makes words bold, takes a field in by {, and leaves it by Escape, at %i px',
    async (width) => {
      await inEditor(async (page) => {
        await line(page, '+31').first().click();
        await page.keyboard.press('Home');
        await page.keyboard.press('Control+b');
        await page.keyboard.type('Call ');
        await canvas(page).locator('span', { hasText: 'Call' }).last().waitFor();
        await page.keyboard.type('{');
        const picker = page.getByRole('combobox', { name: say('editor.line.pickField') });
        await picker.waitFor();
        await page.keyboard.press('Escape');
        await picker.waitFor({ state: 'detached' });
        await page.keyboard.type('now ');
        await line(page, 'Call now').waitFor();
        while ((await line(page, 'Call').count()) > 0) await page.keyboard.press('Control+z');
      }, width);
    },
  );

  thoroughTest('on a Mac listens to ⌘ and says so, and leaves Ctrl to the system', async () => {
    await inEditor(async (page) => {
      await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { value: 'MacIntel' }));
      await page.reload();
      await line(page, '+31').first().click();
      await page.keyboard.press('Home');
      await page.keyboard.press('Control+b');
      await page.keyboard.type('Call ');
      await line(page, 'Call').waitFor();
      const bold = page.getByRole('button', { name: `${say('editor.style.bold')} (⌘B)` });
      expect(await bold.getAttribute('aria-pressed')).toBe('false');
      await page.keyboard.press('Meta+b');
      await bold.and(page.locator('[aria-pressed=true]')).waitFor();
      const undo = page.getByRole('button', { name: say('editor.undo').replace('Ctrl+', '⌘') });
      await page.keyboard.press('Control+z');
      expect(await line(page, 'Call').count()).toBe(1);
      while ((await undo.getAttribute('aria-disabled')) !== 'true') await page.keyboard.press('Meta+z');
      await line(page, 'Call').waitFor({ state: 'detached' });
      const palette = page.getByRole('combobox', { name: say('palette.title') });
      await page.keyboard.press('Control+k');
      expect(await palette.count()).toBe(0);
      await page.keyboard.press('Meta+k');
      await palette.waitFor();
      // As of a field that the browser fills in: no key at all.
      await palette.evaluate((field) => field.dispatchEvent(new Event('keydown', { bubbles: true })));
      await page.keyboard.press('Escape');
    }, 1500);
  });

  test('moves pieces by pointer in the outline and on the canvas, by keyboard too, and undo brings them back', async () => {
    const before = JSON.stringify((await stored()).draft);
    await inEditor(async (page) => {
      const order = await wordsOnCanvas(page);
      await piece(page, 'Company').dragTo(piece(page, '^{Display name}'), { targetPosition: { x: 60, y: 3 } });
      await page.waitForFunction(
        ([name]) => document.querySelector('[data-canvas-piece]')?.textContent?.trim() === name,
        [order[2]],
      );
      await line(page, order[2] ?? '').hover();
      const handle = canvas(page).locator('[data-handle]').first();
      await handle.dragTo(line(page, order[1] ?? ''), { targetPosition: { x: 20, y: 15 } });
      await page.waitForFunction(
        ([name]) => document.querySelector('[data-canvas-piece]')?.textContent?.trim() === name,
        [order[0]],
      );
      expect(await wordsOnCanvas(page)).toEqual(order);
      await line(page, order[1] ?? '').click();
      await page.keyboard.press('Alt+ArrowUp');
      await page.waitForFunction(
        ([name]) => document.querySelector('[data-canvas-piece]')?.textContent?.trim() === name,
        [order[1]],
      );
      await page.keyboard.type('!');
      await line(page, '!').waitFor();
      const field = page.getByRole('listitem').filter({ hasText: say('fields.surname') });
      await drag(page, field.locator('[data-grip]'), line(page, order[0] ?? ''));
      await canvas(page).locator('[data-field="person.surname"]').waitFor();
      const undo = page.getByRole('button', { name: say('editor.undo') });
      while ((await undo.getAttribute('aria-disabled')) !== 'true') await page.keyboard.press('Control+z');
    });
    expect(JSON.stringify((await stored()).draft)).toBe(before);
  });

  test('puts together what two people made of it at once, and says what the other one changed', async () => {
    const { name, draft, revision } = await stored();
    await inEditor(
      async (page) => {
        const phone = line(page, '+31').first();
        await phone.click();
        await page.keyboard.press('End');
        const theirs = structuredClone(draft);
        theirs.newMail.composition.rows[0]?.columns[0]?.blocks.splice(0, 1);
        await api.send('PUT', `/api/signatures/${signatureId}`, { name: 'Theirs', draft: theirs, revision });
        await page.keyboard.type(' office');
        await page.getByText(say('editor.conflict.name', { to: 'Theirs' })).waitFor();
        await page.getByRole('button', { name: say('editor.conflict.both') }).click();
        await saved(page);
        await line(page, 'office').waitFor();
        // What was before has nothing of theirs in it.
        expect(await page.getByRole('button', { name: say('editor.undo') }).getAttribute('aria-disabled')).toBe('true');
        await page.keyboard.press('Control+z');
        await saved(page);
        // The browser tells of the refusal by itself.
      },
      1280,
      (complaint) => complaint.includes('status of 409'),
    );
    const after = await stored();
    expect(after.name).toBe('Theirs');
    expect(JSON.stringify(after.draft)).toContain(' office');
    const ids = (all: Stored['draft']): readonly string[] =>
      all.newMail.composition.rows.flatMap(({ columns }) =>
        columns.flatMap(({ blocks }) => blocks.map(({ id }) => id)),
      );
    expect(ids(after.draft)).toEqual(ids(draft).slice(1));
    await api.send('PUT', `/api/signatures/${signatureId}`, { name, draft, revision: after.revision });
  });
});
