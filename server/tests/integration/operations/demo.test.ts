import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { CheckReport, Signature, SignatureDesign } from '../../../src/contract/signatures/signatures.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('a demo that somebody starts for the first time', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign({ withDemoSignatures: true });
    api = await undersign.connectedAdmin();
    await pickAndSync(api, everyone);
  });
  afterAll(() => undersign.close());

  const signatures = async (): Promise<readonly Signature[]> =>
    (await api.get<{ items: Signature[] }>('/api/signatures')).items;
  const findingsOf = async (design: SignatureDesign): Promise<readonly unknown[]> => {
    const found: unknown[] = [];
    let cursor: string | null = null;
    do {
      const piece: CheckReport = await api.post<CheckReport>('/api/signatures/check', { design, cursor });
      found.push(...piece.findings);
      cursor = piece.cursor;
    } while (cursor !== null);
    return found;
  };

  test('has two published signatures in which nothing is wrong for anybody, gives sales people the one with a banner while it lasts and everybody else the other, and gets nothing again that was taken away', async () => {
    const found = await signatures();
    expect(found.map(({ name, state }) => [name, state])).toEqual([
      ['Lindenhof', 'published'],
      ['Lindenhof Sales', 'published'],
    ]);
    for (const { id } of found) {
      const { draft } = await api.get<Signature>(`/api/signatures/${id}`);
      expect(await findingsOf(draft)).toEqual([]);
    }

    const { accounts } = undersign.simulator.tenant;
    const htmlFor = async (id: string, composeType = 'newMail'): Promise<string> =>
      (await api.get<{ html: string }>(`/api/teammates/${id}/signature?composeType=${composeType}`)).html;
    expect(await htmlFor(accounts.teammate.id)).toMatch(/open-day.*<img/s);
    expect(await htmlFor(accounts.teammate.id, 'reply')).not.toContain('open-day');
    expect(await htmlFor(accounts.dutch.id)).toContain('open-day');
    expect(await htmlFor(accounts.globalAdmin.id)).not.toContain('open-day');
    undersign.simulator.clock.advance(70 * 24 * 60 * 60 * 1000);
    const { api: later } = await undersign.signIn(accounts.globalAdmin.userPrincipalName);
    api = later;
    expect(await htmlFor(accounts.teammate.id)).not.toContain('open-day');

    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const nothing = { rules: [], otherwise: { kind: 'builtIn' as const } };
    expect(assignments.rules).toHaveLength(2);
    await api.put('/api/assignments', { assignments: nothing, revision });
    for (const { id } of await signatures()) await api.delete(`/api/signatures/${id}`);
    await undersign.restart();
    expect(await signatures()).toEqual([]);
    expect((await api.get<SavedAssignments>('/api/assignments')).assignments).toEqual(nothing);
  });
});
