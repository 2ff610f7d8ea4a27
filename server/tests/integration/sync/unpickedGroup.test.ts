import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AssignmentEffect, Assignments } from '../../../src/contract/signatures/assignments.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { groupCalled, rule, saveAssignments, synced } from '../../support/people/assignments.ts';
import { nobody, picked } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('a rule about a group that nobody picked', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    const { accounts } = undersign.simulator.tenant;
    await synced(api, { ...nobody, people: [picked(accounts.globalAdmin.id), picked(accounts.dutch.id)] });
  });
  afterAll(() => undersign.close());

  test('finds its members after the next sync, and lets none of them in', async () => {
    const sales = await groupCalled(api, 'sales');
    expect(sales).not.toBe('');
    const given = { kind: 'none' } as const;
    const assignments = { rules: [rule(given, { groups: [picked(sales)] })], otherwise: { kind: 'builtIn' } };
    const effectNow = () => api.post<AssignmentEffect>('/api/assignments/effect', { assignments });
    expect(await effectNow()).toMatchObject({ notRead: [sales], none: 0 });
    const { people } = await effectNow();
    await saveAssignments(api, () => assignments as Assignments);
    await api.finished(await api.post<Run>('/api/sync/runs', { mode: 'refresh' }));
    expect(await effectNow()).toMatchObject({ notRead: [], people });
    const before = await effectNow();
    await synced(api, { ...nobody, everyone: true });
    const after = await effectNow();
    expect(after.none).toBeGreaterThan(Math.max(3, before.none));
    expect(after.rules[0]?.decides).toBe(after.none);
  });
});
