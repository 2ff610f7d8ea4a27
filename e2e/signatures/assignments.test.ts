import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Picked } from '../../server/src/contract/people/selection.ts';
import type { SavedAssignments } from '../../server/src/contract/signatures/assignments.ts';
import { rule } from '../../server/tests/support/people/assignments.ts';
import type { ApiOfPerson } from '../support/apiOf.ts';
import { fillTenant, run } from '../support/fillTenant.ts';
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

const say = openWording('en');
/** A group that no sync has asked for yet. */
const unread = () => ({ id: crypto.randomUUID(), displayName: 'Old group' });

describe('the rules of a tenant', () => {
  let browser: Browser;
  let demo: Demo;
  let api: ApiOfPerson;
  let signatureId: string;
  let context: BrowserContext;
  let page: Page;
  let complaints: Complaints;

  const rows = () => page.getByRole('list', { name: say('assignments.list') }).getByRole('listitem');
  const order = async (): Promise<readonly string[]> =>
    (await rows().allInnerTexts()).map((words) => /Rule [a-d]/.exec(words)?.[0] ?? '');
  const untilOrder = async (names: readonly string[]): Promise<void> => {
    await page.waitForFunction(
      ([label, wanted]) => {
        const list = document.querySelector(`[aria-label="${label ?? ''}"]`);
        const found = [...(list?.children ?? [])].map(({ textContent }) => /Rule [a-d]/.exec(textContent ?? '')?.[0]);
        return found.join() === wanted;
      },
      [say('assignments.list'), names.join()],
    );
  };

  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
    api = await openTenant(demo);
    ({ signatureId } = await fillTenant(api, demo.simulatorUrl));
  });
  beforeEach(async () => {
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const outcome = { kind: 'signature', signatureId } as const;
    const nobody = {
      match: 'all',
      tests: [{ kind: 'field', field: 'person.jobTitle', is: 'equals', value: 'Astronaut' }],
    } as const;
    const rules = [
      rule(outcome, { id: 'a', name: 'Rule a', condition: { ...nobody, tests: [...nobody.tests] } }),
      rule(outcome, { id: 'b', name: 'Rule b', groups: [unread()] }),
      rule(outcome, { id: 'c', name: 'Rule c', from: '2020-01-01', until: '2020-02-01' }),
      rule(outcome, { id: 'd', name: 'Rule d', from: '2999-01-01' }),
    ];
    await api.send('PUT', '/api/assignments', { revision, assignments: { ...assignments, rules } });
    ({ context, page, complaints } = await openSignedIn(browser, demo, { at: 'assignments' }));
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  /** What each says comes a little later, and makes it higher. */
  const untilNoted = async (): Promise<void> => {
    const notes = [
      ['Rule a', say('assignments.note.nobody')],
      ['Rule b', say('assignments.note.unread', { names: unread().displayName })],
      ['Rule c', say('assignments.note.over')],
      ['Rule d', say('assignments.note.before')],
    ] as const;
    for (const [name, note] of notes) await rows().filter({ hasText: name }).getByText(note).waitFor();
  };

  const edit = async (name: string): Promise<Locator> => {
    await rows()
      .filter({ hasText: name })
      .getByRole('button', { name: say('assignments.row.edit', { rule: name }) })
      .click();
    return page.getByRole('dialog');
  };
  const saveRules = async (): Promise<void> => {
    const save = page.getByRole('button', { name: say('assignments.bar.save') });
    await save.click();
    await save.waitFor({ state: 'detached' });
  };

  test('say why they decide for nobody', async () => {
    await untilNoted();
    expect([...(await inspectPage(page)), ...(await inspectText(page))]).toEqual([]);
  });

  test('are put into another order by pointer and by keyboard, and stay so once they are saved', async () => {
    await untilNoted();
    const grip = (name: string) => rows().filter({ hasText: name }).locator('[data-grip]');
    await grip('Rule d').dragTo(rows().filter({ hasText: 'Rule a' }), { targetPosition: { x: 200, y: 4 } });
    await untilOrder(['Rule d', 'Rule a', 'Rule b', 'Rule c']);
    await page.getByRole('button', { name: say('assignments.row.down', { rule: 'Rule a' }) }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await untilOrder(['Rule d', 'Rule b', 'Rule a', 'Rule c']);
    await saveRules();
    const { assignments } = await api.get<SavedAssignments>('/api/assignments');
    expect(assignments.rules.map(({ name }) => name)).toEqual(await order());
    expect(complaints.all).toEqual([]);
  });

  test('come back one by one where one was removed, and leave what somebody else saved since', async () => {
    const click = (name: string) => page.getByRole('button', { name }).click();
    await untilNoted();
    await click(say('assignments.row.remove', { rule: 'Rule b' }));
    await click(say('assignments.bar.save'));
    await page.getByRole('button', { name: say('assignments.bar.save') }).waitFor({ state: 'detached' });
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const theirs = rule({ kind: 'none' }, { id: 'e', name: 'Rule of theirs', groups: [unread()] });
    await api.send('PUT', '/api/assignments', {
      revision,
      assignments: { ...assignments, rules: [...assignments.rules, theirs] },
    });
    await click(say('assignments.row.down', { rule: 'Rule a' }));
    await click(say('assignments.bar.save'));
    await click(say('common.conflict.reload'));
    await rows().filter({ hasText: theirs.name }).waitFor();
    await click(say('assignments.undo'));
    await page.getByText(say('assignments.removed')).waitFor({ state: 'detached' });
    await click(say('assignments.bar.save'));
    await page.getByRole('button', { name: say('assignments.bar.save') }).waitFor({ state: 'detached' });
    const after = await api.get<SavedAssignments>('/api/assignments');
    expect(after.assignments.rules.map(({ name }) => name)).toEqual([
      ...['Rule a', 'Rule b', 'Rule c', 'Rule d'],
      theirs.name,
    ]);
    // The browser tells of the refusal by itself.
    expect(complaints.all.filter((complaint) => !complaint.includes('status of 409'))).toEqual([]);
  });

  test('let people choose another signature by hand, and say so', async () => {
    await untilNoted();
    await page.setViewportSize({ width: 320, height: 700 });
    const dialog = await edit('Rule d');
    const field = dialog.getByRole('combobox', { name: say('assignments.also.label') });
    await field.selectOption(signatureId);
    await dialog.getByRole('button', { name: /Engineering/ }).waitFor();
    expect([...(await inspectPage(page)), ...(await inspectText(page))]).toEqual([]);
    await dialog.getByRole('button', { name: say('assignments.rule.done') }).click();
    await rows()
      .filter({ hasText: 'Rule d' })
      .getByText(say('assignments.sentence.also', { list: 'Engineering' }))
      .waitFor();
    await saveRules();
    const { assignments } = await api.get<SavedAssignments>('/api/assignments');
    expect(assignments.rules.map(({ also }) => also)).toEqual([undefined, undefined, undefined, [signatureId]]);
    await page.goto(`${demo.url}/#/signatures/${signatureId}`);
    await page.getByRole('tab', { name: say('signatures.page.tab.who') }).click();
    await page.getByText(say('signatures.who.also')).waitFor();
    expect(complaints.all).toEqual([]);
  });

  test('about recipients take people of further domains for colleagues, which can be given as addresses there', async () => {
    await untilNoted();
    const field = page.getByRole('textbox', { name: say('assignments.inside.label') });
    await page.getByText(say('assignments.inside.unasked')).waitFor();
    expect(await field.isDisabled()).toBe(true);
    const dialog = await edit('Rule d');
    await dialog.getByRole('combobox', { name: say('assignments.rule.recipients') }).selectOption('internal');
    await dialog.getByRole('button', { name: say('assignments.rule.done') }).click();
    await dialog.waitFor({ state: 'detached' });
    await field.fill('*.parent.example');
    await field.press('Enter');
    await page.getByText(say('assignments.inside.bad')).waitFor();
    await field.fill('robin@Parent.example, https://www.subsidiary-with-a-long-name.example/about');
    await field.press('Enter');
    const list = page.getByRole('list', { name: say('assignments.inside.label') });
    await list.getByText('subsidiary-with-a-long-name.example').waitFor();
    await page.setViewportSize({ width: 320, height: 700 });
    expect([...(await inspectPage(page)), ...(await inspectText(page))]).toEqual([]);
    const save = async () => {
      await saveRules();
      return (await api.get<SavedAssignments>('/api/assignments')).assignments.insideDomains;
    };
    expect(await save()).toEqual(['parent.example', 'subsidiary-with-a-long-name.example']);
    await list.getByRole('button', { name: /subsidiary/ }).click();
    expect(await save()).toEqual(['parent.example']);
    // Typed and not added: saved as it is seen, and what is no domain is not passed over.
    await field.fill('typed.example');
    expect(await save()).toEqual(['parent.example', 'typed.example']);
    await list.getByText('typed.example').waitFor();
    expect(await field.inputValue()).toBe('');
    await list.getByRole('button', { name: /typed/ }).click();
    await field.fill('nothing');
    const button = page.getByRole('button', { name: say('assignments.bar.save'), exact: true });
    await button.click({ force: true });
    await page.getByText(say('assignments.inside.bad')).waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await field.fill('');
    expect(await save()).toEqual(['parent.example']);
    expect(complaints.all).toEqual([]);
  });

  test('about whom a mail is addressed to name addresses and domains, and are tried with one', async () => {
    await untilNoted();
    const dialog = await edit('Rule d');
    const field = dialog.getByRole('textbox', { name: say('assignments.rule.addressees') });
    const done = dialog.getByRole('button', { name: say('assignments.rule.done') });
    await field.fill('Robin@Fabrikam.example, fabrikam');
    await dialog.getByText(say('assignments.rule.wrong.addressee')).waitFor();
    expect(await done.getAttribute('aria-disabled')).toBe('true');
    await field.fill(
      'Robin@Contoso.example\nhttps://www.fabrikam-with-a-long-name.example/about\nrobin@contoso.example',
    );
    await done.click();
    const named = ['robin@contoso.example', 'fabrikam-with-a-long-name.example'];
    await rows()
      .filter({ hasText: 'Rule d' })
      .getByText(say('assignments.sentence.addressees', { list: named.join(' and ') }))
      .waitFor();
    await page.setViewportSize({ width: 320, height: 700 });
    expect([...(await inspectPage(page)), ...(await inspectText(page))]).toEqual([]);
    await saveRules();
    const { assignments } = await api.get<SavedAssignments>('/api/assignments');
    expect(assignments.rules.at(-1)?.addressees).toEqual(named);

    await page.goto(`${demo.url}/#/compose`);
    const tried = page
      .getByRole('list', { name: say('compose.trace.list') })
      .getByRole('listitem')
      .filter({ hasText: 'Rule d' });
    await tried.getByText(say('compose.trace.missed.recipients')).waitFor();
    const to = page.getByRole('textbox', { name: say('compose.trace.toWhom') });
    await to.fill('kim@fabrikam');
    await page.getByText(say('compose.trace.toBad')).waitFor();
    await to.fill('kim@fabrikam-with-a-long-name.example');
    await tried.getByText(say('compose.trace.missed.date')).waitFor();
    await page.getByText(say('compose.trace.toBad')).waitFor({ state: 'detached' });
    expect([...(await inspectPage(page)), ...(await inspectText(page))]).toEqual([]);
    expect(complaints.all).toEqual([]);
  });

  test('say that a group is gone once the directory has deleted it, and are refused days that end before they begin', async () => {
    const found = await api.get<{ items: readonly Picked[] }>('/api/directory/groups?search=Marketing');
    const { id = '', displayName = '' } = found.items[0] ?? {};
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const rules = [
      ...assignments.rules,
      rule({ kind: 'none' }, { id: 'e', name: 'Rule e', groups: [{ id, displayName }] }),
    ];
    await api.send('PUT', '/api/assignments', { revision, assignments: { ...assignments, rules } });
    await run(api, '/api/sync/runs');
    await openDirectory(demo.simulatorUrl)({ op: 'deleteGroup', id });
    await run(api, '/api/sync/runs');
    await page.reload();
    const late = rows().filter({ hasText: 'Rule e' });
    await late.getByText(say('assignments.note.gone', { names: displayName })).waitFor();
    expect([...(await inspectPage(page)), ...(await inspectText(page))]).toEqual([]);
    const dialog = await edit('Rule e');
    await dialog.getByLabel(say('assignments.rule.from'), { exact: true }).fill('2026-12-24');
    await dialog.getByLabel(say('assignments.rule.until'), { exact: true }).fill('2026-12-01');
    const wrong = dialog.getByText(say('assignments.rule.wrong.dates'));
    await wrong.waitFor();
    const done = dialog.getByRole('button', { name: say('assignments.rule.done') });
    // Seen without looking for it.
    const [below, above] = [await wrong.boundingBox(), await done.boundingBox()];
    expect((below?.y ?? Infinity) + (below?.height ?? 0)).toBeLessThanOrEqual(above?.y ?? 0);
    expect(await done.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByLabel(say('assignments.rule.until'), { exact: true }).fill('2026-12-24');
    await done.click();
    await dialog.waitFor({ state: 'detached' });
    expect(complaints.all).toEqual([]);
  });
});
