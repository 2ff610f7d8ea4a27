import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { thoroughTest } from '../../server/tests/support/isThorough.ts';
import { OWN_REGISTRATION, PUBLISHER } from '../../simulator/entra/tokens/clientRegistration.ts';
import { eventually } from '../../server/tests/support/processes/eventually.ts';
import { apiOf, change, type ApiOfPerson } from '../support/apiOf.ts';
import { run, syncEverybody } from '../support/fillTenant.ts';
import { openDirectory } from '../support/stories/leaversStory.ts';
import {
  acceptAgain,
  askForApproval,
  fillIn,
  inDays,
  openSimulator,
  replaceSecret,
  solve,
} from '../support/stories/needsStory.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import type { Demo } from '../support/startDemo.ts';
import { signIn, type Person } from '../support/stories/story.ts';
import { tellInBrowser } from '../support/tellInBrowser.ts';

/** The receiver of webhooks, which answers as it is told. */
const openReceiver = async () => {
  let status = 410;
  const server = createServer((_request, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/told`,
    answer: (next: number) => (status = next),
    close: () => server.close(),
  };
};

/** What is lost between us and the directory, and what was stopped by hand. */
const loseTheDirectory = async (person: Person, demo: Demo, api: ApiOfPerson): Promise<void> => {
  const { page, say } = person;
  const simulator = openSimulator(demo);
  const check = () => api.send('POST', '/api/connection/check', {});
  const isConnected = () => page.getByText(say('connect.headline.connected', { name: 'Lindenhof Group' })).waitFor();
  const needs = (kind: string, action = kind) => ({
    text: say(`overview.needs.${kind}`),
    action: say(`overview.needs.${action}Action`),
  });

  await simulator('POST', '/consent', { clientId: PUBLISHER.clientId, revoke: true });
  await check();
  await solve(person, needs('revoked'), async () => {
    await acceptAgain(person, 'connect.connectAgain');
    await isConnected();
  });

  await simulator('POST', '/consent', { clientId: PUBLISHER.clientId, revoke: ['GroupMember.Read.All'] });
  await check();
  await solve(person, needs('incomplete'), async () => {
    await acceptAgain(person, 'connect.grantAgain');
    await isConnected();
  });

  await simulator('POST', '/faults', {
    ...{ kind: 'status', status: 400, code: 'invalid_request', path: '*/oauth2/v2.0/token*' },
    message: 'AADSTS90072: The application is in a state that nobody foresaw.',
  });
  await check();
  await solve(person, needs('troubled'), async () => {
    await simulator('DELETE', '/faults');
    await page.getByRole('button', { name: say('connect.check') }).click();
    await isConnected();
  });

  await simulator('POST', '/faults', { kind: 'status', status: 400, code: 'Request_BadRequest', path: '/v1.0/*' });
  expect(await run(api, '/api/sync/runs', { mode: 'full' })).toMatchObject({ status: 'failed' });
  await solve(person, needs('failing'), async () => {
    await simulator('DELETE', '/faults');
    await page.getByRole('button', { name: say('sync.start.sync'), exact: true }).click();
    await page.getByText(say('sync.result.done')).waitFor();
  });

  await change(api, 'settings', { isPaused: true });
  await solve(person, needs('paused'), async () => {
    await page.getByRole('button', { name: say('sync.start.resume'), exact: true }).click();
    await page.getByText(say('sync.health.active.headline')).waitFor();
  });
};

/** What an admin has to decide, and what no longer arrives. */
const leaveDecisions = async (person: Person, demo: Demo, api: ApiOfPerson): Promise<void> => {
  const { page, say } = person;
  await change(api, 'settings', { guard: { count: 1, percent: 0 } });
  for (const name of ['anouk.claeys', 'arjun.thompson', 'bas.schouten'])
    await openDirectory(demo.simulatorUrl)({ op: 'softDeleteUser', id: `${name}@lindenhof.example` });
  const { id } = await run(api, '/api/sync/runs');
  const held = { text: say('overview.needs.held_other', { formatted: '3' }), action: say('overview.needs.heldAction') };
  await solve(person, held, async () => {
    await page.getByRole('checkbox', { name: say('sync.held.all'), exact: true }).check();
    await page.getByRole('button', { name: say('sync.held.approve'), exact: true }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: say('sync.held.approveConfirm'), exact: true }).click();
    await page.getByText(say('sync.held.empty')).waitFor();
    // The sync that held them tells of them as gone, and asks nothing any more.
    await page.goto(`${demo.url}/#/sync/runs/${id}`);
    await page.getByRole('button', { name: new RegExp(`^${say('changes.action.disable')} ?3$`) }).waitFor();
    expect(await page.getByText(say('sync.result.held_other', { formatted: '3' })).count()).toBe(0);
  });

  await askForApproval(api, 'city');
  await fillIn(person, demo, { name: "Grace O'Connor", values: { city: 'Delft' } });
  const text = say('overview.needs.proposals_one', { formatted: '1' });
  await solve(person, { text, action: say('overview.needs.proposalsAction') }, async () => {
    const approve = say('proposals.approveOf', { field: say('fields.city'), name: "Grace O'Connor" });
    await page.getByRole('button', { name: approve, exact: true }).click();
    await page.getByText(say('proposals.empty')).waitFor();
  });
};

const stopWebhook = async (person: Person, api: ApiOfPerson): Promise<void> => {
  const { page, say } = person;
  const receiver = await openReceiver();
  await api.send('POST', '/api/webhooks', { url: receiver.url, events: ['run.finished'] });
  await run(api, '/api/sync/runs');
  interface Webhooks {
    readonly items: readonly { readonly enabled: boolean }[];
  }
  await eventually('the webhook is switched off', async () => {
    const { items } = await api.get<Webhooks>('/api/webhooks');
    return items[0]?.enabled === false || undefined;
  });
  const off = { text: say('overview.needs.webhookOff_one'), action: say('overview.needs.webhookOffAction') };
  await solve(person, off, async () => {
    receiver.answer(204);
    await page.getByText(say('integrations.webhook.because.gone', { url: receiver.url })).waitFor();
    await page.getByRole('button', { name: /127\.0\.0\.1/ }).click();
    await page.getByRole('button', { name: say('integrations.webhook.switchOn') }).click();
    await page.getByText(say('integrations.webhook.state.on'), { exact: true }).waitFor();
  });
  receiver.close();
};

/** A secret that ends, and one that has ended: the registration is the customer's own. */
const endSecrets = async (person: Person, demo: Demo, api: ApiOfPerson): Promise<void> => {
  const { page, say } = person;
  const simulator = openSimulator(demo);
  const action = say('overview.needs.secretAction');
  const { tenantId } = await api.get<{ tenantId: string }>('/api/session');
  const { clientId, clientSecret } = OWN_REGISTRATION;
  const form = { tenantId, clientId, clientSecret, secretExpiresOn: inDays(13) };
  await api.send('PUT', '/api/connection/registration', form);
  await syncEverybody(api);
  // As many as were given, or one less where midnight came meanwhile.
  const { registration } = await api.get<{ registration: { daysLeft: number } }>('/api/connection');
  const soon = { text: say('overview.needs.secretEnds_other', { formatted: String(registration.daysLeft) }), action };
  await solve(person, soon, () => replaceSecret(person));

  // Nobody can wait until midnight: the day that was told of a secret which still works is over.
  await page.route('**/api/connection', async (route) => {
    const response = await route.fetch();
    const connection = (await response.json()) as { registration: object };
    const registration = { ...connection.registration, daysLeft: 0, warning: 'expired' };
    await route.fulfill({ response, json: { ...connection, registration } });
  });
  await solve(person, { text: say('overview.needs.secretDate'), action }, async () => {
    await page.unroute('**/api/connection');
    await replaceSecret(person);
  });

  await simulator('POST', '/faults', {
    ...{ kind: 'status', status: 401, code: 'invalid_client', path: '*/oauth2/v2.0/token*' },
    message: 'AADSTS7000222: The provided client secret keys for app are expired.',
  });
  await api.send('POST', '/api/connection/check', {});
  await solve(person, { text: say('overview.needs.secretExpired'), action }, async () => {
    await simulator('DELETE', '/faults');
    await replaceSecret(person);
  });
};

describe('what waits for an admin stands on the overview, and is solved from there', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  thoroughTest('while the publisher’s app is used, in en at 1280 px', () =>
    tellInBrowser(
      browser,
      { locale: 'en', width: 1280, colorScheme: 'light', env: { WEBHOOK_NETWORKS: '127.0.0.1' } },
      async (person, demo) => {
        const api = await openTenant(demo);
        await syncEverybody(api);
        await signIn(person);
        await loseTheDirectory(person, demo, api);
        await leaveDecisions(person, demo, api);
        await stopWebhook(person, api);
      },
    ),
  );

  test('while a registration of their own is used, in nl at 320 px', () =>
    tellInBrowser(browser, { locale: 'nl', width: 320, colorScheme: 'dark' }, async (person, demo) => {
      const asked = apiOf(person.page, demo.url);
      await signIn(person);
      await endSecrets(person, demo, await asked);
    }));
});
