import type { Page } from 'playwright-core';
import { pickFound } from '../pickFound.ts';
import { goTo, type Person } from './story.ts';

/** The first mail that the editor or a page shows, as recipients see it. */
const shownTo = (page: Page, title: string) => page.frameLocator(`iframe[title="${title}"]`);

const tab = async ({ page, say }: Person, name: string): Promise<void> => {
  const button = page.getByRole('tab', { name: say(`editor.tabs.${name}`), exact: true });
  if (await button.isVisible()) await button.click();
};

/** Starts one, and says whose values the editor shows first. */
const start = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'signatures');
  await page.getByRole('link', { name: 'Lindenhof Sales' }).waitFor();
  await onScreen('signatures');
  await page.getByRole('button', { name: say('signatures.new.action') }).click();
  await page.getByRole('menuitem', { name: say('signatures.new.paste') }).click();
  await page.getByRole('textbox', { name: say('signatures.paste.area') }).fill('Anouk Claeys');
  await onScreen('paste');
  await goTo(person, 'signatures');
  await page.getByRole('button', { name: say('signatures.new.action') }).click();
  await page.getByRole('menuitem', { name: say('signatures.new.gallery') }).click();
  const use = say('signatures.galleryPage.useNamed', { name: say('signatures.gallery.plain') });
  await page.getByRole('button', { name: use, exact: true }).waitFor();
  await onScreen('gallery');
  await page.getByRole('button', { name: use, exact: true }).click();
  await page.getByRole('tree').waitFor();
  await onScreen('editor');
};

/** The line on the canvas that these words stand in. */
const lineOf = ({ page, say }: Person, words: string) =>
  page.getByRole('textbox', { name: new RegExp(`^${say('editor.canvas.line', { words: '' })}.*${words}`) });

/** Changes the line with the keyboard alone: down to it, into it, to its end, and a field by its first letters. */
const changeLine = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  const { keyboard } = page;
  await page.getByRole('treeitem').first().focus();
  const name = `{${say('fields.displayName')}}`;
  const item = page.getByRole('treeitem', { name, selected: true });
  for (let step = 0; step < 10 && !(await item.isVisible()); step += 1) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const line = lineOf(person, name);
  await page.locator(':focus').and(line).waitFor();
  await keyboard.press('End');
  await keyboard.type(' – {');
  await page.getByRole('combobox', { name: say('editor.line.pickField') }).waitFor();
  await keyboard.type(say('fields.department'));
  await keyboard.press('Enter');
  await page.locator(':focus').and(line).getByText('Engineering', { exact: true }).waitFor();
  await onScreen('editor-line');
  await page.getByText(say('editor.save.saved'), { exact: true }).waitFor();
  await tab(person, 'preview');
  await page
    .locator('iframe')
    .first()
    .contentFrame()
    .getByText(/ – Engineering/)
    .waitFor();
  await onScreen('editor-preview');
};

/** Takes the field back by Ctrl+Z and brings it again by Ctrl+Y. */
const undoAndRedo = async (person: Person): Promise<void> => {
  const { page, say } = person;
  await tab(person, 'canvas');
  const field = lineOf(person, `{${say('fields.displayName')}}`).getByText('Engineering', { exact: true });
  await field.waitFor();
  await page.keyboard.press('Control+z');
  await field.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+y');
  await field.waitFor();
  await page.getByText(say('editor.save.saved'), { exact: true }).waitFor();
};

const publish = async ({ page, say, onScreen }: Person): Promise<void> => {
  await page.getByRole('button', { name: say('editor.publish') }).click();
  const action = page.getByRole('button', { name: say('signatures.publish.action'), exact: true });
  // The editor has ticks of its own, and stays until this is there.
  await action.waitFor();
  const warned = page.getByRole('checkbox');
  await page.getByText(say('signatures.publish.standing.free')).or(warned).waitFor();
  await onScreen('publish');
  if (await warned.isVisible()) await warned.check();
  await action.click();
  await page.getByText(say('signatures.state.published'), { exact: true }).waitFor();
  await onScreen('signature');
  await page.getByRole('tab', { name: say('signatures.page.tab.versions') }).click();
  await page.getByRole('button', { name: say('signatures.versions.compareAction') }).click();
  await page.getByText(say('signatures.versions.same')).waitFor();
  await onScreen('versions');
};

const assign = async (person: Person, group: string): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'assignments');
  await page.getByText('Marketing, until the open day').waitFor();
  await page.getByRole('button', { name: say('assignments.add') }).click();
  await pickFound(page.getByRole('combobox', { name: say('assignments.rule.add.groups') }), group);
  await page
    .getByRole('combobox', { name: say('assignments.rule.gets') })
    .selectOption({ label: say('signatures.gallery.plain') });
  await onScreen('rule');
  await page.getByRole('button', { name: say('assignments.rule.done'), exact: true }).click();
  await page.getByText(say('assignments.bar.changes_other', { formatted: '61' })).waitFor();
  await onScreen('assignments');
  await page.getByRole('button', { name: say('assignments.bar.save'), exact: true }).click();
  await page.getByRole('button', { name: say('assignments.bar.save'), exact: true }).waitFor({ state: 'detached' });
};

const tryIt = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'compose');
  const trace = page.getByRole('list', { name: say('compose.trace.list') });
  await trace.getByText(say('compose.trace.decided')).waitFor();
  await shownTo(page, say('compose.window.body'))
    .getByText(/ – Engineering/)
    .waitFor();
  await onScreen('try');
};

const seeBrand = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'brand');
  await page.getByRole('textbox', { name: say('brand.color.accent'), exact: true }).fill('#a4262c');
  await page.getByRole('button', { name: say('brand.bar.save'), exact: true }).click();
  await page.getByText('banner.png').waitFor();
  await page.getByRole('button', { name: say('brand.bar.save'), exact: true }).waitFor({ state: 'detached' });
  await onScreen('brand');
};

/** From what is blank to the person, where the field can be filled in. */
const seeCompleteness = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'completeness');
  await page.getByRole('combobox', { name: say('completeness.filter.kind') }).selectOption('blank');
  const people = page.getByRole('list', { name: say('completeness.list'), exact: true });
  await people.getByText(say('completeness.finding.blank')).first().waitFor();
  await onScreen('completeness');
  const field = people.getByRole('link', { name: say('fields.mobilePhone'), exact: true }).first();
  await field.click();
  const edit = page.getByRole('button', { name: say('teammates.override.edit', { field: say('fields.mobilePhone') }) });
  await edit.waitFor();
  await page.waitForFunction((element) => element === document.activeElement, await edit.elementHandle());
};

/** A field of one's own, and job titles in capitals, seen on people before it is saved. */
const setFields = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'fields');
  await page.getByRole('button', { name: say('smartFields.custom.add'), exact: true }).click();
  await page.getByRole('textbox', { name: say('smartFields.custom.label.en') }).fill('Booking link');
  await page.getByRole('button', { name: say('smartFields.custom.addAction'), exact: true }).click();
  await page.getByRole('button', { name: /^Booking link/ }).waitFor();
  await page
    .getByRole('button', { name: new RegExp(`^${say('fields.jobTitle')} `) })
    .first()
    .click();
  await page.getByRole('combobox', { name: say('smartFields.rule.format') }).selectOption('upper');
  await page.getByRole('list', { name: say('smartFields.effect.list') }).waitFor();
  await page.getByText('ENGINEERING LEAD').first().waitFor();
  await onScreen('fields');
  await page.getByRole('button', { name: say('smartFields.bar.save'), exact: true }).click();
  await page.getByRole('button', { name: say('smartFields.bar.save'), exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Booking link/ }).click();
  await page.getByRole('button', { name: say('smartFields.custom.remove'), exact: true }).waitFor();
  await onScreen('fields-own');
};

/** From what a demo begins with to another signature that a group has, as far as whoever makes signatures may. */
export const designSignature = async (person: Person, group: string): Promise<void> => {
  await start(person);
  await changeLine(person);
  await undoAndRedo(person);
  await publish(person);
  await assign(person, group);
  await tryIt(person);
  await seeBrand(person);
};

/** The fields that signatures show, from how they are written to the person who lacks one. */
export const lookAfterFields = async (person: Person): Promise<void> => {
  await setFields(person);
  await seeCompleteness(person);
};
