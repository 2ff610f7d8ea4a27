import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import type { SavedAssignments } from '../../server/src/contract/signatures/assignments.ts';
import type { RenderedSignature } from '../../server/src/contract/signatures/me.ts';
import type { ApiClient } from '../../server/tests/support/http/apiClient.ts';
import { synced } from '../../server/tests/support/people/assignments.ts';
import { nobody } from '../../server/tests/support/people/selections.ts';
import { startUndersign, type Undersign } from '../../server/tests/support/processes/startUndersign.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openOutlook } from '../support/outlook/openOutlook.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');

/** The code that runs in Outlook on the web, office.js and msal-browser included; only Outlook itself is not real. */
describe('Outlook on the web', () => {
  let browser: Browser;
  let undersign: Undersign;
  let admin: ApiClient;
  beforeAll(async () => {
    [browser, undersign] = await Promise.all([openBrowser(), startUndersign({ withDemoSignatures: true })]);
    admin = await undersign.connectedAdmin();
    await synced(admin, { ...nobody, everyone: true });
    const { assignments, revision } = await admin.get<SavedAssignments>('/api/assignments');
    await admin.put('/api/assignments', { assignments: { ...assignments, otherMailbox: 'theirs' }, revision });
  });
  afterAll(async () => {
    await browser.close();
    await undersign.close();
  });

  const open = async (how: 'silent' | 'window') => {
    const { userPrincipalName: mailbox } = undersign.simulator.tenant.accounts.teammate;
    const { accessToken } = await undersign.signIn(mailbox);
    return openOutlook(browser, {
      addin: undersign.url,
      mailbox,
      accessToken: how === 'silent' ? accessToken : null,
    });
  };

  test('puts the signature into the first mail, into the next one at once, and into one while the server is away', async () => {
    const outlook = await open('silent');
    await outlook.compose();
    await outlook.raise('onNewMessageCompose');
    const first = await outlook.mail();
    expect(first).toMatchObject({ isOwnSignatureOn: false, notices: {}, completed: ['event-1'] });
    expect(first.sets).toEqual([{ content: expect.stringContaining('<table'), format: 'html' }]);

    const answers: number[] = [];
    outlook.context.on('response', (response) => {
      if (response.url().includes('/api/me/signature')) answers.push(response.status());
    });
    await outlook.compose();
    await outlook.raise('onNewMessageCompose');
    expect((await outlook.mail()).sets).toEqual(first.sets);
    expect(answers).toEqual([304]);

    await outlook.context.route('**/api/me/signature**', (route) => route.abort());
    await outlook.compose();
    await outlook.raise('onNewMessageCompose');
    expect(await outlook.mail()).toMatchObject({ sets: first.sets, notices: {} });
    await outlook.close();
  });

  test('follows From to a colleague and back, and sets a plain text once', async () => {
    const outlook = await open('silent');
    const { userPrincipalName: colleague } = undersign.simulator.tenant.accounts.globalAdmin;
    await outlook.compose({ composeType: 'reply' });
    await outlook.raise('onNewMessageCompose');
    await outlook.changeFrom(colleague);
    await outlook.raise('onMessageFromChanged');
    await outlook.changeFrom(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    await outlook.raise('onMessageFromChanged');
    const [own, theirs, ...back] = (await outlook.mail()).sets;
    expect(theirs?.content).not.toBe(own?.content);
    expect(back).toEqual([own]);

    await outlook.compose({ format: 'text' });
    await outlook.raise('onNewMessageCompose');
    await outlook.raise('onNewMessageCompose');
    const { sets, completed } = await outlook.mail();
    expect(sets).toEqual([{ content: expect.not.stringContaining('<'), format: 'text' }]);
    expect(completed).toHaveLength(2);
    await outlook.close();
  });

  test.each([
    ['their own address in capitals', (own: string) => own.toUpperCase()],
    ['an alias that nobody told us of', () => 'g.oconnor@lindenhof.example'],
    ['an X500 name', () => '/o=First Organization/ou=Exchange Administrative Group/cn=Recipients/cn=grace'],
  ])('puts in the signature of the one who writes, also with %s as From', async (_name, fromOf) => {
    const outlook = await open('silent');
    await outlook.compose();
    await outlook.raise('onNewMessageCompose');
    const { sets, from } = await outlook.mail();
    await outlook.compose();
    await outlook.changeFrom(fromOf(from));
    await outlook.raise('onNewMessageCompose');
    expect((await outlook.mail()).sets).toEqual(sets);
    await outlook.close();
  });

  test.each(isThorough ? ['ahead', 'behind'] : ['behind'])(
    'puts it in on a computer whose clock is a day %s',
    async (way) => {
      const outlook = await open('silent');
      const aDay = 24 * 60 * 60 * 1000;
      await outlook.context.clock.install({ time: Date.now() + (way === 'ahead' ? aDay : -aDay) });
      await outlook.compose();
      await outlook.raise('onNewMessageCompose');
      expect(await outlook.mail()).toMatchObject({
        sets: [{ content: expect.stringContaining('<table'), format: 'html' }],
        notices: {},
      });
      await outlook.close();
    },
  );

  test('leaves a mail alone while nothing answers', async () => {
    const outlook = await open('silent');
    await outlook.context.route('**/api/me/signature**', (route) => route.abort());
    await outlook.compose();
    await outlook.raise('onNewMessageCompose');
    expect(await outlook.mail()).toMatchObject({ sets: [], isOwnSignatureOn: true, notices: {} });
    await outlook.close();
  });

  test('asks for a sign-in where it has none itself; the pane does that and puts the signature in', async () => {
    const outlook = await open('window');
    await outlook.compose();
    await outlook.raise('onNewMessageCompose');
    expect((await outlook.mail()).notices).toEqual({
      undersign: { message: say('notices.signIn'), type: expect.any(Number) },
    });
    const pane = await outlook.openPane();
    const ours = outlook.context.waitForEvent('page');
    await pane.getByRole('button', { name: say('auth.signIn'), exact: true }).click();
    // Ours opens Microsoft's: what a window says is not heard in a frame of another site.
    const microsofts = (await ours).waitForEvent('popup');
    await (await ours).getByRole('button', { name: say('notices.action') }).click();
    const { displayName } = undersign.simulator.tenant.accounts.teammate;
    const isClosed = (await ours).waitForEvent('close');
    await (await microsofts).getByRole('button', { name: displayName }).click();
    await pane.getByRole('button', { name: say('notices.byHand.action') }).click();
    // The pane says that it has the answer, and then that window goes.
    await isClosed;
    await pane.getByText(say('notices.byHand.in')).waitFor();
    const { api } = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    const { rule } = await api.get<RenderedSignature>('/api/me/signature');
    await pane.getByText(say('mine.chosenBy', { rule: rule ?? '' })).waitFor();
    expect(await outlook.mail()).toMatchObject({
      sets: [{ content: expect.stringContaining('<table'), format: 'html' }],
      isOwnSignatureOn: false,
    });
    await outlook.close();
  });

  test('waits for a sign-in on a page that cuts the tie to the window which opened it, and hears its answer', async () => {
    const outlook = await open('window');
    await outlook.context.route(/\/oauth2\/v2\.0\/authorize/, async (route) => {
      const response = await route.fetch({ maxRedirects: 0 });
      const headers = { ...response.headers(), 'cross-origin-opener-policy': 'same-origin' };
      await route.fulfill({ response, headers });
    });
    await outlook.compose();
    const pane = await outlook.openPane();
    const opening = outlook.context.waitForEvent('page');
    await pane.getByRole('button', { name: say('auth.signIn'), exact: true }).click();
    const ours = await opening;
    await ours.clock.install();
    // Only this window knows whether that one counts as closed.
    await ours.evaluate(() => {
      const { open: usual } = window;
      window.open = (...given) => Object.assign(window, { opened: usual.apply(window, given) }).opened;
    });
    const microsofts = outlook.context.waitForEvent('page');
    await ours.getByRole('button', { name: say('notices.action') }).click();
    const { displayName } = undersign.simulator.tenant.accounts.teammate;
    const choice = (await microsofts).getByRole('button', { name: displayName });
    await choice.waitFor();
    await ours.waitForFunction(() => (Reflect.get(window, 'opened') as Window).closed);
    // As long as somebody needs to type a password.
    await ours.clock.runFor(10_000);
    expect(ours.isClosed()).toBe(false);
    await ours.getByRole('button', { name: say('notices.action') }).waitFor();
    const isClosed = ours.waitForEvent('close');
    await choice.click();
    await isClosed;
    await pane.getByRole('heading', { name: say('mine.title'), level: 1 }).waitFor();
    await outlook.close();
  });

  test('lets the signature be copied out of a frame that has no right to the clipboard, as it looks and as HTML', async () => {
    const outlook = await open('silent');
    await outlook.compose();
    const pane = await outlook.openPane();
    await outlook.page.evaluate(() => {
      const field = document.createElement('textarea');
      field.setAttribute('aria-label', 'paste here');
      field.addEventListener('paste', ({ clipboardData }) =>
        Object.assign(window, { pasted: ['text/html', 'text/plain'].map((type) => clipboardData?.getData(type)) }),
      );
      document.body.append(field);
    });
    const paste = async () => {
      await outlook.page.getByLabel('paste here').focus();
      await outlook.page.keyboard.press('Control+v');
      return outlook.page.evaluate(() => Reflect.get(window, 'pasted') as readonly [string, string]);
    };
    const { displayName } = undersign.simulator.tenant.accounts.teammate;
    await pane.getByRole('button', { name: say('inputs.download.copy'), exact: true }).click();
    await pane.getByRole('button', { name: say('inputs.download.copied'), exact: true }).waitFor();
    const [html, text] = await paste();
    expect(html).toContain('<table');
    expect(text).toContain(displayName);
    expect(text).not.toContain('<');

    await pane.getByRole('button', { name: say('inputs.download.html'), exact: true }).click();
    // It is said where it was pressed: the other has its own name again.
    await pane.getByRole('button', { name: say('inputs.download.copy'), exact: true }).waitFor();
    expect((await paste())[1]).toContain('<table');

    await pane.evaluate(() => {
      document.execCommand = () => false;
    });
    await pane.getByRole('button', { name: say('inputs.download.copied'), exact: true }).click();
    await pane.getByRole('button', { name: say('inputs.download.refused'), exact: true }).waitFor();
    await pane.getByRole('button', { name: say('inputs.download.copy'), exact: true }).waitFor();
    await outlook.close();
  });
});
