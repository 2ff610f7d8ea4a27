import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Fault } from '../../../../simulator/faults/faults.ts';
import { defaultSyncSettings, type SyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import type { Selection } from '../../../src/domain/scope/selection.ts';
import type { Run } from '../../../src/domain/run/run.ts';
import { Crash, crashAfter } from '../../support/processes/crashAfter.ts';
import {
  anyDirectory,
  anyFaults,
  anyMutation,
  anyOmission,
  anySpoilt,
  type Mutation,
  type Spoilt,
} from '../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../support/people/expectedTeammates.ts';
import { expectedFindings } from '../../support/people/expectedFindings.ts';
import { syncModel, type KeptPeople } from '../../support/people/leaverModel.ts';
import { openSyncBench, type SyncBench, type SyncOptions } from '../../support/sync/syncBench.ts';
import { isThorough } from '../../support/isThorough.ts';
import { runsOn } from '../../support/processes/runsOn.ts';

const day = 24 * 60 * 60_000;
/** Faults make a run last for minutes of the simulated clock; days are told apart by hours, so that no date is a tie. */
const slack = 5 * 60 * 60_000;

/** How many histories; `npm run soak` asks for thousands. */
const soak = process.env['SOAK_HISTORIES'];
const histories = Number(soak ?? runsOn(isThorough ? 12 : 3));

interface Step {
  readonly days: number;
  readonly mutations: readonly Mutation[];
  readonly during: readonly Mutation[];
  readonly mode: Run['mode'];
  readonly faults: readonly Fault[];
  /** Read unreadably, all through one more sync; afterwards readable again, or deleted. */
  readonly spoilt: { readonly who: Spoilt; readonly isDeletedAfter: boolean } | null;
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
  spoilt: fc.option(fc.record({ who: anySpoilt, isDeletedAfter: fc.boolean() }), { freq: 2 }),
  crashAt: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) },
  ),
});

const history = fc.record({
  directory: anyDirectory,
  selection: anyOmission,
  settings: anySettings,
  first: fc.option(anySpoilt, { freq: 2 }),
  steps: fc.array(anyStep, { minLength: 1, maxLength: 7 }),
  behaviour: fc.record({
    emptyPages: fc.integer({ min: 0, max: 2 }),
    replays: fc.integer({ min: 0, max: 6 }),
    replaysRemovals: fc.boolean(),
    deltaPageSize: fc.integer({ min: 1, max: 5 }),
    deltaMembersPerPage: fc.integer({ min: 1, max: 4 }),
  }),
});

const findings = ({ warnings }: Run): readonly string[] =>
  warnings
    .filter(({ code }) => /-(?:gone|empty)$/.test(code))
    .map(({ code, id }) => `${code} ${id}`)
    .sort();

describe('a tenant that is followed for years', () => {
  let bench: SyncBench;
  const tally = { histories: 0, syncs: 0, faults: 0, kills: 0 };
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 3 });
  });
  afterAll(async () => {
    if (soak !== undefined) process.stderr.write(`${JSON.stringify(tally)}\n`);
    await bench.close();
  });

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
    tally.syncs += 1;
    if (crashAt === 0) return bench.sync(selection, options);
    try {
      return await bench.sync(selection, {
        ...options,
        repositories: crashAfter(bench.repositories, crashAt).repositories,
      });
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      tally.kills += 1;
      const active = await bench.repositories.runs.active(bench.tenantId, 'sync');
      return active === null
        ? bench.sync(selection, options)
        : bench.sync(selection, { ...options, resume: active.id });
    }
  };

  const deleteIfThere = (id: string): boolean => {
    const { directory } = bench.simulator;
    const isThere = directory.findUser(id) !== undefined;
    if (isThere) directory.softDeleteUser(id);
    return isThere;
  };

  interface Unreadably {
    readonly model: KeptPeople;
    readonly selection: Selection;
    readonly settings: SyncSettings;
    readonly mode: Run['mode'];
  }

  /**
   * One bad element costs that element: everybody else is as the model says, and whoever should be here and was is here.
   * Without an id it could be anybody, so nobody who is missing from that listing leaves by it unless an admin agrees.
   */
  const syncUnreadably = async (who: Spoilt, { model, selection, settings, mode }: Unreadably): Promise<KeptPeople> => {
    const before = await kept();
    bench.simulator.faults.add({ kind: 'spoil', ...who });
    // Who may be anybody is held, and nobody has agreed to let them go.
    const approval = who.property === 'id' ? { approvedDepartures: 0 } : {};
    expect((await bench.sync(selection, { mode, settings, ...approval })).status).toBe('succeeded');
    bench.simulator.faults.clear();
    const wanted = expectedTeammates(bench.simulator.directory, selection);
    const after = await kept();
    const mustStay = (id: string) => id !== who.id || before.get(id)?.status === 'active';
    const lost = [...wanted.keys()].filter((id) => mustStay(id) && after.get(id)?.status !== 'active');
    expect({ who, lost }).toEqual({ who, lost: [] });
    if (who.property !== 'id') {
      const told = syncModel(model, wanted, { settings, now: bench.simulator.clock.now() });
      expect(statesWithout(who.id, after)).toEqual(statesWithout(who.id, told));
    }
    return syncModelOf(model, after);
  };

  /** What nobody could read is told again by a comparison of everybody; that they are gone, by any sync. */
  const passUnreadable = async (
    { who, isDeletedAfter }: NonNullable<Step['spoilt']>,
    facts: Unreadably,
  ): Promise<KeptPeople> => {
    const model = await syncUnreadably(who, facts);
    const isGone = isDeletedAfter && deleteIfThere(who.id);
    if (!isGone || who.property === 'id') await bench.sync(facts.selection, { settings: facts.settings });
    return model;
  };

  const statesWithout = (
    left: string,
    people: ReadonlyMap<string, { readonly status: string; readonly isInScope: boolean }>,
  ): ReadonlyMap<string, unknown> =>
    new Map(
      [...people].filter(([id]) => id !== left).map(([id, { status, isInScope }]) => [id, { status, isInScope }]),
    );

  test(
    'ends, after any history, with whom the model says, in the status it says',
    async () => {
      await fc.assert(
        fc.asyncProperty(history, async ({ directory, selection, settings, first, steps, behaviour }) => {
          await bench.begin(directory);
          tally.histories += 1;
          Object.assign(bench.simulator.behaviour, behaviour);
          let model: KeptPeople = new Map();
          if (first !== null) model = await syncUnreadably(first, { model, selection, settings, mode: 'full' });
          await bench.sync(selection, { settings });
          const expectModel = async (): Promise<void> => {
            const wanted = expectedTeammates(bench.simulator.directory, selection);
            model = syncModel(model, wanted, { settings, now: bench.simulator.clock.now() });
            const told = [...model].map(([id, { status, isInScope }]) => [id, { status, isInScope }] as const);
            expect(await kept()).toEqual(new Map(told));
            expect(await profiles()).toEqual(wanted);
          };
          await expectModel();
          for (const { days, mutations, during, mode, faults, spoilt, crashAt } of steps) {
            if (days > 0) bench.simulator.clock.advance(days * day + slack);
            apply(mutations);
            bench.simulator.faults.clear();
            if (spoilt !== null) model = await passUnreadable(spoilt, { model, selection, settings, mode });
            for (const fault of faults) bench.simulator.faults.add(fault);
            tally.faults += faults.length;
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
            expect(findings(run)).toEqual(expectedFindings(bench.simulator.directory, selection));
            await expectModel();
          }
        }),
        { numRuns: histories },
      );
    },
    Math.max(600_000, histories * 60_000),
  );

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
