import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Connection, RegistrationRequest, RegistrationResult } from '../../../src/contract/manage/connection.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import type { SavedSelection } from '../../../src/contract/people/selection.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { makeCertificate } from '../../support/makeCertificate.ts';
import { changeOwn, ownForm } from '../../support/people/registration.ts';
import { nobody, picked } from '../../support/people/selections.ts';
import { allPermissions, startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const token = '/*/oauth2/v2.0/token*';
const nowhere = '00000000-0000-4000-8000-000000000000';

describe('connecting a tenant by the customer’s own app registration', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeEach(async () => {
    undersign = await startUndersign();
    api = (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).api;
  });
  afterEach(() => undersign.close());

  const put = (change: Partial<RegistrationRequest> = {}) =>
    api.put<RegistrationResult>('/api/connection/registration', { ...ownForm(undersign.simulator), ...change });
  const connection = () => api.get<Connection>('/api/connection');
  const refused = async (change: Partial<RegistrationRequest> = {}): Promise<Problem> => {
    const before = await connection();
    const problem = await api.problem(put(change));
    expect(await connection()).toEqual(before);
    return problem;
  };
  const found = (name: string, kind: 'groups' | 'administrative-units') =>
    api
      .get<{ items: { id: string; displayName: string }[] }>(
        `/api/directory/${kind}?search=${encodeURIComponent(name)}`,
      )
      .then(({ items }) => items.find(({ displayName }) => displayName === name)!.id);

  test('right values: connected, with what is granted, who did it, and nothing of the secret', async () => {
    const { clientId, clientSecret } = ownForm(undersign.simulator);
    const { connection: now, trimmed, group } = await put({ secretExpiresOn: '2099-12-31' });
    expect(now).toMatchObject({
      state: 'connected',
      kind: 'registration',
      organization: { displayName: 'Lindenhof Group' },
      grantedPermissions: [...allPermissions].sort(),
      missingPermissions: [],
      connectedBy: { displayName: 'Anna Vermeer' },
      lastError: null,
      problem: null,
      registration: {
        clientId,
        credential: 'secret',
        thumbprint: null,
        expiresAt: '2099-12-31T23:59:59.000Z',
        warning: null,
        savedBy: { displayName: 'Anna Vermeer' },
      },
    });
    expect({ trimmed, group }).toEqual({ trimmed: [], group: null });
    expect(await connection()).toEqual(now);
    expect(JSON.stringify(now)).not.toContain(clientSecret);
    expect(await api.get('/api/directory/users?search=zo')).toHaveProperty('items');
  });

  test('white space that clings to pasted values is taken off, and told', async () => {
    const { tenantId, clientId, clientSecret } = ownForm(undersign.simulator);
    const change = {
      tenantId: ` ${tenantId.toUpperCase()}\n`,
      clientId: `${clientId}\t`,
      clientSecret: `${clientSecret!} `,
    };
    const { trimmed, connection: now } = await put(change);
    expect(trimmed).toEqual(['tenantId', 'clientId', 'clientSecret']);
    expect(now.state).toBe('connected');
  });

  test('what is wrong on the face of it is told all at once, field by field, and Entra is not asked', async () => {
    const { faults, tenant } = undersign.simulator;
    const asked = faults.add({ kind: 'slow', milliseconds: 0, path: token });
    const problem = await refused({
      clientId: 'x',
      clientSecret: tenant.id,
      groupId: 'Board',
      secretExpiresOn: 'soon',
    });
    expect(problem).toMatchObject({ status: 422, code: 'registration-invalid' });
    expect(problem.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['body.clientId', 'client-id-not-guid'],
      ['body.clientSecret', 'secret-is-id'],
      ['body.secretExpiresOn', 'expiry-not-a-date'],
      ['body.groupId', 'group-id-not-guid'],
    ]);
    expect(faults.list().find(({ id }) => id === asked)?.struck).toBe(0);
  });

  test('nobody configures another tenant than their own, and Entra is not asked about it', async () => {
    const { faults } = undersign.simulator;
    const asked = faults.add({ kind: 'slow', milliseconds: 0, path: token });
    expect(await refused({ tenantId: nowhere })).toMatchObject({
      code: 'registration-invalid',
      errors: [{ path: 'body.tenantId', code: 'tenant-not-yours' }],
    });
    expect(faults.list().find(({ id }) => id === asked)?.struck).toBe(0);
  });

  test('a body of the wrong shape is refused without a word of it', async () => {
    const body = `{"clientSecret":"hunter2~hunter2","tenantId":`;
    const response = await api.raw('/api/connection/registration', { method: 'PUT', body });
    expect([response.status, await response.text()]).toEqual([400, expect.not.stringContaining('hunter2')]);
    expect(await refused({ clientSecret: ['hunter2~hunter2'] as unknown as string })).toMatchObject({ status: 400 });
    expect(undersign.logger.lines.join('\n')).not.toContain('hunter2');
  });

  test.each<[string, string, (place: Undersign) => Partial<RegistrationRequest>]>([
    ['body.clientSecret', 'secret-wrong', () => ({ clientSecret: 'not~the~secret' })],
    [
      'body.clientSecret',
      'secret-expired',
      (place) => ({ clientSecret: place.simulator.tenant.ownRegistration.expiredSecret }),
    ],
    ['body.clientId', 'client-unknown', () => ({ clientId: nowhere })],
    ['body.certificate', 'certificate-refused', () => ({ clientSecret: null, certificate: makeCertificate().pem })],
    ['body.groupId', 'group-unknown', () => ({ groupId: nowhere })],
    ['body.groupId', 'group-is-person', (place) => ({ groupId: place.simulator.tenant.accounts.dutch.id })],
  ])('%s: %s', async (path, code, change) => {
    expect(await refused(change(undersign))).toMatchObject({
      status: 422,
      code: 'registration-refused',
      errors: [{ path, code }],
    });
  });

  test.each([
    ['AADSTS53003: Access has been blocked by Conditional Access policies', 'body', 'blocked-by-policy'],
    ['AADSTS650056: Misconfigured application', 'body', 'app-misconfigured'],
    ['AADSTS50194: not configured as a multi-tenant application', 'body.tenantId', 'tenant-unknown'],
    ['AADSTS90002: Tenant not found', 'body.tenantId', 'tenant-unknown'],
    ['AADSTS7000112: Application is disabled', 'body.clientId', 'app-disabled'],
    ['AADSTS700025: Client is public so no secret should be presented', 'body.clientId', 'client-public'],
    ['AADSTS500011: The resource principal was not found', 'body', 'entra-refused'],
  ])('%s becomes advice', async (message, path, code) => {
    undersign.simulator.faults.add({ path: token, kind: 'status', status: 400, code: 'invalid_request', message });
    expect(await refused()).toMatchObject({
      code: 'registration-refused',
      errors: [{ path, code }],
      values: { entraCode: message.split(':')[0] },
    });
  });

  test('required permissions that are not granted are named, and nothing is saved', async () => {
    const { consent, tenant } = undersign.simulator;
    consent.revoke(tenant.ownRegistration.clientId, ['GroupMember.Read.All']);
    expect(await refused()).toMatchObject({
      code: 'registration-refused',
      errors: [{ path: 'body', code: 'permissions-missing' }],
      values: { missing: ['GroupMember.Read.All'] },
    });
    consent.revoke(tenant.ownRegistration.clientId, ['User.Read.All', 'AdministrativeUnit.Read.All']);
    expect(await refused()).toMatchObject({ values: { missing: ['User.Read.All', 'GroupMember.Read.All'] } });
  });

  test('a moment without Entra is waited out; a longer one saves nothing and says so', async () => {
    const { faults } = undersign.simulator;
    faults.add({ path: token, kind: 'status', status: 503 });
    expect(await refused()).toMatchObject({ status: 503, code: 'entra-unavailable' });
    faults.clear();
    faults.add({ path: token, kind: 'status', status: 503, times: 1 });
    expect((await put()).connection.state).toBe('connected');
  });

  test('a certificate does what a secret does, and says by itself when it ends', async () => {
    const made = makeCertificate({ to: new Date('2099-03-31T10:00:00Z') });
    changeOwn(undersign.simulator, { certificates: [made.publicKey] });
    const { connection: now } = await put({ clientSecret: null, certificate: made.pem });
    expect(now.registration).toMatchObject({
      credential: 'certificate',
      thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
      expiresAt: '2099-03-31T10:00:00.000Z',
    });
    expect(await api.get('/api/directory/users?search=zo')).toHaveProperty('items');
    expect(await refused({ clientSecret: null, certificate: made.certificate })).toMatchObject({
      errors: [{ path: 'body.certificate', code: 'certificate-key-missing' }],
    });
  });

  test('a group becomes the selection where there is none, and is left alone where there is one', async () => {
    await put();
    const board = await found('Board', 'groups');
    expect((await put({ groupId: board.toUpperCase() })).group).toEqual({
      id: board,
      displayName: 'Board',
      selected: true,
    });
    const first = await api.get<SavedSelection>('/api/selection');
    expect(first).toMatchObject({ revision: 1, selection: { groups: [{ id: board, displayName: 'Board' }] } });

    const { dutch } = undersign.simulator.tenant.accounts;
    await api.put('/api/selection', { selection: { ...nobody, people: [picked(dutch.id)] }, revision: 1 });
    expect((await put({ groupId: board })).group?.selected).toBe(false);
    expect((await put({ groupId: board, useGroup: true })).group?.selected).toBe(true);
    expect((await api.get<SavedSelection>('/api/selection')).selection).toMatchObject({
      people: [{ id: dutch.id }],
      groups: [{ id: board }],
    });
  });

  test('a group is only looked at when the admin says not to use it', async () => {
    await put();
    const groupId = await found('Board', 'groups');
    expect((await put({ groupId, useGroup: false })).group).toMatchObject({ displayName: 'Board', selected: false });
    expect((await api.get<SavedSelection>('/api/selection')).revision).toBe(0);
  });

  test('the id of an administrative unit is recognised as one', async () => {
    await put();
    const { items } = await api.get<{ items: { id: string }[] }>('/api/directory/administrative-units?limit=1');
    expect(await refused({ groupId: items[0]!.id })).toMatchObject({
      errors: [{ path: 'body.groupId', code: 'group-is-unit' }],
    });
    undersign.simulator.consent.revoke(undersign.simulator.tenant.ownRegistration.clientId, [
      'AdministrativeUnit.Read.All',
    ]);
    expect(await refused({ groupId: items[0]!.id })).toMatchObject({ errors: [{ code: 'group-unknown' }] });
  });

  test('warnings come 60, 30 and 7 days before the end, and after it', async () => {
    const { clock } = undersign.simulator;
    const day = 24 * 60 * 60_000;
    const end = new Date(clock.now() + 100 * day).toISOString().slice(0, 10);
    await put({ secretExpiresOn: end });
    const last = Date.parse(`${end}T23:59:59Z`);
    const seen: unknown[] = [];
    for (const days of [60.5, 59.5, 29.5, 6.5, 0.5, -1]) {
      clock.set(new Date(last - days * day).toISOString());
      const { accounts } = undersign.simulator.tenant;
      const { api: later } = await undersign.signIn(accounts.globalAdmin.userPrincipalName);
      const { registration } = await later.get<Connection>('/api/connection');
      seen.push([registration?.daysLeft, registration?.warning]);
    }
    expect(seen).toEqual([
      [60, null],
      [59, '60'],
      [29, '30'],
      [6, '7'],
      [0, '7'],
      [0, 'expired'],
    ]);
  });

  test('only an admin may, and only admins and auditors see how it is set up', async () => {
    await put();
    const teammate = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    const path = '/api/connection/registration';
    expect(await teammate.api.problem(teammate.api.put(path, ownForm(undersign.simulator)))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(await teammate.api.get<Connection>('/api/connection')).toMatchObject({
      kind: 'registration',
      registration: null,
    });
  });
});
