import { goTo, type Person } from './story.ts';

/** A key for a program, shown once; and an address that webhooks may not go to. */
export const seeIntegrations = async (person: Person): Promise<void> => {
  const { page, say, onScreen } = person;
  await goTo(person, 'integrations');
  await page.getByRole('button', { name: say('integrations.key.addAction'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('integrations.key.addAction'), exact: true }).click();
  await dialog.getByText(say('integrations.key.nameBlank')).waitFor();
  await onScreen('key-wrong');
  await dialog.getByRole('textbox', { name: say('integrations.key.name'), exact: true }).fill('Nightly report');
  await dialog.getByRole('checkbox', { name: say('integrations.scope.runs') }).check();
  await dialog.getByRole('button', { name: say('integrations.key.addAction'), exact: true }).click();
  await page.getByText(say('integrations.key.secretText')).waitFor();
  await onScreen('key-shown');
  await page.getByRole('button', { name: say('integrations.kept'), exact: true }).click();
  await page.getByRole('button', { name: /Nightly report/ }).click();
  await onScreen('key');

  await page.getByRole('button', { name: say('integrations.webhook.addAction'), exact: true }).click();
  await dialog
    .getByRole('textbox', { name: say('integrations.webhook.url'), exact: true })
    .fill('https://10.0.0.1/hook');
  await dialog.getByRole('button', { name: say('integrations.webhook.addAction'), exact: true }).click();
  await dialog.getByText(say('pageProblems.webhook-address-refused')).waitFor();
  await onScreen('webhook-refused');
  await dialog.getByRole('button', { name: say('common.cancel'), exact: true }).click();
};

/** The description of the API as a page, drawn by scripts of this server alone. */
export const readApiDocs = async ({ context, page }: Person): Promise<void> => {
  const docs = await context.newPage();
  await docs.goto(new URL('/api/docs', page.url()).href);
  await docs.getByText('Sync with the saved selection').waitFor();
  await docs.close();
};
