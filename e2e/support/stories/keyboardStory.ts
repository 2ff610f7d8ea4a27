import type { Page } from 'playwright-core';
import { change, putOffTurns, type ApiOfPerson } from '../apiOf.ts';
import { focusIsKept, openKeyboard, type Keyboard } from '../browser/keyboard.ts';
import { openDirectory } from './leaversStory.ts';

import type { Demo } from '../startDemo.ts';
import { openedBy, type Person } from './story.ts';

export interface Typist extends Person {
  readonly keys: Keyboard;
}

const group = 'Team Engineering';

const named = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).or(page.getByRole('button', { name, exact: true }));

/** A page of Microsoft’s in a window of its own, answered by keyboard as well. */
const answer = async (person: Typist, button: string, choice: string | RegExp): Promise<void> => {
  const { context, page, keys } = person;
  const opened = await openedBy(context, () => keys.press(page.getByRole('button', { name: button, exact: true })));
  const theirs = openKeyboard(opened, () => undefined);
  await theirs.press(opened.getByRole('button', { name: choice }));
};

/** Ctrl+K, some letters, Enter. */
const jump = async ({ page, say }: Typist, typed: string, option: string | RegExp = typed): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page
    .getByRole('combobox', { name: say('palette.title') })
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.type(typed.toLowerCase());
  await page.getByRole('option', { name: option, selected: true, exact: true }).waitFor();
  await page.keyboard.press('Enter');
};

const arriveAt = async ({ page }: Typist, heading: string | RegExp): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  await focusIsKept(page);
};

const begin = async (person: Typist): Promise<void> => {
  const { page, say, keys } = person;
  await answer(person, say('auth.signIn'), 'Anna Vermeer');
  await arriveAt(person, say('overview.greeting', { name: 'Anna Vermeer' }));
  await keys.press(named(page, say('overview.step.connect.action')));
  await arriveAt(person, say('connect.title'));
  await answer(person, say('connect.connect'), 'Accept');
  await page.getByText(say('connect.headline.connected', { name: 'Lindenhof Group' })).waitFor();
  await focusIsKept(page);
};

const pickAndSync = async (person: Typist): Promise<void> => {
  const { page, say, keys } = person;
  await keys.press(named(page, say('connect.next')));
  await arriveAt(person, say('select.title'));
  const tab = (name: string) => page.getByRole('tab', { name: say(`select.tabs.${name}`) });
  await keys.pickTab(page.getByRole('tab', { selected: true }), tab('groups'));
  await keys.type(page.getByRole('searchbox', { name: say('select.search.groups') }), 'engineering');
  const row = page.getByRole('checkbox', { name: say('select.row.include', { name: group }) });
  await keys.press(row, 'Space');
  await keys.press(page.getByRole('button', { name: say('select.bar.save'), exact: true }));
  await page.getByText(say('select.bar.saved')).first().waitFor();
  await focusIsKept(page);
  await keys.press(page.getByRole('button', { name: say('select.bar.preview') }));
  await page.getByRole('heading', { name: say('sync.plan.title') }).waitFor();
  await focusIsKept(page);
  await keys.press(page.getByRole('button', { name: /Anouk Claeys/ }));
  await page.getByText(say('scope.in.groupDirect', { group })).first().waitFor();
  await keys.press(page.getByRole('button', { name: say('sync.syncNow.action') }));
  await page.getByText(say('sync.result.done')).waitFor();
  await focusIsKept(page);
};

/** Somebody's title by hand, in the signature at once, and back to the button it began with. */
const mendPerson = async (person: Typist): Promise<void> => {
  const { page, say, keys } = person;
  await jump(person, 'Claeys', /Anouk Claeys/);
  await arriveAt(person, /Anouk Claeys/);
  await keys.pickTab(
    page
      .getByRole('tablist')
      .filter({ hasText: say('teammates.detail.tab.fields') })
      .getByRole('tab', { selected: true }),
    page.getByRole('tab', { name: say('teammates.detail.tab.fields') }),
  );
  const edit = page.getByRole('button', {
    name: say('teammates.override.edit', { field: say('fields.jobTitle') }),
    exact: true,
  });
  await keys.press(edit);
  await page.keyboard.type('Keeper of Keys');
  await page.keyboard.press('Enter');
  const signature = page.frameLocator(`iframe[title="${say('teammates.signature.title')}"]`);
  await signature.getByText('Keeper of Keys').waitFor();
  await page.locator(':focus').and(edit).waitFor();
};

const decide = async (person: Typist, demo: Demo, api: ApiOfPerson): Promise<void> => {
  const { page, say, keys } = person;
  await putOffTurns(api);
  await change(api, 'settings', { guard: { count: 1, percent: 0 } });
  for (const name of ['anouk.claeys', 'arjun.thompson', 'bas.schouten'])
    await openDirectory(demo.simulatorUrl)({ op: 'softDeleteUser', id: `${name}@lindenhof.example` });
  await jump(person, say('common.nav.sync'));
  await arriveAt(person, say('sync.title'));
  await keys.press(page.getByRole('button', { name: say('sync.start.sync'), exact: true }));
  await page.getByText(say('sync.result.done')).waitFor();
  await focusIsKept(page);
  await keys.press(named(page, say('sync.result.heldAction')));
  await arriveAt(person, say('sync.held.title'));
  await keys.press(page.getByRole('checkbox', { name: say('sync.held.select', { name: 'Anouk Claeys' }) }), 'Space');
  await keys.press(page.getByRole('button', { name: say('sync.held.approve'), exact: true }));
  const dialog = page.getByRole('alertdialog');
  await keys.press(dialog.getByRole('button', { name: say('sync.held.approveConfirm'), exact: true }));
  await page.getByText(say('sync.held.done.approve_one', { formatted: '1' })).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await focusIsKept(page);
};

const setUp = async (person: Typist): Promise<void> => {
  const { page, say, keys } = person;
  await jump(person, say('common.nav.settings'));
  await arriveAt(person, say('settings.title'));
  await keys.press(page.getByRole('switch', { name: say('settings.leaving.autoRemove') }), 'Space');
  await keys.type(page.getByRole('textbox', { name: say('settings.leaving.days') }), '21');
  await keys.press(page.getByRole('button', { name: say('settings.bar.save'), exact: true }));
  await page.getByText(say('settings.bar.saved')).waitFor();
  await focusIsKept(page);
};

/** Opened, left by Escape, opened again and out: the focus comes back to the button of the menu. */
const useMenu = async ({ page, say, keys }: Typist): Promise<void> => {
  const account = page.getByRole('button', { name: say('common.account.menu', { name: 'Anna Vermeer' }) });
  await keys.press(account, 'ArrowDown');
  await page.getByRole('menuitemradio').first().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
  await page.locator(':focus').and(account).waitFor();
};

/** The whole story without a mouse. */
export const tellByKeyboard = async (person: Typist, demo: Demo, api: Promise<ApiOfPerson>): Promise<void> => {
  await begin(person);
  await pickAndSync(person);
  await mendPerson(person);
  await decide(person, demo, await api);
  await setUp(person);
  await useMenu(person);
};
