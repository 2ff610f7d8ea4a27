import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type { AuditEntry, auditPageSchema } from '../../../src/contract/manage/audit.ts';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { endpoints } from '../../../src/contract/endpoints.ts';
import type { Settings } from '../../../src/contract/manage/settings.ts';
import type { SavedSelection } from '../../../src/contract/people/selection.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { openDisguised, openForeigner } from '../../support/people/foreignTenant.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

type AuditPage = z.infer<typeof auditPageSchema>;

describe('the audit trail', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  const auditor = () =>
    openDisguised(undersign, undersign.simulator.tenant.accounts.teammate.userPrincipalName, {
      roles: ['Undersign.Auditor'],
      wids: [],
    });
  const trail = async (query = ''): Promise<readonly AuditEntry[]> =>
    (await (await auditor()).get<AuditPage>(`/api/audit?limit=200&${query}`)).items;

  beforeAll(async () => {
    undersign = await startUndersign();
    admin = await undersign.connectedAdmin();
    await pickAndSync(admin, everyone);
  });
  afterAll(() => undersign.close());

  test('tells who changed what from what to what, when and from where', async () => {
    const { settings, revision } = await admin.get<{ settings: Settings; revision: number }>('/api/settings');
    const changed = { ...settings, everyMinutes: 45, guard: { ...settings.guard, percent: 3 } };
    await admin.put('/api/settings', { settings: changed, revision });
    const { globalAdmin } = undersign.simulator.tenant.accounts;
    expect((await trail('action=putSettings'))[0]).toMatchObject({
      person: { id: globalAdmin.id, displayName: globalAdmin.displayName },
      role: 'admin',
      outcome: 'done',
      changes: [
        { field: 'everyMinutes', old: '15', new: '45' },
        { field: 'guard.percent', old: '10', new: '3' },
      ],
      address: '127.0.0.x',
    });
  });

  test('has every route that changes something, from the description alone', async () => {
    const described = Object.entries<Endpoint>(endpoints).filter(
      ([, { method, access }]) => method !== 'get' && access !== 'public',
    );
    const { accounts } = undersign.simulator.tenant;
    const teammate = await openDisguised(undersign, accounts.teammate.userPrincipalName, { roles: [], wids: [] });
    const forRoles = described.filter(([, { access }]) => access !== 'signedIn');
    for (const [, { method, path }] of forRoles)
      await teammate.raw(path.replace(/\{\w+\}/g, accounts.dutch.id), { method: method.toUpperCase() });
    const refused = (await trail(`outcome=refused&personId=${accounts.teammate.id}`)).map(({ action }) => action);
    expect(refused.toSorted()).toEqual(forRoles.map(([name]) => name).toSorted());
  });

  test('has the connection, runs, signatures, teammates and their own fields by name', async () => {
    const { dutch } = undersign.simulator.tenant.accounts;
    const before = await admin.get<{ overridesRevision: string }>(`/api/teammates/${dutch.id}`);
    const overrides = { jobTitle: 'Keeper of the bees' };
    await admin.patch(`/api/teammates/${dutch.id}`, { overrides, overridesRevision: before.overridesRevision });
    const [first] = await trail(`subjectId=${dutch.id}`);
    expect(first).toMatchObject({
      action: 'setOverrides',
      subject: { id: dutch.id, name: dutch.displayName },
      changes: [{ field: 'jobTitle', old: null, new: 'Keeper of the bees' }],
    });
    const told = (await trail()).map(({ action }) => action);
    expect(told).toEqual(expect.arrayContaining(['finishConsent', 'putSelection', 'startRun']));
  });

  test('tells that administrators and auditors came in, once an hour', async () => {
    for (let times = 0; times < 3; times += 1) await admin.get('/api/session');
    await undersign.restart();
    await admin.get('/api/session');
    const { globalAdmin } = undersign.simulator.tenant.accounts;
    const found = await trail(`action=signIn&personId=${globalAdmin.id}`);
    expect(found.length).toBeGreaterThan(0);
    // Where the hour ended in between there are two.
    expect(new Set(found.map(({ at }) => at.slice(0, 13))).size).toBe(found.length);
  });

  test('tells what failed, and holds no secret that was sent', async () => {
    const clientSecret = 'a-secret-nobody-may-read-again';
    const registration = { tenantId: undersign.simulator.tenant.id, clientId: crypto.randomUUID(), clientSecret };
    await admin.raw('/api/connection/registration', { method: 'PUT', body: JSON.stringify(registration) });
    const [failed] = await trail('action=putRegistration&outcome=failed');
    expect(failed?.code).toEqual(expect.any(String));
    expect(JSON.stringify(await trail())).not.toContain(clientSecret);
  });

  test('is read page by page to its end, of its own tenant alone, and leaves as a file', async () => {
    for (let times = 0; times < 4; times += 1) {
      const { selection, revision } = await admin.get<SavedSelection>('/api/selection');
      await admin.put('/api/selection', { selection, revision });
    }
    const api = await auditor();
    const all: AuditEntry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: AuditPage = await api.get<AuditPage>(
        `/api/audit?limit=3&cursor=${encodeURIComponent(cursor)}`.replace('&cursor=&', '').replace(/&cursor=$/, ''),
      );
      all.push(...page.items);
      cursor = page.cursor;
    }
    expect(all.length).toBeGreaterThan(6);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const file = await (await api.raw('/api/audit/export?action=startRun&outcome=done')).text();
    expect(file.split('\r\n')[1]).toContain(',startRun,done,');
    expect((await trail('action=exportAudit'))[0]?.role).toBe('auditor');
    const { globalAdmin } = undersign.simulator.tenant.accounts;
    const stranger = await openForeigner(undersign, globalAdmin.userPrincipalName);
    expect((await stranger.get<AuditPage>('/api/audit')).items).toEqual([]);
  });

  test('cannot be changed or emptied by anybody', () => {
    const routes = Object.values<Endpoint>(endpoints).filter(({ path }) => path.startsWith('/api/audit'));
    expect(routes.map(({ method }) => method)).toEqual(['get', 'get']);
  });
});
