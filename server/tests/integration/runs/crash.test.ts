import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { DirectorySeed } from '../../../../simulator/directory/model.ts';
import type { Run } from '../../../src/domain/run/run.ts';
import { crashAfter, Crash } from '../../support/processes/crashAfter.ts';
import {
  anyDirectory,
  anyMutation,
  anySelection,
  groupIds,
  unitIds,
  userIds,
} from '../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../support/people/expectedTeammates.ts';
import { numberedPeople } from '../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../support/people/samplePeople.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../support/sync/syncBench.ts';
import { isThorough } from '../../support/isThorough.ts';
import { runsOn } from '../../support/processes/runsOn.ts';

const pick = (id = '') => ({ id, displayName: id });

/** Ten people: some in a nested group, some in a unit, one pick; the second selection sends some away. */
const company: DirectorySeed = directoryOf({
  users: numberedPeople(),
  groups: [
    { id: groupIds[0] ?? '', displayName: 'Outer', memberIds: [groupIds[1] ?? '', ...userIds.slice(0, 5)] },
    { id: groupIds[1] ?? '', displayName: 'Inner', memberIds: userIds.slice(4, 9) },
  ],
  units: [{ id: unitIds[0] ?? '', displayName: 'Unit', memberIds: userIds.slice(8, 12) }],
});
const first = sampleSelection({ units: [{ ...pick(unitIds[0]), includeGroups: false }], people: [pick(userIds[13])] });
const second = sampleSelection({ groups: [pick(groupIds[0])], people: [pick(userIds[13])] });

describe('a process that dies at any write', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 2 });
  });
  afterAll(() => bench.close());

  const begin = async () => {
    await bench.begin(company);
    await bench.sync(first);
    bench.simulator.directory.updateUser(userIds[8] ?? '', { jobTitle: 'Lead' });
    // One page link dies on the way, so that a crash also meets a listing that starts over.
    const link = { kind: 'status', status: 400, code: 'Directory_ExpiredPageToken' } as const;
    bench.simulator.faults.add({ ...link, path: '/v1.0/groups/*skiptoken*', times: 1, after: 1 });
  };
  const stateAfter = async (run: Run) => {
    const teammates: unknown[] = [];
    for await (const batch of bench.repositories.teammates.scan(bench.tenantId))
      teammates.push(...batch.map(({ id, status, profile, scope }) => ({ id, status, profile, scope })));
    const history = await bench.repositories.runChanges.pageOfRun(bench.tenantId, run.id, { limit: 200 });
    return {
      teammates,
      history: history.items.map(({ teammateId, action, changes }) => ({ teammateId, action, changes })),
      counts: run.counts,
      applied: run.progress.applied,
      status: run.status,
    };
  };
  const newest = async (): Promise<Run> => {
    const { items } = await bench.repositories.runs.page(bench.tenantId, { limit: 5 });
    const open = items.find(({ finishedAt }) => finishedAt === null);
    if (open === undefined) throw new Error('There is no unfinished run.');
    return open;
  };

  test('goes on afterwards and ends as if it had never died, with every person in the history once', async () => {
    await begin();
    const undisturbed = crashAfter(bench.repositories, Number.POSITIVE_INFINITY);
    const wanted = await stateAfter(await bench.sync(second, { repositories: undisturbed.repositories }));
    expect(wanted.counts).toMatchObject({ add: 8, update: 1, disable: 3 });
    expect(wanted.history).toHaveLength(12);
    expect(undisturbed.count()).toBeGreaterThan(15);
    for (let at = 1; at <= undisturbed.count(); at += 1) {
      await begin();
      const { repositories } = crashAfter(bench.repositories, at);
      await expect(bench.sync(second, { repositories })).rejects.toThrow(Crash);
      const { id } = await newest();
      const found = await stateAfter(await bench.sync(second, { resume: id }));
      expect({ at, ...found }).toEqual({ at, ...wanted });
    }
  });

  test('a directory that changed while it was dead is caught up with, and nobody who stayed is lost', async () => {
    const scenario = fc.record({
      directory: anyDirectory,
      selection: anySelection,
      mutations: fc.array(anyMutation, { maxLength: 10 }),
      at: fc.integer({ min: 2, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ directory, selection, mutations, at }) => {
        const expected = () => expectedTeammates(bench.simulator.directory, selection);
        await bench.begin(directory);
        await bench.sync(selection);
        const always = new Set(expected().keys());
        const { repositories } = crashAfter(bench.repositories, at);
        const survived = await bench.sync(selection, { repositories }).catch((error: unknown) => error);
        for (const mutation of mutations) {
          mutation(bench.simulator.directory);
          for (const id of always) if (!expected().has(id)) always.delete(id);
        }
        const resumed = survived instanceof Crash ? { resume: (await newest()).id } : {};
        const run = await bench.sync(selection, resumed);
        const { items } = await bench.repositories.runChanges.pageOfRun(bench.tenantId, run.id, { limit: 200 });
        expect(items.filter(({ action, teammateId }) => action === 'disable' && always.has(teammateId))).toEqual([]);
        await bench.sync(selection);
        const active = new Set<string>();
        for await (const batch of bench.repositories.teammates.scan(bench.tenantId))
          for (const { id, status } of batch) if (status === 'active') active.add(id);
        expect(active).toEqual(new Set(expected().keys()));
      }),
      { numRuns: runsOn(isThorough ? 25 : 4) },
    );
  });
});
