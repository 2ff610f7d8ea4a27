import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import type { Signature } from '../../server/src/contract/signatures/signatures.ts';
import { signaturesFileVersion } from '../../server/src/contract/signatures/signaturesFile.ts';
import type { ApiOfPerson } from '../support/apiOf.ts';
import { fillTenant, syncEverybody, type Filled } from '../support/fillTenant.ts';
import { inspectPage } from '../support/inspect/inspectPage.ts';
import type { Complaints } from '../support/inspect/watchPage.ts';
import { focusIsKept } from '../support/browser/keyboard.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');

describe('what an admin does afterwards', () => {
  let browser: Browser;
  let demo: Demo;
  let api: ApiOfPerson;
  let page: Page;
  let filled: Filled;
  let complaints: Complaints;

  const open = async (path: string): Promise<void> => {
    await page.goto(`${demo.url}/#/${path}`);
    await page.locator('main:not([aria-busy=true]) h1').waitFor();
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const looksRight = async (where: string): Promise<void> => {
    expect({ where, found: await inspectPage(page) }).toEqual({ where, found: [] });
  };
  const signature = (): Promise<Signature> => api.get<Signature>(`/api/signatures/${filled.signatureId}`);

  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
    api = await openTenant(demo);
    filled = await fillTenant(api, demo.simulatorUrl);
    ({ page, complaints } = await openSignedIn(browser, demo));
  });
  afterEach(() => {
    // Of files that are refused browsers tell by themselves.
    expect(complaints.all.filter((complaint) => !complaint.includes('Failed to load resource'))).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  test('a version is compared with the draft and brought back, and a signature is taken back from everybody', async () => {
    const first = await signature();
    const changed = { newMail: { kind: 'html', html: '<p>Not what we want</p>' } } as const;
    const draft = { ...first.draft, ...changed };
    await api.send('PUT', `/api/signatures/${first.id}`, { name: first.name, draft, revision: first.revision });
    await open(`signatures/${first.id}?tab=versions`);
    await page.reload();
    await button(say('signatures.versions.compareAction')).click();
    const side = (name: string) => page.locator(`iframe[title^="${name}"]`).contentFrame();
    await side(say('signatures.versions.draft')).getByText('Not what we want').waitFor();
    await side(say('signatures.versions.version', { version: '1' }))
      .getByText('Lindenhof')
      .first()
      .waitFor();
    await looksRight('versions');
    await button(say('signatures.versions.restore')).click();
    await page.getByText(say('signatures.versions.same')).waitFor();
    expect((await signature()).draft).toEqual(first.draft);
    await button(say('signatures.unpublish.action')).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText(say('signatures.unpublish.text')).waitFor();
    const takenBack = page.waitForResponse((response) => response.url().endsWith('/unpublish'));
    await dialog.getByRole('button', { name: say('signatures.unpublish.action'), exact: true }).click();
    await takenBack;
    await page.locator('.fui-Badge').getByText(say('signatures.state.draft'), { exact: true }).waitFor();
    expect(await signature()).toMatchObject({ state: 'draft', publishedVersion: null });
    await page.getByRole('tab', { name: say('signatures.page.tab.versions') }).click();
    await page.getByRole('link', { name: say('signatures.versions.audit') }).click();
    await page.getByRole('heading', { level: 1, name: say('audit.title') }).waitFor();
    await page
      .getByRole('group', { name: say('audit.list') })
      .getByText(say('audit.action.unpublishSignature'))
      .first()
      .waitFor();
  });

  test('a design is seen for several people at once, on a desktop and a phone, light and dark, and as text', async () => {
    await open(`signatures/${filled.signatureId}/edit`);
    const preview = page.getByRole('region', { name: say('editor.preview.label') });
    const frames = preview.locator('iframe');
    const people = (): Promise<number> => preview.locator('iframe:not([title$="dark"])').count();
    await frames.nth(2).waitFor();
    expect(await people()).toBe(3);
    const choose = (name: string, value: string) =>
      preview.getByRole('combobox', { name: say(`editor.preview.${name}`), exact: true }).selectOption(value);
    const widthIn = (at: number): Promise<number> =>
      frames.nth(at).evaluate((frame) => (frame as HTMLIFrameElement).clientWidth);
    const desktop = await widthIn(0);
    await choose('view', 'phone');
    await page.waitForFunction(
      (wide) => (document.querySelector('section iframe')?.clientWidth ?? wide) < wide,
      desktop,
    );
    await choose('theme', 'both');
    await preview.locator('iframe[title$="dark"]').nth(2).waitFor();
    const ground = (at: number): Promise<string> =>
      frames
        .nth(at)
        .contentFrame()
        .locator('html')
        .evaluate((root) => getComputedStyle(root).backgroundColor);
    expect(new Set([await ground(0), await ground(1)])).toEqual(new Set(['rgb(255, 255, 255)', 'rgb(31, 31, 31)']));
    await looksRight('preview');
    await choose('view', 'text');
    await frames.first().contentFrame().locator('pre').waitFor();
  });

  test('a copy is deleted, brought back by one click or later from the list, and leaves in a file that comes in again', async () => {
    await open('signatures');
    const card = (name: string) =>
      page.getByRole('button', { name: say('signatures.list.more', { name }), exact: true });
    const choose = async (name: string, action: string): Promise<void> => {
      await card(name).click();
      await page.getByRole('menuitem', { name: say(`signatures.list.${action}`), exact: true }).press('Enter');
    };
    await choose('Engineering', 'delete');
    const inUse = page
      .getByRole('alert')
      .filter({ hasText: say('pageProblems.signature-in-use', { rules: 'Engineering' }) });
    await inUse.waitFor();
    const way = inUse.getByRole('link', { name: say('signatures.who.change'), exact: true });
    expect(await way.getAttribute('href')).toBe('#/assignments');
    await choose('Engineering', 'duplicate');
    const copy = 'Engineering (2)';
    await card(copy).waitFor();
    await choose(copy, 'delete');
    await card(copy).waitFor({ state: 'detached' });
    await looksRight('deleted');
    await button(say('signatures.list.undo')).click();
    await card(copy).waitFor();
    await choose(copy, 'delete');
    await card(copy).waitFor({ state: 'detached' });
    await open('brand');
    await open('signatures');
    await button(say('signatures.deleted.title_one', { formatted: '1' })).click();
    await looksRight('deleted-list');
    await button(say('signatures.deleted.restoreNamed', { name: copy })).click();
    await card(copy).waitFor();
    await page.getByText(say('signatures.deleted.title_one', { formatted: '1' })).waitFor({ state: 'detached' });
    await focusIsKept(page);
    await open('signatures/file');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(say('signatures.file.export.action')).click(),
    ]);
    const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as object;
    const bring = (name: string, content: unknown): Promise<void> =>
      page.getByLabel(say('signatures.file.import.action')).setInputFiles({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
      });
    await bring('newer.json', { ...file, version: signaturesFileVersion + 1 });
    await page.getByRole('alert').getByText(say('pageProblems.file-too-new')).waitFor();
    await bring('torn.json', '{"version":');
    await page.getByRole('alert').getByText(say('signatures.file.foreign.noJson')).waitFor();
    await bring('list.json', [file]);
    await page.getByRole('alert').getByText(say('signatures.file.foreign.list')).waitFor();
    await open('signatures');
    await choose(copy, 'delete');
    await card(copy).waitFor({ state: 'detached' });
    await open('signatures/file');
    await bring('whole.json', file);
    await button(say('signatures.file.preview.action_one', { formatted: '1' })).click();
    await page.getByText(say('signatures.file.done.text')).waitFor();
    await looksRight('imported');
    await open('signatures');
    await card(copy).waitFor();
  });

  test('an attribute of the directory is taken into use, is fetched for everybody in sight of the admin, and goes with its values', async () => {
    await open('fields');
    await button(say('smartFields.directory.add')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: say('smartFields.custom.label.en') }).fill('Desk');
    await dialog.getByRole('button', { name: say('smartFields.directory.addAction'), exact: true }).click();
    await button(say('smartFields.bar.save')).click();
    await page.getByText(say('smartFields.fetch.title', { names: 'Desk' })).waitFor();
    await looksRight('not fetched');
    await button(say('smartFields.fetch.now')).click();
    await page.getByText(say('smartFields.fetch.title', { names: 'Desk' })).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Desk/ }).click();
    await button(say('smartFields.directory.release')).click();
    const sure = page.getByRole('alertdialog');
    await sure.getByText(say('smartFields.directory.releaseTitle', { name: 'Desk' })).waitFor();
    await sure.getByRole('button', { name: say('smartFields.custom.removeConfirm'), exact: true }).click();
    await page.getByRole('button', { name: /^Desk/ }).waitFor({ state: 'detached' });
    await looksRight('released');
  });

  test('a field that is shown to nobody is read no more, and both pages say so', async () => {
    await open('fields');
    const row = page.getByRole('button', { name: new RegExp(`^${say('fields.mobilePhone')}`) }).first();
    await row.click();
    const policy = page.getByRole('combobox', { name: say('smartFields.rule.policy') });
    await policy.selectOption('never');
    await page.getByText(say('smartFields.rule.notAsked')).waitFor();
    await button(say('smartFields.bar.save')).click();
    await page.getByText(say('smartFields.effect.omitted')).waitFor();
    await page.getByText(say('smartFields.graph.omitted'), { exact: true }).waitFor();
    await looksRight('not asked for');
    await syncEverybody(api);
    await open(`teammates/${filled.teammateId}`);
    await page.getByRole('button', { name: /^Show \d+ more empty field/ }).click();
    await page.getByText(say('teammates.detail.source.omitted')).waitFor();
    await looksRight('not read');

    await open('fields');
    await row.click();
    await policy.selectOption('overrideWins');
    await button(say('smartFields.bar.save')).click();
    await page.getByText(say('smartFields.fetch.title', { names: say('fields.mobilePhone') })).waitFor();
    await button(say('smartFields.fetch.now')).click();
    await page
      .getByText(say('smartFields.fetch.title', { names: say('fields.mobilePhone') }))
      .waitFor({ state: 'detached' });
  });

  test('a value set here for some days stands beside the directory’s, says who set it and until when, and is given up', async () => {
    await open(`teammates/${filled.teammateId}`);
    const field = say('fields.jobTitle');
    await button(say('teammates.override.edit', { field })).click();
    const box = page.getByRole('textbox', { name: say('teammates.override.label', { field }) });
    const before = await box.inputValue();
    await box.fill('Acting lead');
    await page.getByLabel(say('teammates.override.lastDay')).fill('2099-12-31');
    await button(say('teammates.override.save')).click();
    const about = page.getByText(/Until .*2099/);
    await about.waitFor();
    const words = await about.innerText();
    expect(words).toContain('Anna Vermeer');
    expect(words).toContain(say('teammates.override.drift', { value: before }));
    await looksRight('set here');
    await button(say('teammates.override.edit', { field })).click();
    await button(say('teammates.override.reset')).click();
    await about.waitFor({ state: 'detached' });
  });
});
