import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Connection, RegistrationRequest, RegistrationResult } from '../../../src/contract/manage/connection.ts';
import { registrationPurpose } from '../../../src/domain/connection/registration.ts';
import { openSecretBox } from '../../../src/identity/secrets/secretBox.ts';
import type { SavedSelection } from '../../../src/contract/people/selection.ts';
import type { Run, RunPage, SyncStatus } from '../../../src/contract/sync/sync.ts';
import type { TeammatePage } from '../../../src/contract/people/teammates.ts';
import type { SignedIn } from '../../support/http/signIn.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { decideConsent, outcomeAt } from '../../support/http/consentPage.ts';
import { makeCertificate } from '../../support/makeCertificate.ts';
import { changeOwn, ownForm } from '../../support/people/registration.ts';
import { everyone, nobody, picked } from '../../support/people/selections.ts';
import { eventually } from '../../support/processes/eventually.ts';
import { allPermissions, startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const token = '/*/oauth2/v2.0/token*';
const newKey = (): string => randomBytes(32).toString('base64');
const [keyOne, keyTwo] = [newKey(), newKey()];
const oldSecret = 'simulated~own~secret';
const newSecret = 'simulated~rotated~secret';

let undersign: Undersign;
let admin: SignedIn & { readonly api: ApiClient };
beforeEach(async () => {
  undersign = await startUndersign({ env: { ENCRYPTION_KEY: keyOne } });
  admin = await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName);
  changeOwn(undersign.simulator, { secrets: [{ value: oldSecret }, { value: newSecret }] });
});
afterEach(() => undersign.close());

const put = (change: Partial<RegistrationRequest> = {}, api = admin.api) =>
  api.put<RegistrationResult>('/api/connection/registration', { ...ownForm(undersign.simulator), ...change });
const connection = () => admin.api.get<Connection>('/api/connection');
const reads = async (api = admin.api): Promise<string> => {
  const response = await api.raw('/api/directory/users?limit=1');
  return response.ok ? 'reads' : ((await response.json()) as { code: string }).code;
};
/** From now on only these secrets open the registration, as after a deletion in the portal. */
const keepSecrets = (...values: readonly string[]) => {
  changeOwn(undersign.simulator, { secrets: values.map((value) => ({ value })) });
};
const consent = async () => outcomeAt(await decideConsent(admin, { decision: 'accept', permissions: allPermissions }));

describe('rotating the credentials of a registration', () => {
  test('a wrong new secret leaves the old one at work', async () => {
    await put();
    expect(await admin.api.problem(put({ clientSecret: 'mistyped' }))).toMatchObject({ code: 'registration-refused' });
    expect(await reads()).toBe('reads');
    expect((await connection()).state).toBe('connected');
  });

  test('the new secret counts at once, also where a token of the old one was kept', async () => {
    const first = await put();
    expect(await reads()).toBe('reads');
    const { connection: now } = await put({ clientSecret: newSecret, secretExpiresOn: '2099-01-01' });
    keepSecrets(newSecret);
    const asked = undersign.simulator.faults.add({ kind: 'slow', milliseconds: 0, path: token });
    expect(await reads()).toBe('reads');
    expect(undersign.simulator.faults.list().find(({ id }) => id === asked)?.struck).toBe(1);
    expect(now.connectedAt).toBe(first.connection.connectedAt);
    expect(now.registration?.expiresAt).toBe('2099-01-01T23:59:59.000Z');
  });

  test('a run under way goes on through a rotation', async () => {
    await put();
    const hold = undersign.simulator.faults.add({ kind: 'hold', path: '/v1.0/users*' });
    await admin.api.put('/api/selection', { selection: everyone, revision: 0 });
    const run = await admin.api.post<Run>('/api/sync/runs');
    await put({ clientSecret: newSecret });
    keepSecrets(newSecret);
    undersign.simulator.faults.remove(hold);
    expect(await admin.api.finished(run)).toMatchObject({ status: 'succeeded', failure: null });
  });

  test('from secret to certificate and back', async () => {
    const made = makeCertificate();
    changeOwn(undersign.simulator, { certificates: [made.publicKey] });
    for (const change of [{}, { clientSecret: null, certificate: made.pem }, {}]) {
      const { connection: now } = await put(change);
      expect(now.registration?.credential).toBe('certificate' in change ? 'certificate' : 'secret');
      expect(await reads()).toBe('reads');
    }
  });

  test('another replica follows without a restart', async () => {
    await put();
    const other = await undersign.replica(admin.accessToken);
    try {
      expect(await reads(other.api)).toBe('reads');
      await put({ clientSecret: newSecret });
      keepSecrets(newSecret);
      undersign.simulator.clock.advance(58 * 60_000);
      expect(await reads(other.api)).toBe('reads');
      expect(await other.api.get<Connection>('/api/connection')).toEqual(await connection());
    } finally {
      await other.stop();
    }
  });

  test('of two admins who rotate at the same moment one is told', async () => {
    await put();
    const { faults } = undersign.simulator;
    faults.add({ kind: 'hold', path: token });
    const both = Promise.allSettled([put(), put({ clientSecret: newSecret })]);
    await eventually('both are tried', () => faults.list()[0]?.struck === 2 || undefined);
    faults.clear();
    const results = await both;
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
    expect(lost.map(({ message }) => message)).toEqual([expect.stringContaining('409 connection-changed')]);
    expect(await reads()).toBe('reads');
  });

  test('a secret that ended is noticed by a check, with advice, and mended by a new one', async () => {
    await put();
    changeOwn(undersign.simulator, {
      secrets: [{ value: oldSecret, expiresAt: '2020-01-01T00:00:00Z' }, { value: newSecret }],
    });
    expect(await admin.api.post<Connection>('/api/connection/check')).toMatchObject({
      state: 'revoked',
      kind: 'registration',
      lastError: 'AADSTS7000222',
      problem: { code: 'secret-expired', message: expect.stringContaining('Create a new one') },
    });
    expect((await put({ clientSecret: newSecret })).connection).toMatchObject({ state: 'connected', problem: null });
  });

  test('a refusal that says nothing about consent revokes nothing: told at once by check and run, and over by itself', async () => {
    await put();
    const { faults, tenant } = undersign.simulator;
    await admin.api.put('/api/selection', {
      selection: { ...nobody, people: [picked(tenant.accounts.dutch.id)] },
      revision: 0,
    });
    // No token kept from before is of use any more.
    undersign.simulator.clock.advance(2 * 60 * 60_000);
    admin = await undersign.signIn(tenant.accounts.globalAdmin.userPrincipalName);
    const message = 'AADSTS500011: The resource principal was not found.\r\nTrace ID: 5f3c Correlation ID: 7a1d';
    const said = { entraCode: 'AADSTS500011', answer: 'AADSTS500011: The resource principal was not found.' };
    faults.add({ path: token, kind: 'status', status: 400, code: 'invalid_resource', message });
    expect(await admin.api.post<Connection>('/api/connection/check')).toMatchObject({
      state: 'connected',
      missingPermissions: [],
      lastError: 'AADSTS500011',
      problem: { code: 'entra-refused', values: said },
    });
    const before = faults.list()[0]?.struck ?? 0;
    const run = await admin.api.finished(await admin.api.post<Run>('/api/sync/runs'));
    expect(run).toMatchObject({ status: 'failed', failure: { code: 'entra-refused', values: said } });
    expect((faults.list()[0]?.struck ?? 0) - before).toBe(1);
    expect(await admin.api.get<SyncStatus>('/api/sync/status')).toMatchObject({ lastFailure: { values: said } });
    faults.clear();
    expect(await admin.api.post<Connection>('/api/connection/check')).toMatchObject({ lastError: null, problem: null });
    expect(await admin.api.finished(await admin.api.post<Run>('/api/sync/runs'))).toMatchObject({
      status: 'succeeded',
    });
  });
});

describe('switching between consent and an own registration', () => {
  const syncGrace = async () => {
    const { dutch } = undersign.simulator.tenant.accounts;
    await admin.api.put('/api/selection', { selection: { ...nobody, people: [picked(dutch.id)] }, revision: 0 });
    return admin.api.finished(await admin.api.post<Run>('/api/sync/runs'));
  };
  const kept = async () => ({
    teammates: await admin.api.get<TeammatePage>('/api/teammates'),
    selection: await admin.api.get<SavedSelection>('/api/selection'),
    runs: (await admin.api.get<RunPage>('/api/sync/runs')).items.map(({ id }) => id),
  });

  test('keeps teammates, selection and history both ways, and forgets the credentials on the way back', async () => {
    expect(await consent()).toBe('connected');
    expect(await syncGrace()).toMatchObject({ status: 'succeeded', counts: { add: 1 } });
    const before = await kept();
    expect((await put()).connection).toMatchObject({ kind: 'registration', state: 'connected' });
    undersign.simulator.consent.revoke(undersign.simulator.tenant.clientId);
    expect([await reads(), await kept()]).toEqual(['reads', before]);

    expect(await consent()).toBe('connected');
    changeOwn(undersign.simulator, { disabled: true });
    expect(await connection()).toMatchObject({ kind: 'consent', state: 'connected', registration: null });
    expect([await reads(), await kept()]).toEqual(['reads', before]);
  });

  test('a consent that was cancelled, half granted or unproven leaves the registration at work', async () => {
    await put();
    const before = await connection();
    expect(await outcomeAt(await decideConsent(admin, { decision: 'cancel' }))).toBe('refused');
    const half = await decideConsent(admin, { decision: 'accept', permissions: ['User.Read.All'] });
    expect(await outcomeAt(half)).toBe('granting');
    expect(await connection()).toEqual({ ...before, isGranting: true });
    undersign.simulator.clock.advance(4 * 60_000);
    await undersign.unattended.look();
    expect(await connection()).toEqual(before);
    undersign.simulator.consent.revoke(undersign.simulator.tenant.clientId);
    const { url } = await admin.api.post<{ url: string }>('/api/connection/consent', {});
    const state = new URL(url).searchParams.get('state') ?? '';
    expect(await outcomeAt(`${undersign.url}/api/connection/consent/callback?admin_consent=True&state=${state}`)).toBe(
      'granting',
    );
    undersign.simulator.clock.advance(4 * 60_000);
    await undersign.unattended.look();
    expect(await connection()).toEqual(before);
    expect(await reads()).toBe('reads');
  });

  test('a consent whose roles arrive late takes over from the registration when they have', async () => {
    await put();
    Object.assign(undersign.simulator.consent.lag, { milliseconds: 90_000 });
    expect(await consent()).toBe('granting');
    expect(await connection()).toMatchObject({ state: 'connected', kind: 'registration', isGranting: true });
    undersign.simulator.clock.advance(90_000);
    await undersign.unattended.look();
    expect(await connection()).toMatchObject({ state: 'connected', kind: 'consent', registration: null });
  });

  test('a registration that was connected meanwhile is not given up for a consent that arrives late', async () => {
    Object.assign(undersign.simulator.consent.lag, { milliseconds: 90_000 });
    expect(await consent()).toBe('granting');
    await put();
    undersign.simulator.clock.advance(90_000);
    await undersign.unattended.look();
    expect(await connection()).toMatchObject({ state: 'connected', kind: 'registration', isGranting: false });
  });

  test('disconnecting forgets the sealed credentials too', async () => {
    await put();
    await admin.api.delete('/api/connection');
    expect(await connection()).toMatchObject({ state: 'notConnected', kind: 'consent', registration: null });
    expect(await reads()).toBe('not-connected');
    expect(await admin.api.post<Connection>('/api/connection/check')).toMatchObject({ state: 'notConnected' });
  });
});

describe('the key that seals credentials', () => {
  test('is rotated: the earlier one opens, everything is sealed anew, and then the earlier one can go', async () => {
    await put();
    await undersign.restart({ ENCRYPTION_KEY: keyTwo, ENCRYPTION_KEY_PREVIOUS: keyOne });
    expect(undersign.logger.lines.join('\n')).toContain('sealed with the new key');
    await undersign.restart({ ENCRYPTION_KEY: keyTwo });
    expect(await reads()).toBe('reads');
    expect(await connection()).toMatchObject({ state: 'connected', problem: null });
  });

  test('when lost is a state with advice, not a crash; entering the secret again heals it', async () => {
    await put();
    await undersign.restart({ ENCRYPTION_KEY: keyTwo });
    const lost = { state: 'revoked', lastError: 'credential-unreadable', problem: { code: 'credential-unreadable' } };
    expect(await connection()).toMatchObject(lost);
    expect(await reads()).toBe('credential-unreadable');
    expect(await admin.api.post<Connection>('/api/connection/check')).toMatchObject(lost);
    expect((await put()).connection).toMatchObject({ state: 'connected', problem: null });
    expect(await reads()).toBe('reads');
  });

  test('when found again heals it as well', async () => {
    await put();
    await undersign.restart({ ENCRYPTION_KEY: keyTwo });
    await admin.api.post('/api/connection/check');
    await undersign.restart({ ENCRYPTION_KEY: keyTwo, ENCRYPTION_KEY_PREVIOUS: keyOne });
    expect(await admin.api.post<Connection>('/api/connection/check')).toMatchObject({
      state: 'connected',
      problem: null,
    });
  });

  test('a seal moved to another registration does not open', async () => {
    const box = openSecretBox(Buffer.from(keyOne, 'base64'));
    const sealed = box.seal(registrationPurpose('tenant', 'one'), 'secret');
    for (const [tenantId, clientId] of [
      ['tenant', 'two'],
      ['other', 'one'],
    ] as const)
      expect(box.open(registrationPurpose(tenantId, clientId), sealed)).toBeNull();
  });
});

describe('where a secret must never be', () => {
  test('in no log line, response or byte of the data folder, whatever was tried with it', async () => {
    const made = makeCertificate();
    changeOwn(undersign.simulator, { certificates: [made.publicKey] });
    const bodies: string[] = [];
    const send = async (change: Partial<RegistrationRequest>) => {
      const body = JSON.stringify({ ...ownForm(undersign.simulator), ...change });
      const response = await admin.api.raw('/api/connection/registration', { method: 'PUT', body });
      bodies.push(await response.text());
    };
    const faults = [
      { kind: 'status', status: 503 },
      { kind: 'reset' },
      { kind: 'status', status: 400, code: 'x', message: 'AADSTS9002313: malformed' },
    ] as const;
    for (const credential of [{}, { clientSecret: null, certificate: made.pem }]) {
      await send(credential);
      await send({ ...credential, groupId: '00000000-0000-4000-8000-000000000000' });
      for (const fault of faults) {
        undersign.simulator.faults.add({ path: token, ...fault });
        await send(credential);
        undersign.simulator.faults.clear();
      }
    }
    await send({ clientSecret: `${oldSecret} x` });
    await send({ certificate: made.pem });
    for (const path of ['connection', 'session', 'config', 'sync/runs'])
      bodies.push(await (await admin.api.raw(`/api/${path}`)).text());
    changeOwn(undersign.simulator, { disabled: true });
    await reads();
    bodies.push(await (await admin.api.raw('/api/connection/check', { method: 'POST' })).text());

    const keyLine = made.privateKey.split('\n')[3]!;
    const log = undersign.logger.lines.join('\n');
    const bytes = await undersign.store.bytes();
    expect(bytes.includes(undersign.simulator.tenant.ownRegistration.clientId)).toBe(true);
    for (const needle of [oldSecret, encodeURIComponent(oldSecret), keyLine, 'BEGIN PRIVATE KEY', keyOne]) {
      expect([needle, bodies.filter((body) => body.includes(needle))]).toEqual([needle, []]);
      expect([needle, log.includes(needle)]).toEqual([needle, false]);
      expect([needle, bytes.includes(needle)]).toEqual([needle, false]);
    }
    for (const text of [Buffer.from(oldSecret).toString('base64'), Buffer.from(oldSecret).toString('hex')])
      expect(bytes.includes(text)).toBe(false);
    expect(bodies.join('')).not.toContain('sealed');
  });
});
