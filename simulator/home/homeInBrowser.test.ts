import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { inspectPage } from '../../e2e/support/inspect/inspectPage.ts';
import { openBrowser } from '../../e2e/support/browser/openBrowser.ts';
import { openWindow } from '../../e2e/support/browser/openWindow.ts';
import type { Simulator } from '../startSimulator.ts';
import { startSimulator } from '../startSimulator.ts';

let simulator: Simulator;
let browser: Browser;

beforeAll(async () => {
  [simulator, browser] = await Promise.all([startSimulator(), openBrowser()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), simulator.close()]);
});

const windows = [
  ['dark', 320],
  ['light', 1024],
] as const;

test.each(process.env['TESTS'] === 'all' ? windows : windows.slice(0, 1))(
  'every page is accessible and fits, %s at %i pixels',
  async (colorScheme, width) => {
    const { context, page } = await openWindow(browser, { colorScheme, viewport: { width, height: 800 } });
    const { groups, units } = simulator.directory;
    const { teammate } = simulator.tenant.accounts;
    const paths = [
      '/',
      '/_home/people',
      `/_home/people/${teammate.id}?done=profile`,
      '/_home/groups',
      ...[...groups.live()].filter(({ membershipRule }) => membershipRule).map(({ id }) => `/_home/groups/${id}`),
      '/_home/units',
      `/_home/units/${units.order[0] ?? ''}`,
      '/_home/people/nobody',
    ];
    for (const path of paths) {
      await page.goto(simulator.url + path);
      expect([path, await inspectPage(page)]).toEqual([path, []]);
    }
    await context.close();
  },
);

test('the registration of their own is copied by its buttons, and any other script is refused', async () => {
  const { context, page } = await openWindow(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  await page.goto(simulator.url);
  const { clientId, clientSecret } = simulator.tenant.ownRegistration;
  for (const [name, value] of Object.entries({
    'Tenant id': simulator.tenant.id,
    'Client id': clientId,
    'Client secret': clientSecret,
  })) {
    const button = page.getByRole('button', { name: `Copy ${name}` });
    await button.click();
    await button.filter({ hasText: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value);
  }
  expect(refused).toEqual([]);
  await context.close();
});

test('every button that makes trouble says what it did, and does it', async () => {
  const { context, page } = await openWindow(browser, {});
  await page.goto(simulator.url);
  const press = async (name: RegExp, said: RegExp): Promise<void> => {
    await page.getByRole('button', { name }).click();
    await page.getByRole('status').filter({ hasText: said }).waitFor();
  };
  const faults = () => simulator.faults.list().map(({ fault }) => fault);
  await press(/^Slow/, /three seconds/);
  expect(faults()).toMatchObject([{ kind: 'slow' }]);
  await press(/^429/, /429/);
  expect(faults()).toMatchObject([{ kind: 'slow' }, { kind: 'status', status: 429, times: 5 }]);
  await press(/^503/, /503/);
  expect(faults()).toHaveLength(3);
  await press(/^Mend/, /as it should/);
  expect(faults()).toEqual([]);
  const before = [...simulator.directory.users.live()].length;
  await press(/people leave$/, /recycle bin/);
  expect([...simulator.directory.users.live()].length).toBeLessThan(before);
  await press(/^Reset/, /at the start/);
  expect([...simulator.directory.users.live()]).toHaveLength(before);
  await context.close();
});

test('a person finds somebody and changes the job title, without any script', async () => {
  const { context, page } = await openWindow(browser, { javaScriptEnabled: false });
  await page.goto(simulator.url);
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('searchbox').fill('grace connor');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: "Grace O'Connor" }).click();
  await page.getByLabel('Job title').fill('Director');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').waitFor();
  expect(simulator.directory.findUser(simulator.tenant.accounts.teammate.id)?.jobTitle).toBe('Director');
  await page.getByRole('button', { name: 'Remove from Team Sales' }).click();
  await page.getByText('Removed from the group.').waitFor();
  await context.close();
});
