import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Rollout, RolloutPerson, TeammateOutlook } from '../../../src/contract/manage/rollout.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { nobody } from '../../support/people/selections.ts';
import { eventually } from '../../support/processes/eventually.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

interface People {
  readonly items: readonly RolloutPerson[];
}

describe('the rollout of the add-in', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    admin = await undersign.connectedAdmin();
    await admin.put('/api/selection', { selection: { ...nobody, everyone: true }, revision: 0 });
    await admin.finished(await admin.post<Run>('/api/sync/runs'));
  });
  afterAll(() => undersign.close());

  const people = async (view: string) => (await admin.get<People>(`/api/rollout/people?view=${view}&limit=200`)).items;

  const showsWhoWasSeen = async (): Promise<void> => {
    const before = await admin.get<Rollout>('/api/rollout');
    expect(before).toMatchObject({ seen: 0, problems: 0, clients: [] });
    const { teammate } = undersign.simulator.tenant.accounts;
    const { api } = await undersign.signIn(teammate.userPrincipalName);
    // A pane that looks at the signature is no Outlook, and says so by saying nothing.
    await api.get('/api/me/signature');
    await api.get('/api/me/signature?client=Outlook%2F16.0.18025.20000&problem=told-to-sign-in');
    await api.get('/api/me/signature?client=Outlook%2F16.0.18025.20000');
    // It is written in the background: until it is there, somebody is missing among those who were seen.
    await eventually('somebody was seen', async () => (await admin.get<Rollout>('/api/rollout')).seen > 0 || undefined);
    const after = await admin.get<Rollout>('/api/rollout');
    expect(after).toEqual({
      active: before.active,
      seen: 1,
      problems: 1,
      clients: [{ client: 'classic', people: 1 }],
    });
    const [seen, ...others] = await people('problems');
    expect(others).toEqual([]);
    expect(seen).toMatchObject({
      teammateId: teammate.id,
      clients: [{ client: 'classic', version: '16.0.18025.20000' }],
      problem: { code: 'told-to-sign-in' },
    });
    const never = await people('never');
    // More people than one page has.
    expect(never).toHaveLength(199);
    expect(never.map(({ teammateId }) => teammateId)).not.toContain(teammate.id);
  };

  const leavesAsFile = async (): Promise<void> => {
    const { teammate, dutch } = undersign.simulator.tenant.accounts;
    const { clients, problem } = await admin.get<TeammateOutlook>(`/api/teammates/${teammate.id}/outlook`);
    expect(clients).toEqual([{ client: 'classic', version: '16.0.18025.20000', seenOn: expect.any(String) }]);
    expect(problem).toEqual({ code: 'told-to-sign-in', on: clients[0]?.seenOn });
    expect(await admin.get(`/api/teammates/${dutch.id}/outlook`)).toEqual({ clients: [], problem: null });
    const nobodyHere = admin.problem(admin.get('/api/teammates/99999999-9999-4999-8999-999999999999/outlook'));
    expect(await nobodyHere).toMatchObject({ status: 404 });

    const file = async (query: string) =>
      (await (await admin.raw(`/api/rollout/people/export?${query}`)).text())
        .replace('\ufeff', '')
        .trimEnd()
        .split('\r\n');
    const { active } = await admin.get<Rollout>('/api/rollout');
    const never = await file('view=never&language=nl');
    expect(never[0]).toBe('Naam;E-mail;Outlook;Versie;Laatst gezien;Probleem;Probleem op;Id');
    expect(never).toHaveLength(active);
    expect(never.filter((line) => !line.includes(';Nooit gezien;;;;;'))).toEqual([never[0]]);
    const [, seen = '', ...others] = await file('view=problems');
    expect(others).toEqual([]);
    const day = clients[0]?.seenOn ?? '';
    expect(seen).toContain(`,Classic Outlook on Windows,16.0.18025.20000,${day},told-to-sign-in,${day},`);
    expect(await file('')).toHaveLength(active + 1);
    const { items } = await admin.get<{ items: readonly unknown[] }>('/api/audit?action=exportRollout');
    expect(items).toHaveLength(3);
  };

  test('shows who was seen in which Outlook, with what, and who never was; of one person too, and as a file that the trail tells of', async () => {
    await showsWhoWasSeen();
    await leavesAsFile();
  });
});
