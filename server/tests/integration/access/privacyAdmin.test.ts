import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signature } from '../../../src/contract/signatures/signatures.ts';
import type { Teammate } from '../../../src/contract/people/teammates.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { findMentions } from '../../../src/storage/privacy/findMentions.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { nobody, picked } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

interface PersonalData {
  readonly records: Readonly<Record<string, readonly unknown[]>>;
  readonly mentions: readonly { readonly collection: string; readonly path: string }[];
}

const name = 'Quetzalia Obsidian';
const formerName = 'Quetzalia Basalt';
const design = {
  newMail: { kind: 'html', html: '<b>{{ person.displayName }}</b>' },
  reply: { kind: 'sameAsNew' },
  forward: { kind: 'sameAsNew' },
  images: 'hosted',
};

describe('what is kept about an administrator who is no teammate', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  let her: string;
  const colleague = () => undersign.simulator.tenant.accounts.teammate.id;
  const globalAdmin = () => undersign.simulator.tenant.accounts.globalAdmin;

  /** Makes and publishes a signature and sets a value of a colleague's, in her own name. */
  const work = async (api: ApiClient, jobTitle: string): Promise<void> => {
    const { id, revision } = await api.post<Signature>('/api/signatures', { name: jobTitle, design });
    await api.post(`/api/signatures/${id}/publish`, { revision });
    const { overridesRevision } = await api.get<Teammate>(`/api/teammates/${colleague()}`);
    await api.patch(`/api/teammates/${colleague()}`, { overrides: { jobTitle }, overridesRevision });
  };

  beforeAll(async () => {
    undersign = await startUndersign();
    const { directory } = undersign.simulator;
    const userPrincipalName = 'quetzalia@lindenhof.example';
    her = directory.addUser({ displayName: formerName, userPrincipalName }).id;
    admin = await undersign.connectedAdmin();
    await pickAndSync(admin, { ...nobody, people: [picked(colleague())] });
    await work(admin, 'Theirs');
    await admin.put(`/api/roles/${her}`, { role: 'admin' });
    await work((await undersign.signIn(userPrincipalName)).api, 'Captain');
    directory.updateUser(her, { displayName: name });
    await work((await undersign.signIn(userPrincipalName)).api, 'Major');
  });
  afterAll(() => undersign.close());

  const found = async (): Promise<readonly string[]> => {
    const bytes = await undersign.store.bytes();
    return [her, name, formerName, 'Quetzalia'].filter((text) => bytes.includes(text));
  };

  const expectHandedOver = async (): Promise<void> => {
    const { records, mentions } = await admin.get<PersonalData>(`/api/privacy/people/${her}`);
    expect(records).toEqual({});
    const places = mentions.map(({ collection, path }) => `${collection} ${path}`);
    expect(places).toEqual(
      expect.arrayContaining([
        'signatures createdBy',
        'signatures updatedBy',
        'signatures published.by',
        'signatureVersions by',
        'teammates overrideStamps.jobTitle.by',
        'auditEntries person.id',
      ]),
    );
  };

  test('is handed over with every place that says their name alone, and leaves no trace once erased, also where that was killed after their name was gone from beside their id', async () => {
    await expectHandedOver();
    expect(await found()).toHaveLength(4);
    const engine = await undersign.store.open();
    const { personalData } = openRepositories(engine);
    const tenantId = undersign.simulator.tenant.id;
    await personalData.mark(tenantId, her, new Date());
    const traits = { id: her, names: [], addresses: [], pseudonym: personalData.pseudonymOf(tenantId, her) };
    for await (const place of findMentions({ engine, tenantId, traits })) await place.redact();
    await engine.close();
    undersign.simulator.clock.advance(3 * 60_000);
    await undersign.unattended.look();
    await undersign.restart();
    expect(await found()).toEqual([]);
    admin = (await undersign.signIn(globalAdmin().userPrincipalName)).api;
    const { items } = await admin.get<{ items: readonly { name: string; updatedBy: string }[] }>('/api/signatures');
    expect(Object.fromEntries(items.map((item) => [item.name, item.updatedBy]))).toMatchObject({
      Theirs: globalAdmin().displayName,
      Captain: '(erased)',
      Major: '(erased)',
    });
  });
});
