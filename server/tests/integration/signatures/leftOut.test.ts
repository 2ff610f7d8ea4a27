import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../../src/contract/manage/audit.ts';
import type { SavedSettings } from '../../../src/contract/manage/settings.ts';
import type { ManyOverridesSet, OverridesFile } from '../../../src/contract/people/overridesFile.ts';
import type { ProposalsPage } from '../../../src/contract/people/proposals.ts';
import type { Teammate, TeammatePage } from '../../../src/contract/people/teammates.ts';
import type { FieldRule, SmartFields } from '../../../src/contract/signatures/fields.ts';
import type { Me } from '../../../src/contract/signatures/me.ts';
import type { Run, RunChangePage } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const hidden = { hidden: true } as const;
const mobilePhone = '+31 6 55501234';

describe('a field that one person leaves out', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let colleague: ApiClient;
  let id: string;
  beforeAll(async () => {
    undersign = await startUndersign();
    const { directory, tenant } = undersign.simulator;
    id = tenant.accounts.teammate.id;
    directory.updateUser(id, { mobilePhone });
    api = await undersign.connectedAdmin();
    await pickAndSync(api, everyone);
    const { settings, revision } = await api.get<SavedSettings>('/api/settings');
    await api.put('/api/settings', { settings: { ...settings, isPaused: true }, revision });
    await signIn();
  });
  /** As it was found, for as long as they are there: no rule, and nothing set by hand. */
  afterEach(async () => {
    await rule({});
    if ((await api.raw(`/api/teammates/${id}`)).ok) await set({ mobilePhone: null });
  });
  afterAll(() => undersign.close());

  const signIn = async (): Promise<void> => {
    const { globalAdmin, teammate } = undersign.simulator.tenant.accounts;
    api = (await undersign.signIn(globalAdmin.userPrincipalName)).api;
    colleague = (await undersign.signIn(teammate.userPrincipalName)).api;
  };
  const body = () => api.get<Teammate>(`/api/teammates/${id}`);
  const field = async () => (await body()).fields.find(({ key }) => key === 'mobilePhone');
  const set = async (overrides: object, more: object = {}) => {
    const { overridesRevision } = await body();
    return api.patch<Teammate>(`/api/teammates/${id}`, { overridesRevision, overrides, ...more });
  };
  const fill = async (overrides: object) => {
    const { overridesRevision } = await colleague.get<Me>('/api/me');
    return colleague.patch<Me>('/api/me', { overridesRevision, overrides });
  };
  const mine = async () => (await colleague.get<Me>('/api/me')).fields.find(({ key }) => key === 'mobilePhone');
  const text = async () => (await colleague.get<{ text: string }>('/api/me/signature?format=text')).text;
  const rule = async (change: Partial<FieldRule>) => {
    const { fields, revision } = await api.get<SmartFields>('/api/smart-fields');
    const usual = fields.find(({ key }) => key === 'city')?.rule;
    const rules = Object.keys(change).length === 0 ? {} : { mobilePhone: { ...usual, ...change } };
    await api.put('/api/smart-fields', { rules, custom: [], revision });
  };
  const audited = async (action: string) =>
    (await api.get<{ items: readonly AuditEntry[] }>(`/api/audit?action=${action}`)).items[0]?.changes;

  test('is in their signature no more, says by whom, counts as filled in, and comes back', async () => {
    const before = await field();
    const { completeness } = await body();
    expect(before).toMatchObject({ value: mobilePhone, hidden: false, hideable: true });
    expect(await text()).toContain(mobilePhone);
    await set({ mobilePhone: hidden });
    const { displayName } = undersign.simulator.tenant.accounts.globalAdmin;
    expect(await field()).toMatchObject({
      ...{ value: '', source: 'hidden', hidden: true, override: '', directory: mobilePhone, setBy: displayName },
    });
    expect(await text()).not.toContain(mobilePhone);
    expect(await body()).toMatchObject({ completeness });
    expect(await audited('setOverrides')).toEqual([{ field: 'mobilePhone', old: null, new: '<hide>' }]);
    const { items } = await api.get<TeammatePage>('/api/teammates?view=overridden');
    expect(items.map((each) => each.id)).toEqual([id]);
    await set({ mobilePhone: null });
    expect(await audited('setOverrides')).toEqual([{ field: 'mobilePhone', old: '<hide>', new: null }]);
    expect(await field()).toEqual(before);
    expect(await text()).toContain(mobilePhone);
  });

  test('stays out for many at once and by a file, and an export that comes back changes nothing', async () => {
    const order = { people: [{ id, overrides: { mobilePhone: hidden } }] };
    const apply = async () => (await api.post<ManyOverridesSet>('/api/overrides', order)).items;
    expect(await apply()).toMatchObject([
      { outcome: 'changed', changes: [{ key: 'mobilePhone', old: null, new: hidden }] },
    ]);
    expect(await apply()).toMatchObject([{ outcome: 'same', changes: [] }]);
    expect(await audited('setManyOverrides')).toEqual([]);
    const plan = async (csv: string): Promise<OverridesFile> => {
      const init = { method: 'POST', body: csv, headers: { 'content-type': 'text/csv' } };
      return (await api.raw('/api/overrides/file', init)).json() as Promise<OverridesFile>;
    };
    const exported = await (await api.raw('/api/teammates/export')).text();
    expect(exported.split('\r\n').filter((line) => line.includes('<hide>'))).toEqual([expect.stringContaining(id)]);
    const { rows } = await plan(exported);
    expect(rows.flatMap(({ changes, problems }) => [...changes, ...problems])).toEqual([]);
    await set({ mobilePhone: null });
    const again = await plan(exported);
    expect(again.rows.flatMap(({ changes, problems }) => [...changes, ...problems])).toEqual([
      { key: 'mobilePhone', old: mobilePhone, new: hidden },
    ]);
  });

  test('is refused where it may not be, where it would count for nothing, and for a name', async () => {
    expect(await mine()).toBeUndefined();
    expect(await colleague.problem(fill({ mobilePhone: hidden }))).toMatchObject({
      ...{ status: 422, errors: [{ path: 'body.overrides.mobilePhone', code: 'override-field' }] },
    });
    const { overridesRevision } = await body();
    const asAdmin = colleague.patch(`/api/teammates/${id}`, { overridesRevision, overrides: { mobilePhone: hidden } });
    expect(await colleague.problem(asAdmin)).toMatchObject({ status: 403 });
    expect(await api.problem(set({ displayName: hidden, userPrincipalName: hidden, city: '' }))).toMatchObject({
      status: 422,
      errors: [{ code: 'override-needed' }, { code: 'override-field' }, { code: 'override-blank' }],
    });
    expect(await api.problem(set({ mobilePhone: { hidden: false } }))).toMatchObject({ status: 400 });
    await rule({ policy: 'directoryWins' });
    expect(await field()).toMatchObject({ hideable: false });
    expect(await api.problem(set({ mobilePhone: hidden }))).toMatchObject({ errors: [{ code: 'override-unused' }] });
    expect(await field()).toMatchObject({ value: mobilePhone, hidden: false });
  });

  test('waits unused where the directory alone decides by now', async () => {
    await set({ mobilePhone: hidden });
    await rule({ policy: 'directoryWins' });
    expect(await field()).toMatchObject({ value: mobilePhone, source: 'directory', hidden: true });
    await rule({ policy: 'fillIfEmpty', blank: 'fallback', fallback: '112' });
    expect(await field()).toMatchObject({ value: '', source: 'hidden' });
  });

  test('is their own decision where the field is theirs, and back at once', async () => {
    await rule({ editableBy: 'teammate' });
    expect(await mine()).toMatchObject({ hidden: false, hideable: true });
    await fill({ mobilePhone: hidden });
    expect(await mine()).toMatchObject({ value: '', own: '', hidden: true, directory: mobilePhone });
    expect(await text()).not.toContain(mobilePhone);
    const { displayName } = undersign.simulator.tenant.accounts.teammate;
    const left = await field();
    expect(left).toMatchObject({ source: 'hidden', setBy: displayName, approvedBy: null });
    await fill({ mobilePhone: hidden });
    expect(await field()).toEqual(left);
    await fill({ mobilePhone: null });
    expect(await text()).toContain(mobilePhone);
  });

  test('waits for an admin where the field asks for approval, who lets it count or not', async () => {
    await rule({ editableBy: 'teammateAsks' });
    const decide = (decision: object) =>
      api.post(`/api/proposals/${id}`, { field: 'mobilePhone', value: '', ...decision });
    await fill({ mobilePhone: hidden });
    expect(await mine()).toMatchObject({ value: mobilePhone, hidden: false, waiting: { value: '' } });
    expect(await audited('setMyFields')).toEqual([{ field: 'proposed.mobilePhone', old: null, new: '<hide>' }]);
    const { items } = await api.get<ProposalsPage>('/api/proposals');
    expect(items).toMatchObject([{ fields: [{ key: 'mobilePhone', value: '', hidden: false, kind: 'phone' }] }]);
    expect(await text()).toContain(mobilePhone);
    expect(await api.problem(decide({ decision: 'approve', value: '112' }))).toMatchObject({
      code: 'proposal-changed',
    });
    await decide({ decision: 'refuse', reason: 'People call you.' });
    expect(await mine()).toMatchObject({ waiting: null, refused: { value: '', reason: 'People call you.' } });
    await fill({ mobilePhone: hidden });
    await decide({ decision: 'approve' });
    const { globalAdmin } = undersign.simulator.tenant.accounts;
    expect(await field()).toMatchObject({ value: '', source: 'hidden', approvedBy: globalAdmin.displayName });
    expect(await mine()).toMatchObject({ hidden: true, waiting: null, refused: null });
    expect(await audited('decideProposal')).toContainEqual({ field: 'mobilePhone', old: null, new: '<hide>' });
    await fill({ mobilePhone: null });
    expect(await mine()).toMatchObject({ value: mobilePhone, hidden: false });
  });

  test('is back after its last day, and the history says so', async () => {
    const day = new Date(undersign.simulator.clock.now() + 86_400_000).toISOString().slice(0, 10);
    await set({ mobilePhone: hidden }, { until: { date: day, timeZone: 'Europe/Amsterdam' } });
    expect(await field()).toMatchObject({ source: 'hidden', until: { date: day } });
    expect(await text()).not.toContain(mobilePhone);
    undersign.simulator.clock.advance(3 * 86_400_000);
    await signIn();
    expect(await text()).toContain(mobilePhone);
    await undersign.unattended.look();
    await undersign.unattended.look();
    const { items } = await api.get<RunChangePage>(`/api/teammates/${id}/history`);
    expect(items[0]).toMatchObject({ changes: [{ field: 'mobilePhone', old: null, new: mobilePhone }] });
    expect((await body()).fields.filter((each) => each.hidden)).toEqual([]);
  });

  test('leaves nothing of somebody who is erased', async () => {
    await rule({ editableBy: 'teammateAsks' });
    await set({ mobilePhone: hidden, city: hidden });
    await fill({ mobilePhone: '+31 6 11111111' });
    await api.post('/api/overrides', { people: [{ id, overrides: { jobTitle: hidden, city: 'Zwanenburgwal' } }] });
    await api.post('/api/overrides', { people: [{ id, overrides: { city: hidden } }] });
    const { records } = await api.get<{ records: Readonly<Record<string, readonly object[]>> }>(
      `/api/privacy/people/${id}`,
    );
    expect(records['teammates']).toMatchObject([{ overrides: { mobilePhone: '', city: '', jobTitle: '' } }]);
    const { displayName } = undersign.simulator.tenant.accounts.teammate;
    await api.delete(`/api/privacy/people/${id}`);
    const bytes = await undersign.store.bytes();
    const theirs = [id, displayName, mobilePhone, 'Zwanenburgwal'];
    expect(theirs.filter((each) => bytes.includes(each))).toEqual([]);
    // What the others need.
    await api.post(`/api/privacy/people/${id}/readmit`);
    await api.finished(await api.post<Run>('/api/sync/runs', { mode: 'full' }));
  });
});
