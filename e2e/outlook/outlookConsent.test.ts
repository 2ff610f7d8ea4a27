import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { synced } from '../../server/tests/support/people/assignments.ts';
import { nobody } from '../../server/tests/support/people/selections.ts';
import { signIn } from '../../server/tests/support/http/signIn.ts';
import { startUndersign, type Undersign } from '../../server/tests/support/processes/startUndersign.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openWindow } from '../support/browser/openWindow.ts';
import { openOutlook, type Outlook } from '../support/outlook/openOutlook.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');

/** Outlook asks the simulated Entra for each token, which knows whether anybody has consented. */
describe('an ordinary colleague of a tenant in which people may not consent', () => {
  let browser: Browser;
  let undersign: Undersign;
  beforeAll(async () => {
    [browser, undersign] = await Promise.all([openBrowser(), startUndersign({ withDemoSignatures: true })]);
    await synced(await undersign.connectedAdmin(), { ...nobody, everyone: true });
  });
  beforeEach(() => {
    undersign.simulator.consent.policy.usersMayConsent = false;
  });
  afterAll(async () => {
    await browser.close();
    await undersign.close();
  });

  const open = (): Promise<Outlook> => {
    const { simulator, url: addin } = undersign;
    const mailbox = simulator.tenant.accounts.teammate.userPrincipalName;
    const accessToken = () =>
      signIn(simulator, mailbox, { silently: true }).then(
        ({ accessToken: token }) => ({ accessToken: token }),
        (error: unknown) => ({ refusal: String(error) }),
      );
    return openOutlook(browser, { addin, mailbox, accessToken });
  };
  const write = async (outlook: Outlook) => {
    await outlook.compose();
    await outlook.raise('onNewMessageCompose');
    return outlook.mail();
  };
  const signed = { sets: [{ content: expect.stringContaining('<table'), format: 'html' }], notices: {} };

  test('gets their signature and is asked nothing, because the app is pre-authorised', async () => {
    const outlook = await open();
    expect(await write(outlook)).toMatchObject(signed);
    await outlook.close();
  });

  test('is told whom to ask where it is not, and gets it once an administrator has clicked what is shown', async () => {
    const { simulator } = undersign;
    const client = simulator.clients.get(simulator.tenant.clientId)!;
    simulator.clients.set(client.clientId, { ...client, preAuthorized: false });
    const outlook = await open();
    expect(await write(outlook)).toMatchObject({
      sets: [],
      notices: { undersign: { message: say('notices.consent') } },
    });
    const pane = await outlook.openPane();
    await pane.getByText(say('auth.failure.consentNeeded')).waitFor();

    const admin = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 900 } });
    await admin.page.goto(undersign.url);
    const picker = admin.context.waitForEvent('page');
    await admin.page.getByRole('button', { name: say('auth.signIn'), exact: true }).click();
    await (await picker).getByRole('button', { name: /Anna Vermeer/ }).click();
    // She may consent for herself, and does so here for nobody else.
    await (await picker).getByRole('button', { name: 'Accept' }).click();
    await admin.page.getByRole('button', { name: say('common.account.menu', { name: 'Anna Vermeer' }) }).waitFor();
    await admin.page.goto(`${undersign.url}/#/connect`);
    const consent = admin.context.waitForEvent('page');
    await admin.page.getByRole('button', { name: say('connect.colleagues.approve') }).click();
    await (await consent).getByRole('button', { name: 'Accept' }).click();
    await admin.page.getByText(say('connect.outcome.approved')).waitFor();
    await admin.context.close();

    expect(await write(outlook)).toMatchObject(signed);
    await outlook.close();
  });
});

/** A frame of another site hears nothing of what windows of ours tell each other. */
describe('an administrator who connects the tenant from the pane', () => {
  let browser: Browser;
  let undersign: Undersign;
  beforeAll(async () => {
    [browser, undersign] = await Promise.all([openBrowser(), startUndersign()]);
  });
  beforeEach(async () => {
    const { api } = await undersign.signIn(mailbox());
    await api.delete('/api/connection');
  });
  afterAll(async () => {
    await browser.close();
    await undersign.close();
  });

  const mailbox = () => undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName;
  const openConnect = async () => {
    const { accessToken } = await undersign.signIn(mailbox());
    const outlook = await openOutlook(browser, { addin: undersign.url, mailbox: mailbox(), accessToken });
    const pane = await outlook.openPane();
    const name = say('overview.step.connect.action');
    await pane.getByRole('button', { name }).or(pane.getByRole('link', { name })).click();
    const connect = pane.getByRole('button', { name: say('connect.connect'), exact: true });
    await connect.waitFor();
    return { outlook, pane, connect };
  };
  /** Outlook's own sign-in is none in the browser, so Microsoft asks first who it is. */
  const decide = async (page: Page, button: string): Promise<void> => {
    await page.getByRole('button', { name: /Anna Vermeer/ }).click();
    await page.getByRole('button', { name: button, exact: true }).click();
  };
  /** The news of the tenant come by themselves as well; here only what the window says is to be heard. */
  const hearWindowsAlone = (outlook: Outlook) =>
    Promise.all(['**/api/events', '**/api/connection'].map((path) => outlook.context.route(path, wait)));
  const wait = () => new Promise<void>(() => undefined);

  test.each([
    ['accepted', 'Accept', 'connect.outcome.connected'],
    ['refused', 'Cancel', 'connect.outcome.refused'],
  ] as const)('is told at once that it was %s', async (_how, button, outcome) => {
    const { outlook, pane, connect } = await openConnect();
    await hearWindowsAlone(outlook);
    const opened = outlook.context.waitForEvent('page');
    await connect.click();
    await decide(await opened, button);
    await pane.getByRole('alert').getByText(say(outcome)).waitFor();
    expect(await pane.getByText(say('connect.waiting.text')).count()).toBe(0);
    await outlook.close();
  });

  test('sees it where Microsoft has cut the tie to the pane, because the connection has changed', async () => {
    const { outlook, pane, connect } = await openConnect();
    await outlook.context.addInitScript(() => {
      if (window.top === window) window.opener = null;
    });
    const opened = outlook.context.waitForEvent('page');
    await connect.click();
    await decide(await opened, 'Accept');
    await pane.getByRole('alert').getByText(say('connect.outcome.connected')).waitFor();
    expect(await pane.getByText(say('connect.waiting.text')).count()).toBe(0);
    await outlook.close();
  });

  test('goes on by a link where the pane may open no window', async () => {
    const { outlook, pane, connect } = await openConnect();
    await pane.evaluate(() => {
      window.open = () => null;
    });
    await connect.click();
    const opened = outlook.context.waitForEvent('page');
    await pane.getByRole('link', { name: say('connect.waiting.open') }).click();
    await decide(await opened, 'Accept');
    await pane.getByRole('alert').getByText(say('connect.outcome.connected')).waitFor();
    await outlook.close();
  });
});
