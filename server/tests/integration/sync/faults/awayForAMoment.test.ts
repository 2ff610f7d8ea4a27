import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupIds, userIds } from '../../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../../support/people/expectedTeammates.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const [contractors = '', team = ''] = groupIds;
const company = directoryOf({
  users: numberedPeople({ jobTitle: 'Engineer' }),
  groups: [
    { id: contractors, displayName: 'Contractors', memberIds: userIds.slice(0, 4) },
    { id: team, displayName: 'Team', memberIds: userIds.slice(2, 8) },
  ],
});
const excluded = [{ id: contractors, displayName: 'Contractors' }];
const selections = {
  everyone: sampleSelection({ everyone: true, excludedGroups: excluded }),
  'a group': sampleSelection({ groups: [{ id: team, displayName: 'Team' }], excludedGroups: excluded }),
};

let bench: SyncBench;
beforeAll(async () => {
  bench = await openSyncBench({ pageSize: 3 });
});
afterAll(() => bench.close());

const active = async (): Promise<readonly string[]> => [...(await activeTeammates(bench)).keys()].sort();

test.each(Object.entries(selections))(
  'where %s is picked, whoever is deleted before any page of an import and back after it is out as long as a group keeps them out',
  async (_name, selection) => {
    const all = { pages: 1 };
    for (let deletedBefore = 1; deletedBefore <= all.pages; deletedBefore += 1) {
      await bench.begin(company);
      const { directory } = bench.simulator;
      let pages = 0;
      let isAway = false;
      await bench.sync(selection, {
        onCall: (call) => {
          if (call === 'readPage') pages += 1;
          if (call === 'readPage' && pages === deletedBefore) {
            for (const id of userIds.slice(0, 4)) directory.softDeleteUser(id);
            isAway = true;
          } else if (call === 'readChanges' && isAway) {
            for (const id of userIds.slice(0, 4)) directory.restoreUser(id);
            isAway = false;
          }
        },
      });
      all.pages = Math.max(all.pages, pages);
      const expected = [...expectedTeammates(directory, selection).keys()].sort();
      expect({ deletedBefore, active: await active() }).toEqual({ deletedBefore, active: expected });
    }
    expect(all.pages).toBeGreaterThan(3);
  },
);
