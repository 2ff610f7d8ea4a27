import type { BrowserContext, Page } from 'playwright-core';
import type { Wording } from '../wording.ts';

/** One person in front of one window. */
export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly say: Wording;
  /** Called on every screen of the story, once it shows what it is for. */
  readonly onScreen: (name: string) => Promise<void>;
}

const group = 'Team Engineering';

/** Opens a window by a click and hands it over once it has loaded. */
export const openedBy = async (context: BrowserContext, click: () => Promise<void>): Promise<Page> => {
  const opened = context.waitForEvent('page');
  await click();
  const page = await opened;
  await page.waitForLoadState();
  return page;
};

/** Signs in without looking at what comes then. */
export const pickAccount = async ({ context, page, say, onScreen }: Person, name: string): Promise<void> => {
  const button = page.getByRole('button', { name: say('auth.signIn'), exact: true });
  await button.waitFor();
  await onScreen('sign-in');
  const picker = await openedBy(context, () => button.click());
  await picker.getByRole('button', { name }).click();
};

export const signIn = async (person: Person, name = 'Anna Vermeer'): Promise<void> => {
  await pickAccount(person, name);
  await person.page.getByRole('heading', { name: person.say('overview.greeting', { name }) }).waitFor();
};

/** Whoever manages nothing sees their signature, or why there is none, and no menu of other pages. */
export const seeOwnSignature = async (
  person: Person,
  name: string,
  state: 'notIncluded' | 'notConnected',
): Promise<void> => {
  const { page, say, onScreen } = person;
  await pickAccount(person, name);
  await page.getByRole('heading', { name: say('mine.title'), level: 1 }).waitFor();
  await page.getByRole('heading', { name: say(`mine.state.${state}.title`) }).waitFor();
  await onScreen('mine');
  if ((await page.getByRole('navigation').count()) > 0)
    throw new Error('There is a menu of pages for somebody with one.');
};

/** The pages stand side by side where there is room and in a menu where there is not. */
export const goTo = async ({ page, say }: Person, place: string): Promise<void> => {
  const name = say(`common.nav.${place}`);
  const menu = page.getByRole('button', { name: say('common.nav.menu', { page: '' }).replace(/[^\p{L}]+$/u, '') });
  if (await menu.isVisible()) {
    await menu.click();
    await page.getByRole('menu').locator(':focus').waitFor();
    // It takes its height while it opens and scrolls with that: what is pressed by key cannot move away from under a pointer.
    await page.getByRole('menuitem', { name, exact: true }).press('Enter');
  } else {
    const pages = page.getByRole('navigation', { name: say('common.nav.label'), exact: true });
    await pages.getByRole('link', { name, exact: true }).click();
  }
};

export const connect = async (person: Person): Promise<void> => {
  const { context, page, say, onScreen } = person;
  await onScreen('overview');
  await page
    .getByRole('button', { name: say('overview.step.connect.action') })
    .or(page.getByRole('link', { name: say('overview.step.connect.action') }))
    .click();
  const button = page.getByRole('button', { name: say('connect.connect'), exact: true });
  await button.waitFor();
  await onScreen('connect');
  const consent = await openedBy(context, () => button.click());
  await consent.getByRole('button', { name: 'Accept' }).click();
  await page.getByText(say('connect.headline.connected', { name: 'Lindenhof Group' })).waitFor();
  await onScreen('connected');
};

const pick = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'select');
  await page.getByRole('tab', { name: say('select.tabs.groups') }).click();
  await page.getByRole('searchbox', { name: say('select.search.groups') }).fill('engineering');
  await page.getByRole('checkbox', { name: say('select.row.include', { name: group }) }).check();
  await page.getByText(say('select.bar.unsaved')).waitFor();
  await onScreen('pick');
  await page.getByRole('button', { name: say('select.bar.save'), exact: true }).click();
  await page.getByText(say('select.bar.saved')).first().waitFor();
};

const preview = async ({ page, say, onScreen }: Person): Promise<void> => {
  await page.getByRole('button', { name: say('select.bar.preview') }).click();
  await page.getByRole('heading', { name: say('sync.plan.title') }).waitFor();
  await page
    .getByRole('button', { name: /Anouk Claeys/ })
    .first()
    .click();
  await page.getByText(say('scope.in.groupDirect', { group })).first().waitFor();
  await onScreen('preview');
};

const sync = async ({ page, say, onScreen }: Person): Promise<void> => {
  await page.getByRole('button', { name: say('sync.syncNow.action') }).click();
  await page.getByText(say('sync.result.done')).waitFor();
  await onScreen('synced');
};

/** By keyboard: the title in place of the directory's, which the signature shows at once, and back again. */
const setTitle = async ({ page, say, onScreen }: Person, title: string): Promise<void> => {
  await page.getByRole('tab', { name: say('teammates.detail.tab.fields') }).click();
  const name = say('teammates.override.edit', { field: say('fields.jobTitle') });
  const edit = page.getByRole('button', { name, exact: true });
  const signature = page.frameLocator(`iframe[title="${say('teammates.signature.title')}"]`);
  await edit.press('Enter');
  await onScreen('teammate-edit');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await signature.getByText(title).waitFor();
  await page.locator(':focus').and(edit).waitFor();
  await edit.press('Enter');
  await page.getByRole('button', { name: say('teammates.override.reset') }).click();
  await signature.getByText(title).waitFor({ state: 'detached' });
};

export const meetTeammates = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'teammates');
  await page.getByRole('searchbox', { name: say('teammates.search') }).fill('claeys');
  await page.waitForURL(/search=claeys/);
  const found = page.getByRole('link', { name: /Anouk Claeys/ });
  await found.waitFor();
  await onScreen('teammates');
  await found.click();
  const signature = page.frameLocator(`iframe[title="${say('teammates.signature.title')}"]`);
  await signature.getByText('Anouk Claeys').waitFor();
  await onScreen('teammate');
  await page.getByRole('tab', { name: say('teammates.detail.tab.why') }).click();
  await page.getByRole('heading', { name: say('teammates.detail.why') }).waitFor();
  await page.getByText(say('scope.in.groupDirect', { group })).waitFor();
  await onScreen('teammate-why');
  await setTitle(person, 'Keeper of Keys');
};

export const compose = async ({ page, say, onScreen }: Person): Promise<void> => {
  const action = say('teammates.detail.compose');
  await page
    .getByRole('link', { name: action })
    .or(page.getByRole('button', { name: action }))
    .click();
  const mail = page.frameLocator(`iframe[title="${say('compose.window.body')}"]`);
  await mail.getByText('Anouk Claeys').first().waitFor();
  await onScreen('compose');
  await page.getByRole('tab', { name: say('compose.composeType.reply') }).click();
  await mail.getByText(say('compose.mail.replyParagraph')).waitFor();
  await mail.getByText('Anouk Claeys').first().waitFor();
  await onScreen('reply');
};

/** From anywhere to anywhere by keyboard alone, and back to where one was when nothing is chosen. */
const jump = async ({ page, say, onScreen }: Person): Promise<void> => {
  await page.locator('h1').focus();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: say('palette.title') });
  await field.fill('claeys');
  await page.getByRole('option', { name: /Anouk Claeys/ }).waitFor();
  await onScreen('palette');
  await page.keyboard.press('Escape');
  await page.locator('h1:focus').waitFor();
  await page.keyboard.press('Control+k');
  await field.fill(say('common.nav.settings').toLowerCase());
  await page.getByRole('option', { name: say('common.nav.settings'), exact: true, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: say('settings.title'), level: 1 }).waitFor();
};

/** What was opened in a new tab is signed in already. */
const openSecondTab = async ({ context, page, say }: Person): Promise<void> => {
  const tab = await context.newPage();
  await tab.goto(page.url());
  await tab.getByRole('heading', { name: say('settings.title'), level: 1 }).waitFor();
  await tab.close();
};

/** What another story begins with; the story of the newcomer looks at each of its screens. */
export const syncGroup = async (person: Person, connectTenant?: () => Promise<void>): Promise<void> => {
  const passing = { ...person, onScreen: () => Promise.resolve() };
  await signIn(passing);
  await (connectTenant?.() ?? connect(passing));
  await pick(passing);
  await preview(passing);
  await sync(passing);
};

/** The whole job as a person does it. */
export const tellStory = async (person: Person): Promise<void> => {
  await signIn(person);
  await connect(person);
  await pick(person);
  await preview(person);
  await sync(person);
  await meetTeammates(person);
  await compose(person);
  await jump(person);
  await openSecondTab(person);
};
