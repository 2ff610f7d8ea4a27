import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Papa from 'papaparse';
import type { Run, RunChangePage } from '../../../src/contract/sync/sync.ts';
import { openApiClient, type ApiClient } from '../../support/http/apiClient.ts';
import { openDisguised } from '../../support/people/foreignTenant.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('what a run would do, or did, as a file', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  let auditor: ApiClient;
  let first: Run;
  beforeAll(async () => {
    undersign = await startUndersign();
    const { accounts } = undersign.simulator.tenant;
    admin = await undersign.connectedAdmin();
    const disguise = { roles: ['Undersign.Auditor'], wids: [] };
    auditor = await openDisguised(undersign, accounts.teammate.userPrincipalName, disguise);
    await admin.put('/api/selection', { selection: everyone, revision: 0 });
    first = await admin.finished(await admin.post<Run>('/api/sync/runs'));
  });
  afterAll(() => undersign.close());

  const file = async (path: string, api = auditor): Promise<readonly string[]> => {
    const text = await (await api.raw(`/api/sync/runs/${path}`)).text();
    return text.replace('\ufeff', '').trimEnd().split('\r\n');
  };

  test('has a preview field by field, with why, for who is filtered for and in the language of the reader', async () => {
    const { directory, tenant } = undersign.simulator;
    const { dutch, teammate } = tenant.accounts;
    directory.updateUser(dutch.id, { jobTitle: '=SUM(A1)', businessPhones: ['+31 30 1', '+31 30 2'] });
    directory.softDeleteUser(teammate.id);
    const { id } = await admin.finished(await admin.post<Run>('/api/sync/preview'));

    const [heads, ...updates] = await file(`${id}/plan/export?action=update`);
    expect(heads).toBe('Name,Mail,Action,Field,Now,Then,Why,Id');
    expect(updates).toHaveLength(2);
    const mail = dutch.userPrincipalName;
    const ends = `Everyone in the tenant,${dutch.id}`;
    expect(updates[0]).toMatch(
      new RegExp(`^${dutch.displayName},${mail},Update,Job title,[^,]*,'=SUM\\(A1\\),${ends}$`),
    );
    expect(updates[1]).toMatch(new RegExp(`,Update,Business phones,.*,"'\\+31 30 1,' ?\\+31 30 2",${ends}$`));

    const gone = await file(`${id}/plan/export?search=${encodeURIComponent(teammate.displayName)}&language=nl`);
    expect(gone[0]).toBe('Naam;E-mail;Actie;Veld;Nu;Straks;Waarom;Id');
    const [[name, address, action, field, , , why] = []] = Papa.parse<string[]>(gone[1] ?? '', { delimiter: ';' }).data;
    // Nobody in the directory any more: the address is the one that is kept.
    expect([name, address]).toEqual([teammate.displayName, teammate.userPrincipalName]);
    expect(['Uitschakelen', 'Vasthouden']).toContain(action);
    expect([field, why]).toEqual(['', 'Niet meer in Microsoft Entra ID; Iedereen in de tenant']);

    const { items } = await admin.get<{ items: readonly object[] }>(`/api/audit?action=exportPlan&subjectId=${id}`);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ role: 'auditor', subject: { id, name: 'preview full' }, changes: [] });
    directory.restoreUser(teammate.id);
  });

  test('has all that a sync did, found by name as in the list, and for programs with the key of the list', async () => {
    const { dutch } = undersign.simulator.tenant.accounts;
    const search = `search=${encodeURIComponent(dutch.displayName)}`;
    const page = await auditor.get<RunChangePage>(`/api/sync/runs/${first.id}/changes?${search}`);
    expect(page.items.map(({ teammateId }) => teammateId)).toEqual([dutch.id]);
    const [heads, ...lines] = await file(`${first.id}/changes/export?${search}&language=de`);
    expect(heads).toBe('Name;E-Mail;Aktion;Feld;Vorher;Nachher;Wann;ID');
    expect(lines).toHaveLength(page.items[0]?.changes.length ?? 0);
    for (const line of lines) expect(line).toMatch(/;Hinzugefügt;/);
    expect(lines.join('\n')).toContain(';Anmeldename;');

    const everything = await file(`${first.id}/changes/export`);
    const people = new Set(everything.slice(1).map((line) => line.split(',').at(-1)));
    expect(people.size).toBe(first.counts.add);

    const { secret } = await admin.post<{ secret: string }>('/api/keys', { name: 'Report', scopes: ['runs:read'] });
    const program = openApiClient({ origin: () => undersign.url }, secret);
    expect(await file(`${first.id}/changes/export`, program)).toEqual(everything);
    const told = await admin.get<{ items: readonly object[] }>('/api/audit?action=exportChanges');
    expect(told.items).toHaveLength(3);
  });
});
