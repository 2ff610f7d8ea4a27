import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../../src/contract/manage/audit.ts';
import type { Connection } from '../../../src/contract/manage/connection.ts';
import type { Assignments, SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { RenderedSignature } from '../../../src/contract/signatures/me.ts';
import type { ImportReport, SignaturesFile } from '../../../src/contract/signatures/signaturesFile.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { rule, saveAssignments, synced } from '../../support/people/assignments.ts';
import { openDisguised } from '../../support/people/foreignTenant.ts';
import { nobody } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const asking: Assignments = {
  rules: [rule({ kind: 'none' }, { recipients: 'external' })],
  otherwise: { kind: 'builtIn' },
};
const typed = ['robin@Parent.example', 'https://www.parent.example/about', 'münchen.example'];
const kept = ['parent.example', 'xn--mnchen-3ya.example'];
const told = [...kept, 'münchen.example'];

describe('domains that count as colleagues too', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let own: readonly string[];
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await synced(api, { ...nobody, everyone: true });
    own = (await api.get<Connection>('/api/connection')).organization?.domains ?? [];
  });
  afterAll(() => undersign.close());

  const save = (assignments: Assignments, by = api): Promise<void> => saveAssignments(by, () => assignments);
  const saved = async () => (await api.get<SavedAssignments>('/api/assignments')).assignments;
  const mine = async () => {
    const response = await api.raw('/api/me/signature');
    return { etag: response.headers.get('etag') ?? '', body: (await response.json()) as RenderedSignature };
  };

  test('are told beside those of the tenant where a rule asks, also to who has the signature already', async () => {
    expect(own.length).toBeGreaterThan(0);
    await save(asking);
    const before = await mine();
    expect(before.body.internalDomains).toEqual(own);
    await save({ ...asking, insideDomains: [...typed, ...own] });
    expect((await saved()).insideDomains).toEqual(kept);
    const after = await mine();
    expect(after.body).toEqual({ ...before.body, internalDomains: [...own, ...told] });
    expect(after.etag).not.toBe(before.etag);
    expect((await api.raw('/api/me/signature', { headers: { 'if-none-match': before.etag } })).status).toBe(200);
    const audited = await api.get<{ items: readonly AuditEntry[] }>('/api/audit?action=putAssignments');
    expect(audited.items[0]?.changes).toEqual([{ field: 'insideDomains', old: null, new: kept.join(', ') }]);
    await save({ ...asking, rules: [], insideDomains: kept });
    expect((await mine()).body.internalDomains).toBeNull();
  });

  test('leave nothing behind where they are taken away, or are all one’s own', async () => {
    await save(asking);
    const { etag } = await mine();
    for (const insideDomains of [[], [...own]]) {
      await save({ ...asking, insideDomains });
      expect(await saved()).toEqual(asking);
      expect((await mine()).etag).toBe(etag);
    }
  });

  test('are refused with their place where they are none, and where there are more than a hundred', async () => {
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const refusal = (insideDomains: readonly string[]) =>
      api.problem(api.put('/api/assignments', { assignments: { ...assignments, insideDomains }, revision }));
    const words: unknown = expect.stringContaining('such as example.com');
    expect(await refusal(['parent.example', '*.parent.example'])).toMatchObject({
      status: 400,
      errors: [{ path: 'body.assignments.insideDomains.1', message: words }],
    });
    const many = Array.from({ length: 101 }, (_, at) => `d${String(at)}.example`);
    expect(await refusal(many)).toMatchObject({ status: 400 });
  });

  test('are for signature administrators to say too', async () => {
    const { userPrincipalName } = undersign.simulator.tenant.accounts.teammate;
    const designer = await openDisguised(undersign, userPrincipalName, { roles: ['Undersign.Designer'], wids: [] });
    await save({ ...asking, insideDomains: typed }, designer);
    expect((await saved()).insideDomains).toEqual(kept);
  });

  test('go along in a file, without those that are one’s own where it is brought in', async () => {
    await save(asking);
    const original = await api.get<SignaturesFile>('/api/signatures-file');
    const send = (how: 'preview' | 'import', insideDomains?: readonly string[]): Promise<ImportReport> =>
      api.post<ImportReport>(`/api/signatures-file/${how}`, {
        file: { ...original, assignments: { ...asking, insideDomains } },
      });
    const decided = ({ items }: ImportReport) => items.find(({ kind }) => kind === 'otherwise');
    const unreadable = { action: 'refused', reason: { code: 'part-unreadable' } };
    expect(decided(await send('preview', ['parent.example', 'nothing']))).toMatchObject(unreadable);
    expect(decided(await send('preview'))).toMatchObject({ action: 'same' });
    expect(decided(await send('import', [...typed, ...own]))).toMatchObject({ action: 'changed' });
    const { assignments } = await api.get<SignaturesFile>('/api/signatures-file');
    expect(assignments?.insideDomains).toEqual(kept);
    for (const same of [kept, [...typed, ...own]])
      expect(decided(await send('preview', same))).toMatchObject({ action: 'same' });
    expect(decided(await send('import'))).toMatchObject({ action: 'changed' });
    expect(await saved()).toEqual(asking);
  });
});
