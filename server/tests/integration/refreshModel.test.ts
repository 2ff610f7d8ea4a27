import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Fault } from '../../../simulator/faults/faults.ts';
import { defaultSyncSettings, type SyncSettings } from '../../src/domain/settings/syncSettings.ts';
import type { Run } from '../../src/domain/run/run.ts';
import { Crash, crashAfter } from '../support/crashAfter.ts';
import { anyDirectory, anyFaults, anyMutation, anySelection, type Mutation } from '../support/directoryArbitraries.ts';
import { expectedTeammates } from '../support/expectedTeammates.ts';
import { syncModel, type KeptPeople } from '../support/leaverModel.ts';
import { openSyncBench, type SyncBench, type SyncOptions } from '../support/syncBench.ts';
import { runsOn } from '../support/runsOn.ts';

const day = 24 * 60 * 60_000;
/** Faults make a run last for minutes of the simulated clock; days are told apart by hours, so that no date is a tie. */
const slack = 5 * 60 * 60_000;

/** How many histories; `npm run soak` asks for thousands. */
const histories = Number(process.env['SOAK_HISTORIES'] ?? runsOn(12));

interface Step {
  readonly days: number;
  readonly mutations: readonly Mutation[];
  readonly during: readonly Mutation[];
  readonly mode: Run['mode'];
  readonly faults: readonly Fault[];
  /** Dies at this write and is resumed; 0 does not die. */
  readonly crashAt: number;
}

const anySettings: fc.Arbitrary<SyncSettings> = fc
  .record({ autoDisable: fc.boolean(), autoRemove: fc.boolean(), removeAfterDays: fc.integer({ min: 1, max: 20 }) })
  .map((change) => ({ ...defaultSyncSettings, ...change }));

const anyStep: fc.Arbitrary<Step> = fc.record({
  days: fc.constantFrom(0, 0, 0, 1, 3, 8, 15, 31),
  mutations: fc.array(anyMutation, { maxLength: 8 }),
  during: fc.array(anyMutation, { maxLength: 4 }),
  mode: fc.constantFrom('refresh' as const, 'refresh' as const, 'refresh' as const, 'full' as const),
  faults: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: anyFaults }),
  crashAt: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) },
  ),
});

const history = fc.record({
  directory: anyDirectory,
  selection: anySelection,
  settings: anySettings,
  steps: fc.array(anyStep, { minLength: 1, maxLength: 7 }),
  behaviour: fc.record({
    emptyPages: fc.integer({ min: 0, max: 2 }),
    replays: fc.integer({ min: 0, max: 4 }),
    deltaPageSize: fc.integer({ min: 1, max: 5 }),
    deltaMembersPerPage: fc.integer({ min: 1, max: 4 }),
  }),
});

describe('a tenant that is followed for years', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 3 });
  });
  afterAll(() => bench.close());

  const apply = (mutations: readonly Mutation[]): void => {
    for (const mutation of mutations) mutation(bench.simulator.directory);
  };
  const kept = async () => {
    const found = new Map<string, { status: string; isInScope: boolean }>();
    for await (const batch of bench.repositories.teammates.scan(bench.tenantId)) {
      for (const { id, status, scope } of batch) found.set(id, { status, isInScope: scope.inScope });
    }
    return found;
  };
  const profiles = async () => {
    const found = new Map<string, unknown>();
    for await (const batch of bench.repositories.teammates.scan(bench.tenantId)) {
      for (const { id, scope, profile } of batch) if (scope.inScope) found.set(id, { ...profile });
    }
    return found;
  };
  /** Runs to the end, through a death and a resurrection where there is one. */
  const follow = async (
    selection: Parameters<SyncBench['sync']>[0],
    options: SyncOptions,
    crashAt: number,
  ): Promise<Run> => {
    if (crashAt === 0) return bench.sync(selection, options);
    try {
      return await bench.sync(selection, {
        ...options,
        repositories: crashAfter(bench.repositories, crashAt).repositories,
      });
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      const active = await bench.repositories.runs.active(bench.tenantId, 'sync');
      return active === null
        ? bench.sync(selection, options)
        : bench.sync(selection, { ...options, resume: active.id });
    }
  };

  test('ends, after any history, with whom the model says, in the status it says', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ directory, selection, settings, steps, behaviour }) => {
        await bench.begin(directory);
        Object.assign(bench.simulator.behaviour, behaviour);
        await bench.sync(selection, { settings });
        let model: KeptPeople = new Map();
        const expectModel = async (): Promise<void> => {
          const wanted = expectedTeammates(bench.simulator.directory, selection);
          model = syncModel(model, wanted, { settings, now: bench.simulator.clock.now() });
          const told = [...model].map(([id, { status, isInScope }]) => [id, { status, isInScope }] as const);
          expect(await kept()).toEqual(new Map(told));
          expect(await profiles()).toEqual(wanted);
        };
        await expectModel();
        for (const { days, mutations, during, mode, faults, crashAt } of steps) {
          if (days > 0) bench.simulator.clock.advance(days * day + slack);
          apply(mutations);
          bench.simulator.faults.clear();
          for (const fault of faults) bench.simulator.faults.add(fault);
          const left = [...during];
          const onCall: SyncOptions['onCall'] = () => {
            apply(left.splice(0, 1));
          };
          if (left.length > 0) {
            await follow(selection, { mode, settings, onCall }, crashAt);
            bench.simulator.faults.clear();
            model = syncModelOf(model, await kept());
          }
          const run = await follow(selection, { mode, settings }, left.length > 0 ? 0 : crashAt);
          bench.simulator.faults.clear();
          expect(run.status).toBe('succeeded');
          await expectModel();
        }
      }),
      { numRuns: histories },
    );
  }, 600_000);

  /** What changed in the middle of a run may have been seen or not; the model takes over what the run made of it. */
  const syncModelOf = (model: KeptPeople, now: Awaited<ReturnType<typeof kept>>): KeptPeople =>
    new Map(
      [...now].map(([id, { status, isInScope }]) => {
        const before = model.get(id);
        const since = before?.status === status ? before.since : bench.simulator.clock.now();
        return [id, { status: status as 'active' | 'disabled' | 'removed', isInScope, since }];
      }),
    );
});
