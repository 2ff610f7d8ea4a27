import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../../src/contract/manage/audit.ts';
import type { Connection } from '../../../src/contract/manage/connection.ts';
import type { Assignments, SavedAssignments, Tried } from '../../../src/contract/signatures/assignments.ts';
import type { RenderedSignature } from '../../../src/contract/signatures/me.ts';
import type { ImportReport, SignaturesFile } from '../../../src/contract/signatures/signaturesFile.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { rule, saveAssignments, synced } from '../../support/people/assignments.ts';
import { nobody } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const forCustomer = rule({ kind: 'none' }, { id: 'customer', name: 'Customer' });
const about = (addressees: readonly string[], more = {}): Assignments => ({
  rules: [{ ...forCustomer, addressees: [...addressees], ...more }],
  otherwise: { kind: 'builtIn' },
});
const addresses = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, at) => `a${String(from + at)}@fabrikam.com`);

/** With as many as can be named. */
const fullRules = Array.from({ length: 5 }, (_, at) => ({
  ...forCustomer,
  id: `r${String(at)}`,
  addressees: addresses(100, at * 100),
}));

describe('rules about whom a mail is addressed to', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let me: string;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await synced(api, { ...nobody, everyone: true });
    me = undersign.simulator.tenant.accounts.globalAdmin.id;
  });
  afterAll(() => undersign.close());

  const save = (assignments: Assignments): Promise<void> => saveAssignments(api, () => assignments);
  const saved = async () => (await api.get<SavedAssignments>('/api/assignments')).assignments;
  const mine = async (addressed?: string) => {
    const query = addressed === undefined ? '' : `?addressed=${encodeURIComponent(addressed)}`;
    const response = await api.raw(`/api/me/signature${query}`);
    return { etag: response.headers.get('etag') ?? '', body: (await response.json()) as RenderedSignature };
  };

  test('tell who asks for a signature whom they name, in every spelling, and choose it once one of those is addressed', async () => {
    await save({ rules: [], otherwise: { kind: 'builtIn' } });
    const before = await mine();
    expect([before.body.addressees, before.body.internalDomains]).toEqual([[], null]);
    await save(about(['Robin@Fabrikam.com', '*@münchen.example', 'robin@fabrikam.com']));
    expect((await saved()).rules[0]?.addressees).toEqual(['robin@fabrikam.com', 'xn--mnchen-3ya.example']);
    const after = await mine();
    const told = ['robin@fabrikam.com', 'xn--mnchen-3ya.example', 'münchen.example'];
    expect(after.body).toEqual({ ...before.body, addressees: told });
    expect(after.etag).not.toBe(before.etag);
    const chosen = [...told, 'x@y.example,münchen.example'].map(async (one) => (await mine(one)).body.rule);
    expect(await Promise.all(chosen)).toEqual(['Customer', 'Customer', 'Customer', 'Customer']);
    for (const other of ['fabrikam.com', 'robin', 'robin@xn--mnchen-3ya.example', ''])
      expect([other, (await mine(other)).body.rule]).toEqual([other, null]);
    await save(about(told, { enabled: false }));
    expect((await mine()).body).toEqual(before.body);
  });

  test('are tried with an address, which says too whether it is a colleague', async () => {
    const [own = ''] = (await api.get<Connection>('/api/connection')).organization?.domains ?? [];
    const tried = async (to: string | null, more = {}) =>
      (await api.post<Tried>('/api/try', { teammateId: me, to, ...more })).trace[0]?.missed;
    await save(about(['fabrikam.com']));
    expect(await tried('anybody@Fabrikam.com')).toBeNull();
    expect(await tried('fabrikam.com')).toBeNull();
    expect(await tried('robin@example.com')).toBe('recipients');
    expect(await tried(null)).toBe('recipients');
    await save({ ...about([], { recipients: 'internal' }), insideDomains: ['fabrikam.com'] });
    expect(await tried('robin@fabrikam.com')).toBeNull();
    expect(await tried(`sam@${own}`)).toBeNull();
    expect(await tried('robin@example.com')).toBe('recipients');
    expect(await tried('robin@fabrikam.com', { recipients: 'external' })).toBe('recipients');
    const refused = await api.problem(api.post('/api/try', { teammateId: me, to: 'robin' }));
    expect(refused).toMatchObject({ status: 400, errors: [{ path: 'body.to' }] });
  });

  test('are refused with their place where they name nobody, and where all together name more than five hundred', async () => {
    await save(about([]));
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const refusal = (rules: Assignments['rules']) =>
      api.problem(api.put('/api/assignments', { assignments: { ...assignments, rules }, revision }));
    expect(await refusal(about(['fabrikam.com', 'robin']).rules)).toMatchObject({
      status: 400,
      errors: [{ path: 'body.assignments.rules.0.addressees.1' }],
    });
    const many = [...fullRules, { ...forCustomer, addressees: addresses(1, 500) }];
    const words: unknown = expect.stringContaining('500 addressees');
    expect(await refusal(many)).toMatchObject({ status: 400, errors: [{ message: words }] });
    await save({ ...assignments, rules: fullRules });
    expect((await mine()).body.addressees).toHaveLength(500);
  });

  test('go along in a file that an older release refuses, and are not brought in where they would be too many', async () => {
    await save(about([]));
    expect(await api.get<SignaturesFile>('/api/signatures-file')).toMatchObject({ version: 1 });
    await save(about(['fabrikam.com']));
    const file = await api.get<SignaturesFile>('/api/signatures-file');
    expect(file).toMatchObject({ version: 2, assignments: { rules: [{ addressees: ['fabrikam.com'] }] } });
    await save({ ...about([]), rules: fullRules });
    const report = await api.post<ImportReport>('/api/signatures-file/import', { file });
    expect(report.items.find(({ key }) => key === 'rule/customer')).toMatchObject({
      action: 'refused',
      reason: { code: 'too-many-addressees' },
    });
    await save({ ...about([]), rules: fullRules.slice(1) });
    await api.post<ImportReport>('/api/signatures-file/import', { file });
    expect((await saved()).rules.at(-1)).toMatchObject({ id: 'customer', addressees: ['fabrikam.com'] });
  });

  test('are in the audit trail with whom they name', async () => {
    await save(about(['fabrikam.com']));
    await save(about(['fabrikam.com', 'robin@example.com']));
    const { items } = await api.get<{ items: readonly AuditEntry[] }>('/api/audit?action=putAssignments');
    expect(JSON.stringify(items[0]?.changes)).toContain('robin@example.com');
  });
});
