import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isExtended } from '../../../src/domain/directory/extendedAttributes.ts';
import type { Selection } from '../../../src/domain/scope/selection.ts';
import {
  anyDirectory,
  anyFaults,
  anyMutation,
  anyReading,
  userIds,
  type Mutation,
} from '../../support/people/directoryArbitraries.ts';
import { expectedTeammates, type Profile } from '../../support/people/expectedTeammates.ts';
import { openSyncBench, type SyncBench, type SyncOptions } from '../../support/sync/syncBench.ts';
import { isThorough } from '../../support/isThorough.ts';
import { runsOn } from '../../support/processes/runsOn.ts';

type OnCall = NonNullable<SyncOptions['onCall']>;

/** One that is blank, and one that was not asked for, say the same. */
const withoutBlankExtended = (profile: object): Profile =>
  Object.fromEntries(Object.entries(profile).filter(([name, value]) => value !== null || !isExtended(name)));

describe('an import against a second opinion', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 3 });
  });
  afterAll(() => bench.close());

  const active = async (): Promise<ReadonlyMap<string, Profile>> => {
    const found = new Map<string, Profile>();
    for await (const batch of bench.repositories.teammates.scan(bench.tenantId))
      for (const { id, status, profile } of batch)
        if (status === 'active') found.set(id, withoutBlankExtended(profile));
    return found;
  };
  const expected = (selection: Selection) => expectedTeammates(bench.simulator.directory, selection);
  const upset = (faults: readonly Parameters<typeof bench.simulator.faults.add>[0][]) => {
    bench.simulator.faults.clear();
    for (const fault of faults) bench.simulator.faults.add(fault);
  };
  const apply = (mutations: readonly Mutation[]): void => {
    for (const mutation of mutations) mutation(bench.simulator.directory);
  };
  /** Some changes at each question to the directory, from the second on. */
  const throughout = (mutations: readonly Mutation[], perCall: number): OnCall => {
    const left = [...mutations];
    let isFirst = true;
    return () => {
      if (!isFirst) apply(left.splice(0, perCall));
      isFirst = false;
    };
  };
  /** Some at each question while it lists, what is left just before it begins to catch up, and then none. */
  const whileListing = (mutations: readonly Mutation[], perCall: number): OnCall => {
    const left = [...mutations];
    let isFirst = true;
    return (call) => {
      if (!isFirst) apply(left.splice(0, call === 'readChanges' ? left.length : perCall));
      isFirst = false;
      if (call === 'readChanges') left.length = 0;
    };
  };
  const behaviours = fc.record({
    emptyPages: fc.integer({ min: 0, max: 2 }),
    replays: fc.integer({ min: 0, max: 6 }),
    replaysRemovals: fc.boolean(),
    deltaPageSize: fc.integer({ min: 1, max: 5 }),
    deltaMembersPerPage: fc.integer({ min: 1, max: 4 }),
  });
  const scenario = fc.record({
    directory: anyDirectory,
    before: anyReading,
    selection: anyReading,
    mutations: fc.array(anyMutation, { maxLength: 30 }),
    perCall: fc.integer({ min: 0, max: 4 }),
    faults: anyFaults,
    behaviour: behaviours,
  });

  test('whatever changes while it lists and whatever passes over the line, it ends with exactly whom it should', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ directory, before, selection, mutations, perCall, faults, behaviour }) => {
        await bench.begin(directory);
        Object.assign(bench.simulator.behaviour, behaviour);
        await bench.sync(before);
        expect(await active()).toEqual(expected(before));
        upset(faults);
        await bench.sync(selection, { onCall: whileListing(mutations, perCall) });
        upset([]);
        expect(await active()).toEqual(expected(selection));
      }),
      { numRuns: runsOn(isThorough ? 24 : 8) },
    );
  });

  test('changes at any moment, also while it catches up, lose nobody who belonged here all the time', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ directory, selection, mutations, perCall, faults, behaviour }) => {
        await bench.begin(directory);
        Object.assign(bench.simulator.behaviour, behaviour);
        await bench.sync(selection);
        const always = new Set(expected(selection).keys());
        const watched = mutations.map((mutation): Mutation => (changed) => {
          mutation(changed);
          const now = expected(selection);
          for (const id of always) if (!now.has(id)) always.delete(id);
        });
        upset(faults);
        const run = await bench.sync(selection, { onCall: throughout(watched, perCall) });
        upset([]);
        for (const id of userIds) {
          const { items } = await bench.repositories.runChanges.pageOfTeammate(bench.tenantId, id, { limit: 50 });
          const lost = items.filter(({ runId, action }) => runId === run.id && action === 'disable');
          expect([id, always.has(id) && lost.length > 0]).toEqual([id, false]);
        }
        const last = await bench.sync(selection);
        expect(await active()).toEqual(expected(selection));
        const { add, update, enable, disable } = (await bench.sync(selection)).counts;
        expect({ last: last.status, add, update, enable, disable }).toEqual({
          last: 'succeeded',
          add: 0,
          update: 0,
          enable: 0,
          disable: 0,
        });
      }),
      { numRuns: runsOn(isThorough ? 16 : 6) },
    );
  });
});
