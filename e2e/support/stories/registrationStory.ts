import { OWN_REGISTRATION } from '../../../simulator/entra/tokens/clientRegistration.ts';
import { goTo, type Person } from './story.ts';

const permission = 'GroupMember.Read.All';

/** Tells the simulated tenant what its administrators grant the registration, or take from it. */
const changeGrant = async (
  simulatorUrl: string,
  change: Readonly<Record<string, readonly string[]>>,
): Promise<void> => {
  const response = await fetch(`${simulatorUrl}/_simulator/consent`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: OWN_REGISTRATION.clientId, ...change }),
  });
  if (!response.ok) throw new Error(`The simulator refused: ${await response.text()}`);
};

/** With a wrong secret, then before a permission has arrived, which is waited for, and then another secret for the old one. */
export const connectByRegistration = async (person: Person, simulatorUrl: string): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'connect');
  await changeGrant(simulatorUrl, { revoke: [permission] });
  await page.getByRole('button', { name: say('registration.use.registration') }).click();
  await page.getByRole('textbox', { name: say('registration.clientId') }).fill(OWN_REGISTRATION.clientId);
  const secret = page.locator('input[type=password]');
  await secret.fill('not-the-secret');
  const save = page.getByRole('button', { name: say('registration.connect') });
  await save.click();
  await page.getByText(say('registration.error.secret-wrong')).waitFor();
  await onScreen('registration-wrong');
  await secret.fill(OWN_REGISTRATION.clientSecret);
  await save.click();
  await page.getByText(say('registration.settling.text', { permissions: permission })).waitFor();
  await onScreen('registration-settling');
  await changeGrant(simulatorUrl, { grant: [permission] });
  await page.getByText(say('connect.headline.connected', { name: 'Lindenhof Group' })).waitFor();
  await page.getByRole('button', { name: say('registration.replaceOpen') }).click();
  await onScreen('registration-replace');
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=password]').fill(OWN_REGISTRATION.clientSecret);
  await dialog.getByRole('button', { name: say('registration.replace') }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(say('registration.saved')).waitFor();
  await onScreen('registration');
};
