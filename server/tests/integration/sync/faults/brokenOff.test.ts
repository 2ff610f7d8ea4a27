import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupIds, userIds } from '../../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../../support/people/expectedTeammates.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { Crash, crashAfter } from '../../../support/processes/crashAfter.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const [one = '', other = ''] = groupIds;
const company = directoryOf({
  users: numberedPeople({ jobTitle: 'Engineer' }),
  groups: [
    { id: one, displayName: 'One', memberIds: userIds.slice(0, 6) },
    { id: other, displayName: 'Other', memberIds: userIds.slice(4, 10) },
  ],
});
const picked = (id: string) => sampleSelection({ groups: [{ id, displayName: id }] });

let bench: SyncBench;
beforeAll(async () => {
  bench = await openSyncBench({ pageSize: 3 });
});
afterAll(() => bench.close());

const active = () => activeTeammates(bench);

/** As an admin does who thought better of it. */
const cancelRun = async (): Promise<void> => {
  const { runs } = bench.repositories;
  const { id } = (await runs.active(bench.tenantId, 'sync'))!;
  const { value, revision } = (await runs.get(bench.tenantId, id))!;
  const ended = { status: 'cancelled', cancelRequested: true, finishedAt: value.startedAt } as const;
  await runs.save(bench.tenantId, { ...value, ...ended }, revision);
};

/** A sync of the other selection dies at that write and is given up; how many writes there were without one. */
const breakOff = async (atWrite: number): Promise<number> => {
  await bench.begin(company);
  await bench.sync(picked(one));
  const crash = crashAfter(bench.repositories, atWrite);
  const broken = bench.sync(picked(other), { repositories: crash.repositories });
  if (atWrite === Infinity) await broken;
  else {
    await expect(broken).rejects.toBeInstanceOf(Crash);
    await cancelRun();
  }
  return crash.count();
};

test('a sync of another selection that was broken off, at whatever write, is undone by the next refresh of the one before', async () => {
  const writes = await breakOff(Infinity);
  const reached: boolean[] = [];
  for (let atWrite = 1; atWrite <= writes; atWrite += 1) {
    await breakOff(atWrite);
    const checkpoint = await bench.repositories.checkpoints.get(bench.tenantId);
    if (checkpoint?.selection.groups[0]?.id !== one) continue;
    reached.push(checkpoint.isOvertaken === true);
    const run = await bench.sync(picked(one), { mode: 'refresh' });
    expect({ atWrite, ...run }).toMatchObject({ status: 'succeeded', mode: 'refresh' });
    expect(await active()).toEqual(expectedTeammates(bench.simulator.directory, picked(one)));
    const after = await bench.repositories.checkpoints.get(bench.tenantId);
    expect(after?.isOvertaken).toBeUndefined();
  }
  // Before it applied anything there was nothing to undo.
  expect(new Set(reached)).toEqual(new Set([false, true]));
});
