import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { synced } from '../../server/tests/support/people/assignments.ts';
import { nobody } from '../../server/tests/support/people/selections.ts';
import { startUndersign, type Undersign } from '../../server/tests/support/processes/startUndersign.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openOutlook } from '../support/outlook/openOutlook.ts';
import { openMicrosoft, pressLast, signInByHand, type Way } from '../support/outlook/signInByHand.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');
const ways: readonly Way[] = ['popup', 'dialog'];

/** Where Outlook itself signs nobody in: real office.js, its dialogs included, and real msal-browser. */
describe('signing in by hand in Outlook', () => {
  let browser: Browser;
  let undersign: Undersign;
  beforeAll(async () => {
    [browser, undersign] = await Promise.all([
      openBrowser(),
      startUndersign({ withDemoSignatures: true, isSecure: true }),
    ]);
    await synced(await undersign.connectedAdmin(), { ...nobody, everyone: true });
  });
  afterAll(async () => {
    await browser.close();
    await undersign.close();
  });

  const person = () => undersign.simulator.tenant.accounts.teammate;
  const open = (way: Way) => {
    const { publicUrl: addin, url: server } = undersign;
    const mailbox = person().userPrincipalName;
    return openOutlook(browser, {
      addin,
      server,
      mailbox,
      accessToken: null,
      windows: way === 'popup' ? 'open' : 'blocked',
    });
  };

  test.each(isThorough ? ways : ways.slice(0, 1))(
    'through a %s puts in what the notice in the mail has promised',
    async (way) => {
      const outlook = await open(way);
      await outlook.compose();
      await outlook.raise('onNewMessageCompose');
      expect((await outlook.mail()).notices).toHaveProperty('undersign');
      const pane = await outlook.openPane(JSON.stringify({ task: 'signIn' }));
      await signInByHand(outlook, way, { pane, who: person().displayName });
      await pane.getByText(say('notices.byHand.in')).waitFor();
      expect(await outlook.mail()).toMatchObject({
        sets: [{ content: expect.stringContaining('<table'), format: 'html' }],
        isOwnSignatureOn: false,
      });
      await outlook.close();
    },
  );

  test.each(isThorough ? ways : ways.slice(1))(
    'ends through a %s, and the next person sees nothing of the one before',
    async (way) => {
      const outlook = await open(way);
      await outlook.compose();
      const pane = await outlook.openPane();
      await signInByHand(outlook, way, { pane, who: person().displayName });
      await pane.getByRole('heading', { name: say('mine.title'), level: 1 }).waitFor();
      await pane.getByRole('button', { name: say('common.account.menu', { name: person().displayName }) }).click();
      const leaving = outlook.context.waitForEvent('page');
      await pane.getByRole('menuitem', { name: say('common.account.signOut') }).click();
      if (way === 'dialog') await pane.locator('input[value="Allow"]').click();
      const left = await leaving;
      if (way === 'popup') await left.getByRole('button', { name: say('notices.signOut') }).click();
      await pane.getByRole('button', { name: say('auth.signIn'), exact: true }).waitFor();
      // Microsoft asks again who it is, so its session has ended as well.
      const { displayName: next, userPrincipalName } = undersign.simulator.tenant.accounts.dutch;
      await signInByHand(outlook, way, { pane, who: next });
      const mailbox = person().userPrincipalName;
      await pane.getByText(say('auth.wrongAccount.text', { mailbox, account: userPrincipalName })).waitFor();
      expect(await pane.getByText(person().displayName).count()).toBe(0);
      await outlook.close();
    },
  );

  test('as somebody else is said, is kept out of the mails of this mailbox, and another account is a click away', async () => {
    const outlook = await open('popup');
    await outlook.compose();
    const pane = await outlook.openPane(JSON.stringify({ task: 'signIn' }));
    const { displayName: wrong } = undersign.simulator.tenant.accounts.dutch;
    await signInByHand(outlook, 'popup', { pane, who: wrong });
    const button = say('auth.wrongAccount.action');
    await pane.getByRole('button', { name: button }).waitFor();
    expect((await outlook.mail()).sets).toEqual([]);
    await pressLast(await openMicrosoft(outlook, 'popup', { pane, button }), person().displayName);
    await pane.getByText(say('notices.byHand.in')).waitFor();
    expect(await pane.getByRole('button', { name: button }).count()).toBe(0);
    await outlook.close();
  });

  test('proves what Microsoft asks for once the administrator has asked for more, on the page where one was', async () => {
    const outlook = await open('dialog');
    await outlook.compose();
    const pane = await outlook.openPane();
    await signInByHand(outlook, 'dialog', { pane, who: person().displayName });
    await pane.getByRole('heading', { name: say('mine.title'), level: 1 }).waitFor();
    const { simulator } = undersign;
    simulator.consent.policy.secondFactor.add(person().id);
    // The token is refused from now on, and a new one is not to be had for nothing.
    await outlook.context.route('**/api/me/signature**', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'about:blank',
          title: '',
          status: 401,
          code: 'token-expired',
          detail: '',
          requestId: '',
        }),
      }),
    );
    await pane.getByRole('tab', { name: say('compose.composeType.reply') }).click();
    const page = await openMicrosoft(outlook, 'dialog', { pane, button: say('common.expired.action') });
    await outlook.context.unroute('**/api/me/signature**');
    await pressLast(page, 'Approve');
    const again = pane.getByRole('button', { name: say('common.expired.action') });
    await again.waitFor({ state: 'detached' });
    await pane.getByRole('heading', { name: say('mine.title'), level: 1 }).waitFor();
    await outlook.close();
  });
});
