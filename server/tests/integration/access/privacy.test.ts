import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { AuditEntry } from '../../../src/contract/manage/audit.ts';
import type { Picked, SavedSelection } from '../../../src/contract/people/selection.ts';
import type { SignaturesFile } from '../../../src/contract/signatures/signaturesFile.ts';
import type { SavedSettings } from '../../../src/contract/manage/settings.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { PersonScope, Teammate } from '../../../src/contract/people/teammates.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { rule, saveAssignments } from '../../support/people/assignments.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

interface PersonalData {
  readonly records: Readonly<Record<string, readonly unknown[]>>;
  readonly mentions: readonly { readonly collection: string }[];
}

const about = {
  displayName: 'Quetzalia Obsidian',
  userPrincipalName: 'quetzalia@lindenhof.example',
  mail: 'q.obsidian@lindenhof.example',
  jobTitle: 'Volcanologist in residence',
  mobilePhone: '+31 6 5550 1234',
} as const;
const design = {
  newMail: { kind: 'html', html: '<b>{{ person.displayName }}</b>' },
  reply: { kind: 'sameAsNew' },
  forward: { kind: 'sameAsNew' },
  images: 'hosted',
};
const written = 'Keeper of the obsidian mirror';

describe('what is kept about one person', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  let her: string;
  const sync = async () => admin.finished(await admin.post<Run>('/api/sync/runs'));
  const found = async (): Promise<readonly string[]> => {
    const bytes = await undersign.store.bytes();
    return [her, ...Object.values(about), written, 'Quetzalia'].filter((text) => bytes.includes(text));
  };

  beforeAll(async () => {
    undersign = await startUndersign();
    const { directory, tenant } = undersign.simulator;
    her = directory.addUser({ ...about }).id;
    admin = await undersign.connectedAdmin();
    const pick = { id: her, displayName: about.displayName };
    await admin.put('/api/selection', { selection: { ...everyone, people: [pick] }, revision: 0 });
    await admin.finished(await admin.post<Run>('/api/sync/preview'));
    await sync();
    await seeTheirFace(tenant.accounts.dutch.id);
    await admin.put(`/api/roles/${her}`, { role: 'admin' });
    const { api } = await undersign.signIn(about.userPrincipalName);
    await api.get('/api/session');
    await api.get('/api/me/signature?client=Outlook%2F16.0.18025.20000');
    const { overridesRevision } = await api.get<Teammate>(`/api/teammates/${her}`);
    await api.patch(`/api/teammates/${her}`, { overrides: { jobTitle: written }, overridesRevision });
    const { settings, revision } = await api.get<SavedSettings>('/api/settings');
    await api.put('/api/settings', { settings: { ...settings, everyMinutes: 45 }, revision });
    await api.post('/api/signatures', { name: 'Hers', design });
    const saved = await api.get<SavedAssignments>('/api/assignments');
    const assignments = { ...saved.assignments, rules: rulesAbout(pick) };
    await api.put('/api/assignments', { assignments, revision: saved.revision });
    directory.updateUser(her, { jobTitle: 'Volcanologist at large' });
    await sync();
  });
  afterAll(() => undersign.close());
  /** As the enrichment pass would: a photo, and that somebody else reports to them. */
  const seeTheirFace = async (report: string): Promise<void> => {
    const engine = await undersign.store.open();
    const { enrichments } = openRepositories(engine);
    const { id } = undersign.simulator.tenant;
    const { displayName, mail, jobTitle, mobilePhone } = about;
    const photo = { etag: 'e', hash: 'h' };
    await enrichments.save(id, [
      { teammateId: her, managerId: null, photo },
      { teammateId: report, managerId: her, photo: null },
    ]);
    const images = [{ size: 96 as const, contentType: 'image/png' as const, content: 'AAAA' }];
    await enrichments.savePhotos(id, [{ teammateId: her, hash: 'h', images }]);
    await enrichments.saveManagers(id, [{ id: her, displayName, mail, jobTitle, mobilePhone, businessPhones: [] }]);
    await engine.close();
  };

  /** The first two are for them alone. */
  const rulesAbout = (pick: Picked) => {
    const info = 'info@lindenhof.example';
    return [
      rule({ kind: 'none' }, { id: 'alone', name: 'Of the mirror', people: [pick] }),
      rule({ kind: 'none' }, { id: 'box', name: 'In her mailbox', mailboxes: [about.mail] }),
      rule({ kind: 'none' }, { id: 'both', name: 'In two mailboxes', mailboxes: [about.mail, info] }),
    ];
  };

  const isHandedOver = async (): Promise<void> => {
    const data = await admin.get<PersonalData>(`/api/privacy/people/${her}`);
    expect(Object.keys(data.records)).toEqual(
      expect.arrayContaining(['teammates', 'runChanges', 'planEntries', 'snapshotPeople', 'photos', 'sightings']),
    );
    expect([...new Set(data.mentions.map(({ collection }) => collection))]).toEqual(
      expect.arrayContaining(['selections', 'runs', 'assignments', 'signatures', 'roleGrants', 'auditEntries']),
    );
    expect(JSON.stringify(data)).toContain(written);
    expect(JSON.stringify(data)).not.toContain(undersign.simulator.tenant.accounts.teammate.displayName);
    const run = (await admin.get<{ items: readonly Run[] }>('/api/sync/runs')).items[0];
    for (const id of [crypto.randomUUID(), run?.id ?? ''])
      expect((await admin.problem(admin.get(`/api/privacy/people/${id}`))).code).toBe('not-found');
  };

  const isErasedAndReadmitted = async (): Promise<void> => {
    expect((await found()).length).toBeGreaterThan(5);
    // Begun by a process that was killed once it had said so; the schedule ends it.
    const engine = await undersign.store.open();
    const { personalData } = openRepositories(engine);
    await personalData.mark(undersign.simulator.tenant.id, her, new Date());
    await engine.close();
    undersign.simulator.clock.advance(3 * 60_000);
    await undersign.unattended.look();
    await undersign.restart();
    expect(await found()).toEqual([]);

    admin = (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).api;
    await sync();
    await admin.finished(await admin.post<Run>('/api/sync/preview'));
    await undersign.restart();
    expect(await found()).toEqual([]);
    const { scope } = await admin.get<PersonScope>(`/api/directory/users/${her}/scope`);
    expect(scope).toMatchObject({ inScope: false, omission: { kind: 'erased' } });
    expect((await admin.problem(admin.get(`/api/teammates/${her}`))).status).toBe(404);
    expect((await admin.problem(admin.post(`/api/teammates/${her}/refresh`))).status).toBe(404);
    // What was done stays, by somebody without a name; and others are as they were.
    const { items } = await admin.get<{ items: readonly AuditEntry[] }>('/api/audit?action=putSettings');
    expect(items[0]).toMatchObject({ person: { displayName: '(erased)' }, changes: [{ field: 'everyMinutes' }] });
    const { selection } = await admin.get<SavedSelection>('/api/selection');
    expect(selection).toMatchObject({ everyone: true, people: [] });

    const { assignments } = await admin.get<SavedAssignments>('/api/assignments');
    expect(assignments.rules.map(({ id, mailboxes }) => [id, mailboxes])).toEqual([
      ['both', ['info@lindenhof.example']],
    ]);
    expect((await admin.get<SignaturesFile>('/api/signatures-file')).assignments).toEqual(assignments);

    await readsWhatEarlierReleasesLeft();
    await admin.post(`/api/privacy/people/${her}/readmit`);
    expect((await sync()).counts.add).toBe(1);
    expect((await admin.get<Teammate>(`/api/teammates/${her}`)).status).toBe('active');
    expect((await admin.problem(admin.post(`/api/privacy/people/${her}/readmit`))).code).toBe('not-found');
  };

  /** They put a mark among the mailboxes of a rule, which is no address. */
  const readsWhatEarlierReleasesLeft = async (): Promise<void> => {
    const { assignments, revision } = await admin.get<SavedAssignments>('/api/assignments');
    const marked = rule({ kind: 'none' }, { id: 'marked', mailboxes: ['(erased)'] });
    const engine = await undersign.store.open();
    const kept = { ...assignments, rules: [...assignments.rules, marked] };
    await openRepositories(engine).assignments.save(undersign.simulator.tenant.id, kept, revision);
    await engine.close();
    expect(await admin.get('/api/assignments')).toEqual({ assignments, revision: revision + 1 });
    expect((await admin.get<SignaturesFile>('/api/signatures-file')).assignments).toEqual(assignments);
  };

  const isErasedAtOnce = async (): Promise<void> => {
    const [alone, box] = rulesAbout({ id: her, displayName: '' });
    await saveAssignments(admin, (before) => ({ ...before, rules: [alone, box].filter((one) => one !== undefined) }));
    const { records } = await admin.get<PersonalData>(`/api/privacy/people/${her}`);
    const { id } = JSON.parse(await (await admin.raw(`/api/privacy/people/${her}`, { method: 'DELETE' })).text()) as {
      readonly id: string;
    };
    expect(Object.keys(records).length).toBeGreaterThan(1);
    await undersign.restart();
    expect((await found()).filter((text) => text !== her)).toEqual([]);
    const { items } = await admin.get<{ items: readonly AuditEntry[] }>('/api/audit?action=erasePerson');
    expect(items[0]?.subject).toEqual({ id, name: null });
    expect(items[0]?.changes).toEqual([{ field: 'rules', old: 'Of the mirror, In her mailbox', new: null }]);
    expect((await admin.get<SavedAssignments>('/api/assignments')).assignments.rules).toEqual([]);
    expect((await admin.problem(admin.delete(`/api/privacy/people/${crypto.randomUUID()}`))).code).toBe('not-found');
    expect(await admin.get('/api/privacy')).toEqual({ erased: 1 });
  };

  // One story: who was erased has nothing to hand over any more, and who is erased a second time came in again before.
  test('is handed over whole, with where others name them and nothing of others, erased to the last byte, stays out of syncs, may come in again, and is then erased at once and told without a name', async () => {
    await isHandedOver();
    await isErasedAndReadmitted();
    await isErasedAtOnce();
  });
});
