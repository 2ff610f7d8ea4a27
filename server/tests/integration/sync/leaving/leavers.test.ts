import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SavedSelection } from '../../../../src/contract/people/selection.ts';
import type { SavedSettings, Settings } from '../../../../src/contract/manage/settings.ts';
import type { HeldPage, Run, RunChangePage } from '../../../../src/contract/sync/sync.ts';
import type { PersonScope, Teammate, TeammatePage } from '../../../../src/contract/people/teammates.ts';
import type { DirectoryGroupPage } from '../../../../src/contract/people/directory.ts';
import type { ApiClient } from '../../../support/http/apiClient.ts';
import { nobody } from '../../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../../support/processes/startUndersign.ts';

const day = 24 * 60 * 60_000;

describe('people who leave and come back', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let groupId: string;
  let grace: string;

  beforeAll(async () => {
    undersign = await startUndersign();
  });
  afterAll(() => undersign.close());

  const sync = async (mode: Run['mode'] = 'refresh'): Promise<Run> => {
    const run = await api.finished(await api.post<Run>('/api/sync/runs', { mode }));
    expect(run).toMatchObject({ status: 'succeeded', mode });
    return run;
  };
  /** Lets so much time pass; a sign-in does not last that long. */
  const pass = async (milliseconds: number): Promise<void> => {
    undersign.simulator.clock.advance(milliseconds);
    api = (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).api;
  };
  const settle = async (change: Partial<Settings>): Promise<void> => {
    const { settings, revision } = await api.get<SavedSettings>('/api/settings');
    await api.put<SavedSettings>('/api/settings', { settings: { ...settings, ...change }, revision });
  };
  const teammate = (id = grace): Promise<Teammate> => api.get<Teammate>(`/api/teammates/${id}`);
  const members = (): readonly string[] => [...undersign.simulator.directory.groupMembers.of(groupId)];

  beforeEach(async () => {
    undersign.simulator.reset();
    api = await undersign.connectedAdmin();
    const groups = await api.get<DirectoryGroupPage>('/api/directory/groups?search=Team%20Engineering');
    groupId = groups.items[0]!.id;
    const { revision } = await api.get<SavedSelection>('/api/selection');
    const selection = { ...nobody, groups: [{ id: groupId, displayName: 'Team Engineering' }] };
    await api.put('/api/selection', { selection, revision });
    await settle({ autoDisable: true, autoRemove: false, removeAfterDays: 14, guard: { count: 25, percent: 10 } });
    await api.finished(await api.post<Run>('/api/sync/runs', { mode: 'full', approvedDepartures: 1000 }));
    const page = await api.get<TeammatePage>('/api/teammates?status=active&limit=1');
    grace = page.items[0]!.id;
  });

  test('a changed phone arrives by refresh, in one entry, and only that', async () => {
    undersign.simulator.directory.updateUser(grace, { mobilePhone: '+31 6 11111111' });
    const run = await sync();
    expect(run.counts).toMatchObject({ update: 1, add: 0, disable: 0, enable: 0 });
    const { items } = await api.get<RunChangePage>(`/api/teammates/${grace}/history`);
    const [change] = items.filter(({ runId }) => runId === run.id);
    expect(change).toMatchObject({ action: 'update', changes: [{ field: 'mobilePhone', new: '+31 6 11111111' }] });
  });

  test('a leaver is disabled, has a removal date, is removed when it comes, and can be brought back', async () => {
    await settle({ autoRemove: true, removeAfterDays: 7 });
    undersign.simulator.directory.removeMember(groupId, grace);
    expect((await sync()).counts).toMatchObject({ disable: 1 });
    const leaver = await teammate();
    expect(leaver).toMatchObject({ status: 'disabled', isInScope: false });
    expect(Date.parse(leaver.removalDue!) - Date.parse(leaver.disabledAt!)).toBe(7 * day);

    await pass(6 * day);
    expect((await sync()).counts).toMatchObject({ remove: 0 });
    await pass(day);
    expect((await sync()).counts).toMatchObject({ remove: 1 });
    expect(await teammate()).toMatchObject({ status: 'removed' });
    expect((await api.get<TeammatePage>('/api/teammates?limit=200')).items.map(({ id }) => id)).not.toContain(grace);

    expect(await api.post<Teammate>(`/api/teammates/${grace}/restore`)).toMatchObject({ status: 'disabled' });
    undersign.simulator.directory.addMember(groupId, grace);
    expect((await sync()).counts).toMatchObject({ enable: 1 });
    expect(await teammate()).toMatchObject({ status: 'active', removalDue: null });
  });

  test('a removed person is forgotten after thirty days and not before', async () => {
    await settle({ autoRemove: true, removeAfterDays: 1 });
    undersign.simulator.directory.removeMember(groupId, grace);
    await sync();
    await pass(day);
    await sync();
    await pass(29 * day);
    await api.finished(await api.post<Run>('/api/sync/runs'));
    expect(await teammate()).toMatchObject({ status: 'removed' });
    await pass(2 * day);
    await api.finished(await api.post<Run>('/api/sync/runs'));
    expect((await api.problem(teammate())).status).toBe(404);
  });

  test('with automatic disabling off a leaver stays active, is marked, and is kept current', async () => {
    await settle({ autoDisable: false });
    undersign.simulator.directory.removeMember(groupId, grace);
    expect((await sync()).counts).toMatchObject({ disable: 0 });
    expect(await teammate()).toMatchObject({
      status: 'active',
      isInScope: false,
      scope: { omission: { kind: 'notPicked' } },
    });
    undersign.simulator.directory.updateUser(grace, { jobTitle: 'Alumna' });
    expect((await sync()).counts).toMatchObject({ update: 1 });
    // A full run lists the members of the group, who are others by now.
    expect((await sync('full')).counts).toMatchObject({ disable: 0, update: 0 });
    expect(await teammate()).toMatchObject({ isInScope: false, scope: { omission: { kind: 'notPicked' } } });
    undersign.simulator.directory.updateUser(grace, { jobTitle: 'Emerita' });
    expect((await sync()).counts).toMatchObject({ update: 1 });
    undersign.simulator.directory.softDeleteUser(grace);
    await sync();
    for (const mode of ['refresh', 'full'] as const) {
      await sync(mode);
      expect(await teammate()).toMatchObject({ scope: { omission: { kind: 'notInDirectory' } } });
    }
  });

  test('whoever is unpicked is out because nothing picks them, then and later', async () => {
    const { selection, revision } = await api.get<SavedSelection>('/api/selection');
    // One of the group, so that nobody who is new here leaves again with the next test.
    const { items } = await api.get<TeammatePage>('/api/teammates?status=active&limit=2');
    const people = items.slice(1).map(({ id, displayName }) => ({ id, displayName }));
    await api.put('/api/selection', { selection: { ...selection, groups: [], people }, revision });
    const run = await api.finished(await api.post<Run>('/api/sync/runs', { approvedDepartures: 1000 }));
    expect(run).toMatchObject({ mode: 'full', counts: { hold: 0 } });
    for (const mode of ['refresh', 'full'] as const) {
      expect(await teammate()).toMatchObject({ status: 'disabled', scope: { omission: { kind: 'notPicked' } } });
      await sync(mode);
    }
  });

  test('switching automatic disabling on reaches people who left while it was off', async () => {
    await settle({ autoDisable: false });
    undersign.simulator.directory.removeMember(groupId, grace);
    await sync();
    await settle({ autoDisable: true });
    expect((await sync()).counts).toMatchObject({ disable: 1 });
    expect(await teammate()).toMatchObject({ status: 'disabled' });
  });

  test('somebody restored from the recycle bin is found in their group again, although no group reports it', async () => {
    undersign.simulator.directory.softDeleteUser(grace);
    expect((await sync()).counts).toMatchObject({ disable: 1 });
    await sync('full');
    undersign.simulator.directory.restoreUser(grace);
    expect((await sync()).counts).toMatchObject({ enable: 1 });
  });

  test('so is somebody whom an admin refreshes by hand first, at once', async () => {
    undersign.simulator.directory.softDeleteUser(grace);
    await sync();
    await sync('full');
    undersign.simulator.directory.restoreUser(grace);
    expect(await api.post<Teammate>(`/api/teammates/${grace}/refresh`)).toMatchObject({
      status: 'active',
      isInScope: true,
    });
    expect((await sync()).counts).toMatchObject({ enable: 0, disable: 0 });
    undersign.simulator.directory.removeMember(groupId, grace);
    expect((await sync()).counts).toMatchObject({ disable: 1 });
  });

  test.each(['refresh', 'full'] as const)(
    'a group that is suddenly empty holds its departures in a %s, and an admin decides',
    async (mode) => {
      const before = members().length;
      for (const id of members()) undersign.simulator.directory.removeMember(groupId, id);
      const run = await sync(mode);
      const active = (await api.get<TeammatePage>('/api/teammates')).total!.active;
      expect(run.counts).toMatchObject({ disable: 0, hold: active });
      expect(run.warnings.map(({ code }) => code)).toEqual(['group-empty', 'departures-held']);
      expect(active).toBeGreaterThan(before / 2);
      // Asked again, nobody is held twice and nobody slips through.
      expect((await sync(mode)).counts).toMatchObject({ disable: 0, hold: 0 });

      const { items } = await api.get<HeldPage>('/api/sync/held?limit=200');
      expect(items).toHaveLength(active);
      const [first, second] = items;
      const decide = (decision: string, teammateIds?: string[]) =>
        api.post<{ decided: number }>(`/api/sync/runs/${run.id}/held`, { decision, teammateIds });
      expect(await decide('discard', [first!.teammateId])).toEqual({ decided: 1 });
      expect(await decide('approve', [second!.teammateId])).toEqual({ decided: 1 });
      expect(await teammate(first!.teammateId)).toMatchObject({ status: 'active', departure: 'kept' });
      expect(await teammate(second!.teammateId)).toMatchObject({ status: 'disabled', departure: null });
      expect(await decide('approve')).toEqual({ decided: active - 2 });
      expect(await decide('approve')).toEqual({ decided: 0 });
      expect((await sync('full')).counts).toMatchObject({ disable: 0, hold: 0, enable: 0 });
      expect(await teammate(first!.teammateId)).toMatchObject({ status: 'active', departure: 'kept' });
    },
  );

  test('reading one person anew decides nothing about their departure, neither one that waits nor one that is discarded', async () => {
    for (const id of members()) undersign.simulator.directory.removeMember(groupId, id);
    const run = await sync();
    const refreshed = async (jobTitle: string): Promise<Teammate> => {
      undersign.simulator.directory.updateUser(grace, { jobTitle });
      return api.post<Teammate>(`/api/teammates/${grace}/refresh`);
    };
    expect(await refreshed('Lead')).toMatchObject({ status: 'active', departure: 'held', jobTitle: 'Lead' });
    await api.post(`/api/sync/runs/${run.id}/held`, { decision: 'discard', teammateIds: [grace] });
    expect(await refreshed('Head')).toMatchObject({ status: 'active', departure: 'kept', jobTitle: 'Head' });
    await sync('full');
    expect(await teammate()).toMatchObject({ status: 'active', departure: 'kept' });
  });

  test('people who come back while their departure is held are simply there', async () => {
    const everybody = members();
    for (const id of everybody) undersign.simulator.directory.removeMember(groupId, id);
    await sync();
    for (const id of everybody) undersign.simulator.directory.addMember(groupId, id);
    expect((await sync()).counts).toMatchObject({ disable: 0, hold: 0 });
    expect((await api.get<HeldPage>('/api/sync/held')).items).toEqual([]);
    expect(await teammate()).toMatchObject({ status: 'active', departure: null, isInScope: true });
  });

  test('why is answered for a teammate, for an outsider and for somebody a filter leaves out', async () => {
    expect(await api.get<PersonScope>(`/api/teammates/${grace}/scope`)).toMatchObject({
      scope: { inScope: true, reasons: [{ kind: 'group', chain: [{ displayName: 'Team Engineering' }] }] },
      teammateStatus: 'active',
    });
    const outsider = undersign.simulator.tenant.accounts.noMailbox.id;
    expect(await api.get<PersonScope>(`/api/directory/users/${outsider}/scope`)).toMatchObject({
      scope: { inScope: false, omission: { kind: 'notPicked' } },
      teammateStatus: null,
    });
    undersign.simulator.directory.updateUser(grace, { accountEnabled: false });
    expect(await api.get<PersonScope>(`/api/teammates/${grace}/scope`)).toMatchObject({
      scope: { inScope: false, omission: { kind: 'accountDisabled' } },
    });
    const nobodyAtAll = '00000000-0000-4000-8000-000000000000';
    expect((await api.problem(api.get(`/api/directory/users/${nobodyAtAll}/scope`))).status).toBe(404);
  });

  test('one person is refreshed at once, with a history entry, and the next sync finds nothing more to do', async () => {
    undersign.simulator.directory.updateUser(grace, { jobTitle: 'Director' });
    const refreshed = await api.post<Teammate>(`/api/teammates/${grace}/refresh`);
    expect(refreshed.jobTitle).toBe('Director');
    expect((await sync()).counts).toMatchObject({ update: 0 });
    const { items } = await api.get<RunChangePage>(`/api/teammates/${grace}/history`);
    expect(items.flatMap(({ changes }) => changes)).toContainEqual(
      expect.objectContaining({ field: 'jobTitle', new: 'Director' }),
    );
  });

  test('removal after 0, 366 or "14" days is refused with the field named, and nothing is saved', async () => {
    const { settings, revision } = await api.get<SavedSettings>('/api/settings');
    for (const removeAfterDays of [0, 366, '14', 1.5]) {
      const problem = await api.problem(
        api.put('/api/settings', { settings: { ...settings, removeAfterDays }, revision }),
      );
      expect(problem).toMatchObject({ status: 400, code: 'invalid-request' });
      expect(problem.errors?.[0]?.path).toBe('body.settings.removeAfterDays');
    }
    expect((await api.get<SavedSettings>('/api/settings')).revision).toBe(revision);
  });

  test('how long history is kept stays as it was when a program that does not know of it saves', async () => {
    await settle({ historyDays: 90 });
    const { settings, revision } = await api.get<SavedSettings>('/api/settings');
    const { historyDays, ...known } = settings;
    const saved = await api.put<SavedSettings>('/api/settings', { settings: { ...known, isPaused: true }, revision });
    expect([historyDays, saved.settings.historyDays]).toEqual([90, 90]);
    expect((await api.get<SavedSettings>('/api/settings')).settings).toEqual(saved.settings);
    await settle({ historyDays: 400, isPaused: false });
  });
});
