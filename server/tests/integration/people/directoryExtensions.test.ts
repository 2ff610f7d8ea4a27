import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DirectoryExtensions } from '../../../src/contract/people/directory.ts';
import type { Teammate } from '../../../src/contract/people/teammates.ts';
import type { SmartField, SmartFields } from '../../../src/contract/signatures/fields.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone } from '../../support/people/selections.ts';
import { allPermissions, startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('what apps added to the people of a directory', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let id: string;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await pickAndSync(api, everyone);
    id = undersign.simulator.tenant.accounts.teammate.id;
  });
  afterAll(() => undersign.close());

  const read = () => api.get<SmartFields>('/api/smart-fields');
  const find = ({ fields }: SmartFields, key: string): SmartField => {
    const found = fields.find((field) => field.key === key);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  };
  const valueOf = async (key: string) =>
    (await api.get<Teammate>(`/api/teammates/${id}`)).fields.find((field) => field.key === key);

  test('a directory extension is found, named, fetched for everyone, followed and forgotten, whatever it holds', async () => {
    const { simulator } = undersign;
    const certified = 'extension_6f1c2d3e4b5a49788796a5b4c3d2e1f0_certifications';
    const firstDay = 'extension_6f1c2d3e4b5a49788796a5b4c3d2e1f0_firstDay';
    const offered = () => api.get<DirectoryExtensions>('/api/directory/extensions');
    // Nothing else here takes that permission, so it is never asked for.
    expect(await offered()).toEqual({ extensions: null, permission: 'Directory.Read.All' });
    const sync = async () => api.finished(await api.post<Run>('/api/sync/runs', { mode: 'refresh' }));
    simulator.directory.updateUser(id, { [certified]: '{{7*7}} CISSP', [firstDay]: '2014-05-01T00:00:00Z' });
    const directory = [
      { attribute: certified, labels: { en: 'Certified', nl: 'Gecertificeerd' }, type: 'text' },
      { attribute: firstDay, labels: { en: 'Since', nl: 'Sinds' }, type: 'date' },
    ];
    const { revision } = await read();
    const used = await api.put<SmartFields>('/api/smart-fields', { rules: {}, custom: [], directory, revision });
    expect(used.graph.because).toEqual([certified, firstDay]);
    // Reading what was named takes nothing that reading people does not take.
    expect(used.graph.permissions).toEqual(['User.Read.All', 'GroupMember.Read.All']);
    expect(find(used, certified)).toMatchObject({
      path: `person.${certified}`,
      attribute: certified,
      isFetched: false,
    });
    expect((await sync()).mode).toBe('full');
    expect(await valueOf(certified)).toMatchObject({ value: '{{7*7}} CISSP', source: 'directory' });
    expect(find(await read(), firstDay).filled).toBeGreaterThan(1);

    // Graph tells of all extensions of one type together, and nothing of those of another.
    simulator.directory.updateUser(id, { [certified]: ['PMP', 'Prince2'] });
    expect((await sync()).mode).toBe('refresh');
    expect(await valueOf(certified)).toMatchObject({ value: 'PMP, Prince2' });
    expect((await valueOf(firstDay))?.directory).toBe('2014-05-01');
    simulator.directory.updateUser(id, { [certified]: null, [firstDay]: null });
    await sync();
    expect(await valueOf(certified)).toMatchObject({ value: '', source: 'none' });
    const told = await api.get<{ items: readonly object[] }>(`/api/teammates/${id}/history`);
    expect(JSON.stringify(told)).toContain(`"${certified}"`);

    for (const attribute of [certified, firstDay]) {
      const query = `revision=${String((await read()).revision)}&values=1000`;
      await api.delete(`/api/smart-fields/directory/${attribute}?${query}`);
    }
    await sync();
    expect(await valueOf(certified)).toBeUndefined();
  });

  test('directory extensions for people are listed where the permission is there, and what no signature can show is not', async () => {
    const other = await startUndersign();
    const admin = await other.connectedAdmin([...allPermissions, 'Directory.Read.All']);
    const { extensions } = await admin.get<DirectoryExtensions>('/api/directory/extensions');
    await other.close();
    expect(extensions).toEqual([
      {
        name: 'extension_0a1b2c3d4e5f40618293a4b5c6d7e8f9_roomNumber',
        appDisplayName: 'Tenant Schema Extension App',
        type: 'text',
      },
      {
        name: 'extension_6f1c2d3e4b5a49788796a5b4c3d2e1f0_certifications',
        appDisplayName: 'PeopleDesk',
        type: 'text',
      },
      { name: 'extension_6f1c2d3e4b5a49788796a5b4c3d2e1f0_firstDay', appDisplayName: 'PeopleDesk', type: 'date' },
    ]);
  });

  test('a name that is none of an extension is refused before anybody is asked', async () => {
    const { revision } = await read();
    for (const attribute of [
      'extension_',
      'extension_x_y',
      `extension_${'0'.repeat(32)}_a,b`,
      'manager',
      'passwordProfile',
    ]) {
      const directory = [{ attribute, labels: { en: 'x', nl: 'x' }, type: 'text' }];
      const refused = api.put('/api/smart-fields', { rules: {}, custom: [], directory, revision });
      expect([attribute, (await api.problem(refused)).status]).toEqual([attribute, 400]);
    }
  });
});
