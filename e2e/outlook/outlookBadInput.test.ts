import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Signature } from '../../server/src/contract/signatures/signatures.ts';
import type { Run } from '../../server/src/contract/sync/sync.ts';
import type { ApiClient } from '../../server/tests/support/http/apiClient.ts';
import { saveAssignments, synced } from '../../server/tests/support/people/assignments.ts';
import { nobody } from '../../server/tests/support/people/selections.ts';
import { startUndersign, type Undersign } from '../../server/tests/support/processes/startUndersign.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openOutlook, type Outlook } from '../support/outlook/openOutlook.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');
const page = '<!doctype html><html><title>Sign in to the network</title><body>Sign in to the network</body></html>';

/** With real office.js and a real server; each mail is looked at as Outlook has it in the end. */
describe('a mail about which something is wrong', () => {
  let browser: Browser;
  let undersign: Undersign;
  let admin: ApiClient;
  beforeAll(async () => {
    [browser, undersign] = await Promise.all([openBrowser(), startUndersign()]);
    admin = await undersign.connectedAdmin();
    await synced(admin, { ...nobody, everyone: true });
  });
  afterAll(async () => {
    await browser.close();
    await undersign.close();
  });

  const grace = () => undersign.simulator.tenant.accounts.teammate;
  const open = async (how: { readonly token?: string; readonly mailboxApi?: string } = {}): Promise<Outlook> => {
    const { userPrincipalName: mailbox } = grace();
    const accessToken = how.token ?? (await undersign.signIn(mailbox)).accessToken;
    return openOutlook(browser, { addin: undersign.url, mailbox, accessToken, ...how });
  };
  /** What becomes of one more mail. */
  const write = async (outlook: Outlook) => {
    await outlook.compose();
    await outlook.raise('onNewMessageCompose');
    const { sets, isOwnSignatureOn, notices, completed } = await outlook.mail();
    return {
      sets,
      isOwnSignatureOn,
      notices: Object.values(notices).map(({ message }) => message),
      done: completed.length,
    };
  };
  const untouched = { sets: [], isOwnSignatureOn: true, notices: [], done: 1 };
  const ours = (text: string) => ({
    sets: [{ content: expect.stringContaining(text), format: 'html' }],
    isOwnSignatureOn: false,
    notices: [],
    done: 1,
  });
  const sync = async (): Promise<void> => {
    await admin.finished(await admin.post<Run>('/api/sync/runs'));
  };

  test('of somebody who has been disabled loses the signature that this client knows, and of nobody else', async () => {
    const outlook = await open();
    expect(await write(outlook)).toEqual(ours(grace().displayName));
    undersign.simulator.directory.updateUser(grace().id, { accountEnabled: false });
    await sync();
    // The last good one goes in at once, and out again when the answer says that there is none.
    expect((await write(outlook)).sets.at(-1)).toEqual({ content: '', format: 'html' });
    expect(await write(outlook)).toEqual(untouched);
    undersign.simulator.directory.updateUser(grace().id, { accountEnabled: true });
    await sync();
    expect(await write(outlook)).toEqual(ours(grace().displayName));
    await outlook.close();
  });

  test('of a mailbox that is no teammate is left alone, without a word', async () => {
    const { id: userId } = grace();
    await synced(admin, {
      ...nobody,
      everyone: true,
      excludedPeople: [{ id: userId, displayName: grace().displayName }],
    });
    const outlook = await open();
    expect(await write(outlook)).toEqual(untouched);
    await outlook.close();
    await synced(admin, { ...nobody, everyone: true });
  });

  test('whose signature is longer than Outlook takes, for this person alone, keeps the last good one', async () => {
    const html = `<p>{{ person.displayName }}</p><p>${'{{ person.jobTitle }}, '.repeat(300)}</p>`;
    const design = {
      newMail: { kind: 'html', html },
      reply: { kind: 'sameAsNew' },
      forward: { kind: 'none' },
      images: 'hosted',
    } as const;
    const { id, revision } = await admin.post<Signature>('/api/signatures', { name: 'Long for some', design });
    await admin.post(`/api/signatures/${id}/publish`, { revision });
    await saveAssignments(admin, (before) => ({ ...before, otherwise: { kind: 'signature', signatureId: id } }));
    const promote = async (jobTitle: string): Promise<void> => {
      undersign.simulator.directory.updateUser(grace().id, { jobTitle });
      await sync();
    };
    await promote('Captain');
    const outlook = await open();
    expect(await write(outlook)).toEqual(ours('Captain'));
    await promote(
      'Vice President of everything there is to preside over in all of the regions of this company, and more',
    );
    expect(await write(outlook)).toEqual(ours('Captain'));
    const anew = await open();
    expect(await write(anew)).toEqual(untouched);
    await Promise.all([outlook.close(), anew.close()]);
    await promote('Captain');
    await saveAssignments(admin, (before) => ({ ...before, otherwise: { kind: 'builtIn' } }));
  });

  test('with a token of another tenant, which never connected, is left alone', async () => {
    const { url, tenant, signToken } = undersign.simulator;
    const tenantId = randomUUID();
    const now = Math.floor(undersign.simulator.clock.now() / 1000);
    const times = { iat: now, nbf: now, exp: now + 3600 };
    const app = { aud: tenant.clientId, azp: tenant.clientId, scp: 'access_as_user', ver: '2.0' };
    const token = signToken({
      ...times,
      ...app,
      iss: `${url}/${tenantId}/v2.0`,
      tid: tenantId,
      oid: randomUUID(),
      preferred_username: grace().userPrincipalName,
      wids: [],
    });
    const outlook = await open({ token });
    expect(await write(outlook)).toEqual(untouched);
    await outlook.close();
  });

  test('with a token that is none gets nothing, and the person is asked to sign in', async () => {
    const { accessToken } = await undersign.signIn(grace().userPrincipalName);
    const outlook = await open({ token: `${accessToken.slice(0, -8)}AAAAAAAA` });
    expect(await write(outlook)).toEqual({ ...untouched, notices: [say('notices.signIn')] });
    await outlook.close();
  });

  test.each([200, 401, 403, 404, 502])('to which a proxy answers %i with a page is left alone', async (status) => {
    const outlook = await open();
    const known = await write(outlook);
    await outlook.context.route('**/api/me/signature**', (route) =>
      route.fulfill({ status, contentType: 'text/html', body: page }),
    );
    expect(await write(outlook)).toEqual(known);
    await (await outlook.frame('events')).evaluate(() => localStorage.clear());
    expect(await write(outlook)).toEqual(untouched);
    await outlook.close();
  });

  test('whose handler nobody has filled in is left alone', async () => {
    const outlook = await open();
    await outlook.context.route('**/launchevent.html', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /(name="undersign-settings" content=")[^"]*/,
        '$1__UNDERSIGN_SETTINGS__',
      );
      await route.fulfill({ response, body });
    });
    expect(await write(outlook)).toEqual(untouched);
    await outlook.close();
  });

  test('in an Outlook of before signatures gets it by hand, where the cursor is', async () => {
    const outlook = await open({ mailboxApi: '1.9' });
    for (const format of ['html', 'text'] as const) {
      await outlook.compose({ format });
      await outlook.raise('insertSignature');
      const { sets, isOwnSignatureOn, completed } = await outlook.mail();
      expect({ sets, isOwnSignatureOn, done: completed.length }).toEqual({
        sets: [{ content: expect.stringContaining(grace().displayName), format }],
        isOwnSignatureOn: true,
        done: 1,
      });
    }
    await outlook.close();
  });
});
