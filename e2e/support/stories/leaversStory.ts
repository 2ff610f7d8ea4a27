import { pickFound } from '../pickFound.ts';
import { quietPeriod } from '../quietPeriod.ts';
import { goTo, type Person } from './story.ts';

/** Tells the simulated tenant to change, as its administrators would in their own portal. */
export const openDirectory =
  (simulatorUrl: string) =>
  async (mutation: Readonly<Record<string, unknown>>): Promise<void> => {
    const response = await fetch(`${simulatorUrl}/_simulator/directory`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(mutation),
    });
    if (!response.ok) throw new Error(`The simulator refused ${JSON.stringify(mutation)}: ${await response.text()}`);
  };

export const changeSettings = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'settings');
  await page.getByRole('switch', { name: say('settings.leaving.autoRemove') }).check();
  const days = page.getByRole('textbox', { name: say('settings.leaving.days') });
  await days.fill('366');
  await page.getByText(say('settings.error.range', { min: '1', max: '365' })).waitFor();
  await onScreen('settings-wrong');
  await days.fill('14');
  // A turn in the middle of the story would do what the story is about to.
  await page.getByRole('textbox', { name: say('settings.schedule.minutes') }).fill(String(quietPeriod()));
  await page.getByRole('textbox', { name: say('settings.guard.count') }).fill('1');
  await page.getByRole('textbox', { name: say('settings.guard.percent') }).fill('0');
  await page.getByRole('button', { name: say('settings.bar.save'), exact: true }).click();
  await page.getByText(say('settings.bar.saved')).waitFor();
  await onScreen('settings');
};

/** What was just changed stands in the audit trail, before and after. */
export const seeAudit = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'audit');
  await page.getByRole('button', { name: new RegExp(say('audit.action.putSettings')) }).click();
  await page.getByRole('row', { name: /^autoRemove/ }).waitFor();
  await onScreen('audit');
};

/** Somebody becomes an auditor, and is none any more. */
export const giveRole = async (person: Person, name: string): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'roles');
  await page.getByText(say('roles.granted.none')).waitFor();
  await page.getByRole('button', { name: say('roles.grant.action') }).click();
  const dialog = page.getByRole('dialog');
  await pickFound(dialog.getByRole('combobox', { name: say('roles.grant.who') }), name);
  await dialog.getByRole('combobox', { name: say('roles.role.label') }).selectOption('auditor');
  await onScreen('roles-give');
  await dialog.getByRole('button', { name: say('roles.grant.confirm') }).click();
  await dialog.waitFor({ state: 'detached' });
  const revoke = page.getByRole('button', { name: say('roles.revoke.of', { name }) });
  await revoke.waitFor();
  await onScreen('roles');
  await revoke.click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('roles.revoke.action'), exact: true })
    .click();
  await page.getByText(say('roles.granted.none')).waitFor();
};

/** The rocket, until it has landed. */
export const launch = async (person: Person): Promise<void> => {
  const { page, say } = person;
  await goTo(person, 'sync');
  await page.getByRole('button', { name: say('sync.start.sync'), exact: true }).click();
  await page.getByText(say('sync.result.done')).waitFor();
};

export const seeChange = async ({ page, say, onScreen }: Person, name: RegExp, value: string): Promise<void> => {
  await page.getByText(say('sync.mode.refresh'), { exact: true }).waitFor();
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('cell', { name: value }).waitFor();
  await onScreen('refreshed');
};

/** One held departure is approved, the rest is discarded. */
export const decideHeld = async ({ page, say, onScreen }: Person, leaver: string): Promise<void> => {
  const action = say('sync.result.heldAction');
  await page
    .getByRole('link', { name: action })
    .or(page.getByRole('button', { name: action }))
    .click();
  await page.getByRole('checkbox', { name: say('sync.held.select', { name: leaver }) }).check();
  await onScreen('held');
  await page.getByRole('button', { name: say('sync.held.approve'), exact: true }).click();
  await page.getByText(say('sync.held.consequence.disable_one', { formatted: '1' })).waitFor();
  await onScreen('held-approve');
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('sync.held.approveConfirm'), exact: true })
    .click();
  await page.getByText(say('sync.held.done.approve_one', { formatted: '1' })).waitFor();
  await page.getByRole('checkbox', { name: say('sync.held.all'), exact: true }).check();
  await page.getByRole('button', { name: say('sync.held.discard'), exact: true }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('sync.held.discardConfirm'), exact: true })
    .click();
  await page.getByText(say('sync.held.empty')).waitFor();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.locator('#root:not([aria-hidden])').waitFor();
  await onScreen('held-empty');
};

export const meetLeaver = async (person: Person, leaver: string): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'teammates');
  await page.getByRole('searchbox', { name: say('teammates.search') }).fill(leaver);
  await page.waitForURL(/search=/);
  const found = page.getByRole('link', { name: new RegExp(leaver) });
  await found.waitFor();
  await onScreen('teammates-leaver');
  await found.click();
  await page.getByText(say('teammates.detail.removalDue'), { exact: true }).waitFor();
  await page.getByRole('tab', { name: say('teammates.detail.tab.why') }).click();
  await page.getByText(say('scope.out.notInDirectory')).waitFor();
  await page.getByRole('tab', { name: say('teammates.detail.tab.history') }).click();
  await page.getByRole('list', { name: say('teammates.history.list') }).waitFor();
  await onScreen('leaver');
};

/** Somebody who never was a teammate, from an empty search to the reason. */
export const askWhyMissing = async (person: Person, name: string): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'teammates');
  await page.getByRole('searchbox', { name: say('teammates.search') }).fill(name);
  const ask = say('teammates.missing.link');
  await page
    .getByRole('link', { name: ask })
    .or(page.getByRole('button', { name: ask }))
    .click();
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(name) })
    .click();
  await page.getByText(say('scope.out.notPicked')).waitFor();
  await onScreen('missing');
};

export const pauseAndResume = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'sync');
  const chart = page.getByRole('region', { name: say('chart.changed'), exact: true });
  await chart.waitFor();
  await onScreen('sync');
  await chart.getByRole('button', { name: say('chart.asTable') }).click();
  await chart
    .getByRole('group', { name: say('chart.changed') })
    .getByRole('table')
    .waitFor();
  await onScreen('sync-table');
  await page.getByRole('button', { name: say('sync.start.pause'), exact: true }).click();
  await page.getByText(say('sync.health.paused.headline')).waitFor();
  await onScreen('sync-paused');
  await page.getByRole('button', { name: say('sync.start.resume'), exact: true }).click();
  await page.getByText(say('sync.health.active.headline')).waitFor();
};
