import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Rollout, RolloutPerson } from '../../../src/contract/manage/rollout.ts';
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

  test('shows who was seen in which Outlook, with what, and who never was', async () => {
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
  });
});
