import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type { AuditEntry, auditPageSchema } from '../../../src/contract/manage/audit.ts';
import type { Settings } from '../../../src/contract/manage/settings.ts';
import type { SavedSelection } from '../../../src/contract/people/selection.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { Signature } from '../../../src/contract/signatures/signatures.ts';
import type { SignaturesFile } from '../../../src/contract/signatures/signaturesFile.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone, picked } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

type AuditPage = z.infer<typeof auditPageSchema>;

describe('the audit trail of what was done to many at once', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  const trail = async (query = ''): Promise<readonly AuditEntry[]> =>
    (await admin.get<AuditPage>(`/api/audit?limit=200&${query}`)).items;
  beforeAll(async () => {
    undersign = await startUndersign();
    admin = await undersign.connectedAdmin();
    await pickAndSync(admin, everyone);
  });
  afterAll(() => undersign.close());

  const ofBoth = () => {
    const { dutch, teammate } = undersign.simulator.tenant.accounts;
    return [dutch.id, teammate.id] as const;
  };
  const actionsAbout = async (id: string) => (await trail(`subjectId=${id}`)).map(({ action }) => action);

  const isFoundByPeople = async (): Promise<void> => {
    const [one, other] = ofBoth();
    const set = (...people: readonly string[]) =>
      admin.post('/api/overrides', { people: people.map((id) => ({ id, overrides: { city: 'Delft' } })) });
    await set(one);
    expect((await actionsAbout(one))[0]).toBe('setManyOverrides');
    expect(await actionsAbout(other)).not.toContain('setManyOverrides');
    // Of whom it is the same already, nothing was done.
    await set(one, other);
    expect(await trail(`subjectId=${one}&action=setManyOverrides`)).toHaveLength(1);
    expect((await actionsAbout(other))[0]).toBe('setManyOverrides');
  };

  const isFoundByHeld = async (): Promise<void> => {
    const [one, other] = ofBoth();
    const { settings, revision } = await admin.get<{ settings: Settings; revision: number }>('/api/settings');
    const strict = { ...settings, autoDisable: true, guard: { count: 0, percent: 0 } };
    await admin.put('/api/settings', { settings: strict, revision });
    const saved = await admin.get<SavedSelection>('/api/selection');
    const without = { ...everyone, excludedPeople: [picked(one), picked(other)] };
    await admin.put('/api/selection', { selection: without, revision: saved.revision });
    const run = await admin.finished(await admin.post<Run>('/api/sync/runs'));
    expect(run.counts.hold).toBe(2);
    const strangers = Array.from({ length: 70 }, () => crypto.randomUUID());
    const decision = { decision: 'discard', teammateIds: [...strangers, one.toUpperCase()] };
    expect(await admin.post(`/api/sync/runs/${run.id}/held`, decision)).toEqual({ decided: 1 });
    expect((await actionsAbout(one))[0]).toBe('decideHeld');
    expect((await trail(`subjectId=${one}`))[0]).toMatchObject({ more: 13, people: [] });
    expect(await actionsAbout(other)).not.toContain('decideHeld');
    expect(await actionsAbout(run.id)).toContain('decideHeld');
  };

  const isFoundBySignatures = async (): Promise<void> => {
    const { items } = await admin.get<{ items: readonly { design: unknown }[] }>('/api/signatures/gallery');
    const made = await admin.post<Signature>('/api/signatures', { name: 'Open day', design: items[0]?.design });
    const file = await admin.get<SignaturesFile>('/api/signatures-file');
    const signatures = file.signatures.map((each) => ({ ...each, name: `${each.name}, 2.0` }));
    await admin.post('/api/signatures-file/import', { file: { ...file, signatures }, take: null });
    const [told] = await trail(`subjectId=${made.id}`);
    expect(told).toMatchObject({
      action: 'importSignatures',
      changes: [{ field: 'signature.Open day, 2.0', old: null, new: 'changed' }],
    });
  };

  const isFoundOnceErased = async (): Promise<void> => {
    const [one] = ofBoth();
    const before = await actionsAbout(one);
    expect(before).toEqual(expect.arrayContaining(['setManyOverrides', 'decideHeld']));
    const erased = await admin.raw(`/api/privacy/people/${one}`, { method: 'DELETE' });
    const { id } = (await erased.json()) as { id: string };
    expect(await trail(`subjectId=${one}`)).toEqual([]);
    expect(await actionsAbout(id)).toEqual(['erasePerson', ...before]);
    expect(JSON.stringify(await trail())).not.toContain(one);
  };

  test('is found by each of the people, by the signatures of a file, and by what stands in the place of who is erased', async () => {
    await isFoundByPeople();
    await isFoundByHeld();
    await isFoundBySignatures();
    await isFoundOnceErased();
  });
});
