import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DirectoryGroupPage } from '../../../../src/contract/people/directory.ts';
import type { SavedSelection } from '../../../../src/contract/people/selection.ts';
import type { Teammate } from '../../../../src/contract/people/teammates.ts';
import type { Run } from '../../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../../support/http/apiClient.ts';
import { nobody } from '../../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../../support/processes/startUndersign.ts';

const minute = 60_000;

describe('somebody who is read anew alone, and whom the directory does not have then', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let newcomer: string;

  beforeAll(async () => {
    undersign = await startUndersign();
  });
  afterAll(() => undersign.close());

  const sync = async (mode: Run['mode']): Promise<Run> => {
    const run = await api.finished(await api.post<Run>('/api/sync/runs', { mode }));
    expect(run).toMatchObject({ status: 'succeeded', mode });
    return run;
  };
  const readAlone = () => api.problem(api.post(`/api/teammates/${newcomer}/refresh`));
  const status = async (): Promise<string> => (await api.get<Teammate>(`/api/teammates/${newcomer}`)).status;

  beforeEach(async () => {
    undersign.simulator.reset();
    api = await undersign.connectedAdmin();
    const { items } = await api.get<DirectoryGroupPage>('/api/directory/groups?search=Team%20Engineering');
    const groupId = items[0]!.id;
    const { revision } = await api.get<SavedSelection>('/api/selection');
    const selection = { ...nobody, groups: [{ id: groupId, displayName: 'Team Engineering' }] };
    await api.put('/api/selection', { selection, revision });
    const { directory } = undersign.simulator;
    newcomer = directory.addUser({ userPrincipalName: 'nadia.nieuw@lindenhof.example', displayName: 'Nadia Nieuw' }).id;
    directory.addMember(groupId, newcomer);
    await sync('full');
    expect(await status()).toBe('active');
  });

  test('stays while that may be a delay, and goes on being followed', async () => {
    // A replica that is behind the listings does not know them yet.
    undersign.simulator.behaviour.singleReadsLag = minute;
    expect(await readAlone()).toMatchObject({ status: 409, code: 'person-in-doubt' });
    expect(await status()).toBe('active');
    undersign.simulator.clock.advance(2 * minute);
    expect((await sync('refresh')).counts).toMatchObject({ disable: 0, remove: 0 });
    undersign.simulator.directory.updateUser(newcomer, { jobTitle: 'Engineer' });
    undersign.simulator.clock.advance(2 * minute);
    expect((await sync('refresh')).counts).toMatchObject({ update: 1, disable: 0 });
    undersign.simulator.clock.advance(6 * minute);
    expect((await sync('refresh')).counts).toMatchObject({ update: 0, disable: 0 });
    expect(await status()).toBe('active');
  });

  test('leaves by the next sync where they are gone', async () => {
    await sync('refresh');
    undersign.simulator.directory.softDeleteUser(newcomer);
    expect(await readAlone()).toMatchObject({ status: 409, code: 'person-in-doubt' });
    expect(await readAlone()).toMatchObject({ status: 409, code: 'person-in-doubt' });
    expect((await sync('refresh')).counts).toMatchObject({ disable: 1 });
    expect(await status()).toBe('disabled');
    expect(await api.post<Teammate>(`/api/teammates/${newcomer}/refresh`)).toMatchObject({ status: 'disabled' });
  });
});
