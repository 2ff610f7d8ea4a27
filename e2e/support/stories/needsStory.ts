import { OWN_REGISTRATION } from '../../../simulator/entra/tokens/clientRegistration.ts';
import { apiOf, type ApiOfPerson } from '../apiOf.ts';
import { openWindow } from '../browser/openWindow.ts';
import type { Demo } from '../startDemo.ts';
import { goTo, openedBy, pickAccount, type Person } from './story.ts';
import { openWording } from '../wording.ts';

/** Tells the simulator in its own words: what fails, what was taken back. */
export const openSimulator =
  ({ simulatorUrl }: Demo) =>
  async (method: 'POST' | 'DELETE', path: string, body: unknown = {}): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${simulatorUrl}/_simulator${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The simulator refused ${path}: ${await response.text()}`);
  };

/** What waits stands on the overview, and is solved by the button beside it; then the overview says nothing of it. */
export const solve = async (
  person: Person,
  { text, action }: { readonly text: string; readonly action: string },
  onPage: () => Promise<unknown>,
): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'overview');
  await page.reload();
  const needs = page.getByRole('region', { name: say('overview.needs.title') });
  const need = needs.getByRole('group').filter({ hasText: text });
  await need.waitFor();
  await onScreen(text);
  await need
    .getByRole('link', { name: action })
    .or(need.getByRole('button', { name: action }))
    .click();
  await onPage();
  await goTo(person, 'overview');
  await page.getByRole('heading', { level: 1, name: say('overview.greeting', { name: 'Anna Vermeer' }) }).waitFor();
  await page.getByText(text).waitFor({ state: 'detached' });
};

/** Another secret with a later end, in the dialog that the page offers. */
export const replaceSecret = async ({ page, say }: Person): Promise<void> => {
  await page.getByRole('button', { name: say('registration.replaceOpen') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=password]').fill(OWN_REGISTRATION.clientSecret);
  await dialog.getByLabel(say('registration.expiresOn')).fill('2099-12-31');
  await dialog.getByRole('button', { name: say('registration.replace') }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(say('registration.saved')).waitFor();
};

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Accepts the permissions in the window that the button opens. */
export const acceptAgain = async ({ context, page, say }: Person, button: string): Promise<void> => {
  const consent = await openedBy(context, () => page.getByRole('button', { name: say(button), exact: true }).click());
  await consent.getByRole('button', { name: 'Accept' }).click();
};

interface Filling {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A colleague fills in what an admin has to approve, in a browser of their own. */
export const fillIn = async (admin: Person, demo: Demo, { name, values }: Filling): Promise<void> => {
  const browser = admin.context.browser();
  if (!browser) throw new Error('The window has no browser.');
  const { context, page } = await openWindow(browser, { locale: 'en' });
  const asked = apiOf(page, demo.url);
  await page.goto(demo.url);
  await pickAccount({ context, page, say: openWording('en'), onScreen: () => Promise.resolve() }, name);
  const api = await asked;
  const { overridesRevision } = await api.get<{ overridesRevision: number }>('/api/me');
  await api.send('PATCH', '/api/me', { overridesRevision, overrides: values });
  await context.close();
};

/** From now on a value of this field waits for an admin. */
export const askForApproval = async (api: ApiOfPerson, field: string): Promise<void> => {
  const found = await api.get<{ revision: number; fields: readonly { key: string; rule: object }[] }>(
    '/api/smart-fields',
  );
  const rule = { ...found.fields.find(({ key }) => key === field)?.rule, editableBy: 'teammateAsks' };
  await api.send('PUT', '/api/smart-fields', { rules: { [field]: rule }, custom: [], revision: found.revision });
};
