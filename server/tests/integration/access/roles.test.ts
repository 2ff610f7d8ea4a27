import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../../src/contract/manage/audit.ts';
import type { Session } from '../../../src/contract/manage/session.ts';
import type { GrantedRole, Roles } from '../../../src/contract/manage/roles.ts';
import type { SavedSettings } from '../../../src/contract/manage/settings.ts';
import type { SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { Signature } from '../../../src/contract/signatures/signatures.ts';
import { mostGrants, noRoleGrants } from '../../../src/domain/access/roleGrants.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { ProblemResponse, type ApiClient } from '../../support/http/apiClient.ts';
import { groupCalled, rule } from '../../support/people/assignments.ts';
import { openDisguised } from '../../support/people/foreignTenant.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('roles given here', () => {
  let undersign: Undersign;
  let globalAdmin: ApiClient;
  const plain = { wids: [], roles: [] };
  /** Two people whom Entra gives no role. */
  let ada: ApiClient;
  let bob: ApiClient;
  let ids: { readonly ada: string; readonly bob: string };
  beforeAll(async () => {
    undersign = await startUndersign();
    globalAdmin = await undersign.connectedAdmin();
    const { dutch, teammate } = undersign.simulator.tenant.accounts;
    ids = { ada: dutch.id, bob: teammate.id };
    ada = await openDisguised(undersign, dutch.userPrincipalName, plain);
    bob = await openDisguised(undersign, teammate.userPrincipalName, plain);
  });
  afterAll(() => undersign.close());
  const keep = async (grants: typeof noRoleGrants): Promise<void> => {
    const engine = await undersign.store.open();
    const { roleGrants } = openRepositories(engine);
    const { id } = undersign.simulator.tenant;
    await roleGrants.save(id, grants, (await roleGrants.get(id)).revision);
    await engine.close();
  };
  beforeEach(() => keep(noRoleGrants));

  const give = (api: ApiClient, id: string, role: GrantedRole) => api.put<Roles>(`/api/roles/${id}`, { role });
  const codeOf = async (call: Promise<unknown>): Promise<string> => {
    const { status, code } = await globalAdmin.problem(call);
    return `${String(status)} ${code}`;
  };
  const isAdmin = async (api: ApiClient): Promise<boolean> =>
    (await api.get<{ role: string }>('/api/session')).role === 'admin';

  test('count from the next request on, and so does taking them back', async () => {
    // Nobody else gives her a role, so the trail about her is what this test did.
    const name = { displayName: 'Eve Newcomer', userPrincipalName: 'eve@lindenhof.example' };
    const { id } = undersign.simulator.directory.addUser(name);
    const eve = await openDisguised(undersign, name.userPrincipalName, plain);
    expect(await codeOf(eve.get('/api/settings'))).toBe('403 forbidden');
    await give(globalAdmin, id, 'auditor');
    const { settings, revision } = await eve.get<SavedSettings>('/api/settings');
    expect(await codeOf(eve.put('/api/settings', { settings, revision }))).toBe('403 forbidden');
    await give(globalAdmin, id, 'admin');
    await eve.put('/api/settings', { settings, revision });
    const { items } = await eve.get<{ items: readonly AuditEntry[] }>(`/api/audit?subjectId=${id}`);
    expect(items.filter(({ action }) => action === 'grantRole').map(({ changes }) => changes)).toEqual([
      [{ field: 'role', old: 'auditor', new: 'admin' }],
      [{ field: 'role', old: null, new: 'auditor' }],
    ]);
    await globalAdmin.delete(`/api/roles/${id}`);
    expect(await codeOf(eve.get('/api/settings'))).toBe('403 forbidden');
    expect(await codeOf(globalAdmin.delete(`/api/roles/${id}`))).toBe('404 not-found');
  });

  test('let somebody make signatures and say who gets them, and nothing else', async () => {
    await give(globalAdmin, ids.bob, 'designer');
    expect(await bob.get<Session>('/api/session')).toMatchObject({ role: 'designer', canConsent: false });
    const { items } = await bob.get<{ items: readonly { design: unknown }[] }>('/api/signatures/gallery');
    const made = await bob.post<Signature>('/api/signatures', { name: 'Open day', design: items[0]?.design });
    await bob.post(`/api/signatures/${made.id}/publish`, { revision: made.revision });
    const groups = [{ id: await groupCalled(bob, 'Marketing'), displayName: 'Marketing' }];
    const { assignments, revision } = await bob.get<SavedAssignments>('/api/assignments');
    const rules = [rule({ kind: 'signature', signatureId: made.id }, { groups })];
    await bob.put('/api/assignments', { assignments: { ...assignments, rules }, revision });
    const { items: told } = await bob.get<{ items: readonly AuditEntry[] }>(`/api/audit?personId=${ids.bob}`);
    expect(told.filter(({ outcome }) => outcome === 'done').map(({ action, role }) => [action, role])).toEqual(
      ['putAssignments', 'publishSignature', 'createSignature', 'signIn'].map((action) => [action, 'designer']),
    );
    const fields = await bob.get<{ revision: number }>('/api/smart-fields');
    const refused = [
      bob.put('/api/smart-fields', { rules: {}, custom: [], revision: fields.revision }),
      bob.patch(`/api/teammates/${ids.ada}`, { overrides: { jobTitle: 'Boss' }, overridesRevision: '' }),
      bob.post('/api/sync/runs'),
      bob.delete('/api/connection'),
      bob.get('/api/keys'),
      give(bob, ids.bob, 'admin'),
    ];
    for (const call of refused) expect(await codeOf(call)).toBe('403 forbidden');
    const other = await globalAdmin.get<SavedAssignments>('/api/assignments');
    await globalAdmin.put('/api/assignments', { ...other, assignments });
  });

  test('are given once, to people of the own directory who can sign in and are no guests', async () => {
    const once = await give(globalAdmin, ids.ada, 'admin');
    expect(await give(globalAdmin, ids.ada, 'admin')).toEqual(once);
    const { directory } = undersign.simulator;
    const add = (name: string, more: object) =>
      directory.addUser({ userPrincipalName: `${name}@lindenhof.example`, displayName: name, ...more }).id;
    const refused = [
      [crypto.randomUUID(), '404 person-not-found'],
      [add('visitor', { userType: 'Guest' }), '422 person-cannot-manage'],
      [add('asleep', { accountEnabled: false }), '422 person-cannot-manage'],
    ] as const;
    for (const [id, code] of refused) expect(await codeOf(give(globalAdmin, id, 'auditor'))).toBe(code);
    const gone = add('gone', {});
    await give(globalAdmin, gone, 'auditor');
    directory.softDeleteUser(gone);
    expect(await codeOf(give(globalAdmin, gone, 'admin'))).toBe('404 person-not-found');
    await globalAdmin.delete(`/api/roles/${gone}`);
    expect((await globalAdmin.get<Roles>('/api/roles')).grants.map(({ person }) => person.id)).toEqual([ids.ada]);
  });

  test('cannot be taken from the last administrator, also when two take them from each other at once', async () => {
    await give(globalAdmin, ids.ada, 'admin');
    await give(globalAdmin, ids.bob, 'admin');
    const both = await Promise.allSettled([
      ada.delete(`/api/roles/${ids.bob}`),
      bob.delete(`/api/roles/${ids.ada}`),
      ada.delete(`/api/roles/${ids.bob}`),
      bob.delete(`/api/roles/${ids.ada}`),
    ]);
    const codes = both.map((one) =>
      one.status === 'rejected' && one.reason instanceof ProblemResponse ? one.reason.problem.code : one.status,
    );
    expect(codes.filter((code) => code === 'fulfilled')).toHaveLength(1);
    expect(codes.every((code) => ['fulfilled', 'forbidden', 'last-admin', 'not-found'].includes(code))).toBe(true);
    const [left] = (await globalAdmin.get<Roles>('/api/roles')).grants;
    const [api, id] = left?.person.id === ids.ada ? [ada, ids.ada] : [bob, ids.bob];
    expect(await codeOf(api.delete(`/api/roles/${id}`))).toBe('409 last-admin');
    expect(await codeOf(give(api, id, 'auditor'))).toBe('409 last-admin');
    // Once somebody came in whom Entra makes one, there is another.
    await globalAdmin.get('/api/session');
    await api.delete(`/api/roles/${id}`);
    expect(await isAdmin(api)).toBe(false);
    expect(await isAdmin(globalAdmin)).toBe(true);
  });

  test('stand beside those that came through Entra, which nobody takes back here', async () => {
    await globalAdmin.get('/api/session');
    const { globalAdmin: account } = undersign.simulator.tenant.accounts;
    const { throughEntra } = await globalAdmin.get<Roles>('/api/roles');
    expect(throughEntra).toEqual([
      {
        person: { id: account.id, displayName: account.displayName },
        role: 'admin',
        seenOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      },
    ]);
    expect(await codeOf(globalAdmin.delete(`/api/roles/${account.id}`))).toBe('404 not-found');
  });

  test('are as many as five hundred', async () => {
    const by = { id: 'x', displayName: 'X' };
    const grants = Array.from({ length: mostGrants }, (_, at) => ({
      person: { id: `p${String(at)}`, displayName: `Person ${String(at)}` },
      role: 'auditor' as const,
      by,
      at: '2026-01-01T00:00:00.000Z',
    }));
    await keep({ grants, throughEntra: [] });
    expect(await codeOf(give(globalAdmin, ids.ada, 'admin'))).toBe('409 too-many-roles');
    expect((await globalAdmin.get<Roles>('/api/roles')).grants).toHaveLength(mostGrants);
  });
});
