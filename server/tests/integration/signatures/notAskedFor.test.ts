import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Completeness } from '../../../src/contract/people/completeness.ts';
import type { Teammate, TeammateCounts } from '../../../src/contract/people/teammates.ts';
import type { FieldRule, SmartFields } from '../../../src/contract/signatures/fields.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { listenToGraph } from '../../support/http/listenToGraph.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone } from '../../support/people/selections.ts';
import { eventually } from '../../support/processes/eventually.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const mobile = '+31 6 55509876';
const secret = {
  mobilePhone: mobile,
  faxNumber: '+31 30 5550543',
  employeeId: 'L-CANARY',
  streetAddress: 'Kanariestraat 9',
};
const extended = { attribute: 'extensionAttribute1', labels: { en: 'Desk', nl: 'Bureau' }, type: 'text' } as const;

describe('a field that is shown to nobody', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let id: string;
  const { asked, stop } = listenToGraph();
  afterAll(stop);
  beforeEach(async () => {
    undersign = await startUndersign({ withEnrichmentPass: true });
    id = undersign.simulator.tenant.accounts.teammate.id;
    undersign.simulator.directory.updateUser(id, {
      ...secret,
      onPremisesExtensionAttributes: { extensionAttribute1: 'DESK-CANARY' },
    });
    api = await undersign.connectedAdmin();
  });
  afterEach(() => undersign.close());

  const fields = () => api.get<SmartFields>('/api/smart-fields');
  const field = async (key: string) => {
    const found = (await fields()).fields.find((each) => each.key === key);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  };
  const save = async (rules: Readonly<Record<string, Partial<FieldRule>>>) => {
    const { fields: before, revision } = await fields();
    const usual = before.find(({ key }) => key === 'department')?.rule;
    const whole = Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key, { ...usual, ...rule }]));
    await api.put('/api/smart-fields', { rules: whole, custom: [], directory: [extended], revision });
  };
  const never = (...keys: readonly string[]) =>
    save(
      Object.fromEntries(
        keys.map((key) => [key, { policy: 'never', ...(key === 'employeeId' && { editableBy: 'nobody' }) }]),
      ),
    );
  const sync = async (mode: Run['mode'] = 'refresh') => api.finished(await api.post<Run>('/api/sync/runs', { mode }));
  const person = () => api.get<Teammate>(`/api/teammates/${id}`);
  const valueOf = async (key: string) => (await person()).fields.find((each) => each.key === key);
  test('is asked for nowhere: not in listings, not of changes, not of one person, not of managers, and is in no file', async () => {
    await never('mobilePhone', 'faxNumber', 'employeeId', 'streetAddress', 'mail', extended.attribute);
    asked.length = 0;
    await pickAndSync(api, everyone);
    undersign.simulator.directory.updateUser(id, { jobTitle: 'Carer', mobilePhone: `${mobile}1` });
    expect((await sync()).mode).toBe('refresh');
    await api.post(`/api/teammates/${id}/refresh`);
    await api.get('/api/directory/users?search=grace');
    await eventually('managers are asked for', () => asked.some((url) => url.includes('/manager?')) || undefined);
    const managers = asked.filter((url) => url.includes('/manager?'));
    expect(managers.filter((url) => !url.includes('businessPhones') || url.includes('mobilePhone'))).toEqual([]);

    const found = asked.filter((url) => /select=\S*userPrincipalName/.test(url));
    for (const part of ['/v1.0/users?', 'users/delta?', `/users/${id}?`, 'search=']) {
      expect([part, found.some((url) => url.includes(part))]).toEqual([part, true]);
    }
    expect(found.filter((url) => /mobilePhone|faxNumber|employeeId|streetAddress|onPremises/.test(url))).toEqual([]);
    // By the address they are in scope, whatever is shown.
    expect(found.filter((url) => !/\bmail\b/.test(url))).toEqual([]);

    expect(await valueOf('jobTitle')).toMatchObject({ directory: 'Carer' });
    const bytes = await undersign.store.bytes();
    expect(bytes.includes('Carer')).toBe(true);
    for (const value of [...Object.values(secret), 'DESK-CANARY']) {
      expect([value, bytes.includes(value)]).toEqual([value, false]);
    }
    const { graph } = await fields();
    expect(graph.omitted).toEqual(['mobilePhone', 'faxNumber', 'streetAddress', 'employeeId', extended.attribute]);
    expect(graph.select).toContain('mail');
    expect(graph.select).not.toContain('mobilePhone');
    expect(graph.because).toEqual([]);
    expect(await field('mobilePhone')).toMatchObject({
      isFetched: false,
      isOptional: true,
      isOmitted: true,
      filled: 0,
    });
    expect(await field('mail')).toMatchObject({ isFetched: true, isOptional: false, isOmitted: false });
  });

  test('that was read goes with the next sync, without a change in anybody’s plan or history, and comes back', async () => {
    await save({ mobilePhone: { blank: 'keep' } });
    const { directory, tenant } = undersign.simulator;
    directory.updateUser(tenant.accounts.dutch.id, { mobilePhone: '+31 6 55501111' });
    await pickAndSync(api, everyone);
    directory.softDeleteUser(tenant.accounts.dutch.id);
    await sync();
    expect(await heldOf('mobilePhone')).toContain(tenant.accounts.dutch.id);
    expect(await valueOf('mobilePhone')).toMatchObject({ directory: mobile });
    expect(await valueOf(extended.attribute)).toMatchObject({ directory: 'DESK-CANARY' });
    const { overridesRevision } = await person();
    await api.patch(`/api/teammates/${id}`, { overridesRevision, overrides: { mobilePhone: '+31 6 11111111' } });
    const told = await api.get<{ items: readonly object[] }>(`/api/teammates/${id}/history`);

    await never('mobilePhone', 'businessPhone', extended.attribute);
    expect(await field('mobilePhone')).toMatchObject({ isFetched: true, isOmitted: true });
    const preview = await api.finished(await api.post<Run>('/api/sync/preview', {}));
    expect(preview.counts).toMatchObject({ add: 0, update: 0, disable: 0, hold: 0 });
    expect(await valueOf('mobilePhone')).toMatchObject({ directory: mobile });
    const run = await sync();
    expect(run).toMatchObject({ mode: 'full', counts: { add: 0, update: 0, disable: 0, hold: 0 } });
    expect(await valueOf('mobilePhone')).toMatchObject({ value: '', directory: '', override: '+31 6 11111111' });
    expect((await person()).fields.flatMap(({ key, isOmitted }) => (isOmitted ? [key] : []))).toEqual([
      ...['businessPhone', 'mobilePhone', extended.attribute],
    ]);
    expect(await valueOf(extended.attribute)).toMatchObject({ directory: '' });
    expect(await api.get(`/api/teammates/${id}/history`)).toEqual(told);
    expect(await heldOf('mobilePhone', 'businessPhones')).toEqual([]);
    expect((await sync()).mode).toBe('refresh');

    // Nobody knows who has a phone, so nobody is told to lack one.
    const counted = await api.get<Completeness>('/api/completeness');
    expect(counted.withoutPhone).toBe(0);
    expect(counted.fields.map(({ key }) => key)).not.toContain('mobilePhone');
    expect(await api.get<TeammateCounts>('/api/teammates/counts')).toMatchObject({ noPhone: 0 });
    expect((await person()).completeness.missing).not.toContain('mobilePhone');

    await save({ mobilePhone: { blank: 'keep' } });
    expect(await field('mobilePhone')).toMatchObject({ isFetched: false, isOmitted: false });
    // What was said last was forgotten too.
    expect(await valueOf('mobilePhone')).toMatchObject({ value: '+31 6 11111111', directory: '' });
    expect((await sync()).mode).toBe('full');
    expect(await valueOf('mobilePhone')).toMatchObject({ value: '+31 6 11111111', directory: mobile });
    expect(await field('mobilePhone')).toMatchObject({ isFetched: true });
    expect((await sync()).mode).toBe('refresh');
    await never('faxNumber');
    expect((await sync()).mode).toBe('full');
    expect((await sync()).mode).toBe('refresh');
  });

  /** Who has anything in one of these, in what is kept of people and of the directory as last read. */
  const heldOf = async (...attributes: readonly ('mobilePhone' | 'businessPhones')[]): Promise<readonly string[]> => {
    const engine = await undersign.store.open();
    const { teammates, snapshots } = openRepositories(engine);
    const tenantId = undersign.simulator.tenant.id;
    const people = [];
    for await (const batch of teammates.scan(tenantId)) people.push(...batch.map(({ profile }) => profile));
    for (const snapshot of await snapshots.list(tenantId))
      for await (const batch of snapshots.scanPeople(tenantId, snapshot)) people.push(...batch);
    await engine.close();
    expect(people.length).toBeGreaterThan(2);
    return people.filter((each) => attributes.some((name) => (each[name] ?? '').length > 0)).map((each) => each.id);
  };
});
