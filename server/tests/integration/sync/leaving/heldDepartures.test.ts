import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { RunMode } from '../../../../src/domain/run/run.ts';
import { countActivity } from '../../../../src/domain/run/activity.ts';
import { removalDue } from '../../../../src/domain/teammate/removalDue.ts';
import { defaultSyncSettings } from '../../../../src/domain/settings/syncSettings.ts';
import { decideHeld } from '../../../../src/sync/teammates/decideHeld.ts';
import { isThorough } from '../../../support/isThorough.ts';
import { userIds } from '../../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../../support/people/expectedTeammates.ts';
import { decideModel, syncModel, type KeptPeople } from '../../../support/people/leaverModel.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { runsOn } from '../../../support/processes/runsOn.ts';
import { Crash, crashAfter } from '../../../support/processes/crashAfter.ts';
import { directoryOf, openSyncBench, type SyncBench, type SyncOptions } from '../../../support/sync/syncBench.ts';

const day = 24 * 60 * 60_000;
const person = (at: number): string => userIds[at] ?? '';
const base = sampleSelection({ everyone: true });
const selection = { ...base, filters: { ...base.filters, enabledAccountsOnly: true } };
/** Two may leave at once. */
const settings = { ...defaultSyncSettings, autoRemove: true, removeAfterDays: 7, guard: { count: 2, percent: 0 } };

describe('departures that are held', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 5 });
  });
  beforeEach(async () => {
    await begin();
  });
  afterAll(() => bench.close());

  const begin = async (): Promise<void> => {
    await bench.begin(directoryOf({ users: numberedPeople() }));
    await bench.sync(selection, { settings });
  };
  const sync = (mode: RunMode, approvedDepartures = 0, options: SyncOptions = {}) =>
    bench.sync(selection, { mode, approvedDepartures, settings, ...options });
  const change = (at: number, values: { readonly accountEnabled?: boolean; readonly jobTitle?: string }): void => {
    bench.simulator.directory.updateUser(person(at), values);
  };
  const leave = (...people: readonly number[]): void => {
    for (const at of people) change(at, { accountEnabled: false });
  };
  const standing = async (at: number) => {
    const found = await bench.repositories.teammates.get(bench.tenantId, person(at));
    return found?.departure?.state ?? found?.status;
  };
  const decide = async (decision: 'approve' | 'discard', at: number): Promise<void> => {
    const { repositories, tenantId } = bench;
    const found = await repositories.teammates.get(tenantId, person(at));
    const runId = found?.departure?.state === 'held' ? found.departure.runId : '';
    await decideHeld(deskOf(bench), { tenantId, runId, decision, teammateIds: [person(at)], by: 'Admin' });
  };

  test('stay held through every change of the person and every comparison of everybody', async () => {
    leave(0, 1, 2);
    expect((await sync('refresh')).counts).toMatchObject({ hold: 3, disable: 0 });
    change(0, { jobTitle: 'Lead' });
    await sync('refresh');
    await sync('full');
    expect(await Promise.all([0, 1, 2].map(standing))).toEqual(['held', 'held', 'held']);
    change(2, { accountEnabled: true });
    expect((await sync('full')).counts).toMatchObject({ hold: 0, disable: 0 });
    expect(await Promise.all([0, 1, 2].map(standing))).toEqual(['held', 'held', 'active']);
  });

  test('are kept current: whoever waits has today’s profile from the run on that holds them', async () => {
    change(0, { jobTitle: 'Lead' });
    leave(0, 1, 2);
    await sync('refresh');
    const { profile } = (await bench.repositories.teammates.get(bench.tenantId, person(0))) ?? {};
    expect(profile).toMatchObject({ accountEnabled: false, jobTitle: 'Lead' });
    expect((await sync('full')).counts).toMatchObject({ update: 0, hold: 0, disable: 0 });
  });

  test('are counted by the run that held them as what became of them', async () => {
    leave(0, 1, 2);
    const { id } = await sync('refresh');
    await decide('approve', 0);
    await decide('discard', 1);
    const { repositories, tenantId } = bench;
    expect((await repositories.runs.get(tenantId, id))?.value.counts).toMatchObject({ hold: 2, disable: 1 });
    const { items } = await repositories.runChanges.pageOfRun(tenantId, id, { limit: 10 });
    expect(items.map(({ action }) => action).toSorted()).toEqual(['disable', 'hold', 'hold']);
  });

  test('leave on the day on which an admin lets them go, in the chart and for the days until they are removed', async () => {
    leave(0, 1, 2);
    const { id, startedAt } = await sync('refresh');
    bench.simulator.clock.advance(3 * day);
    await decide('approve', 0);
    const { repositories, tenantId } = bench;
    const { letDepartures = [] } = (await repositories.syncStates.get(tenantId)).value;
    expect(letDepartures).toEqual([{ runId: id, at: expect.any(String), left: 1 }]);
    const now = new Date(letDepartures[0]?.at ?? '');
    const held = await repositories.runs.get(tenantId, id);
    const days = countActivity(
      { runs: held === null ? [] : [held.value], letDepartures },
      { span: 'month', now, timeZone: 'UTC' },
    );
    expect(days.at(-1)).toMatchObject({ at: now.toISOString().slice(0, 10), left: 1, held: 0 });
    expect(days.find(({ at }) => at === startedAt.slice(0, 10))).toMatchObject({ left: 0, held: 2 });
    const decided = await repositories.teammates.get(tenantId, person(0));
    expect(decided === null ? null : removalDue(decided, settings)).toEqual(new Date(now.getTime() + 7 * day));
  });

  test('stay discarded through every change of the person, until they come back', async () => {
    leave(0, 1, 2);
    await sync('refresh');
    await decide('discard', 0);
    change(0, { jobTitle: 'Lead' });
    await sync('refresh');
    await sync('full');
    expect(await standing(0)).toBe('kept');
    change(0, { accountEnabled: true });
    await sync('refresh');
    leave(0);
    await sync('refresh');
    expect(await standing(0)).toBe('disabled');
  });

  test.each(['full', 'refresh'] as const)('go on waiting in a %s when fewer were agreed to', async (mode) => {
    leave(0, 1, 2);
    await sync('refresh');
    leave(3);
    const { counts } = await sync(mode, 3);
    expect(counts).toMatchObject({ disable: 1, hold: 0 });
    expect(await Promise.all([0, 1, 2, 3].map(standing))).toEqual(['held', 'held', 'held', 'disabled']);
  });

  test.each(['full', 'refresh'] as const)('take their course in a %s when as many were agreed to', async (mode) => {
    leave(0, 1, 2);
    await sync('refresh');
    expect((await sync(mode, 3)).counts).toMatchObject({ disable: 3, hold: 0 });
    expect(await Promise.all([0, 1, 2].map(standing))).toEqual(['disabled', 'disabled', 'disabled']);
  });

  test('go on waiting when a run that was agreed to for fewer is killed while it applies, and gone on with', async () => {
    leave(0, 1, 2);
    await sync('refresh');
    leave(3);
    for (let write = 1; ; write += 1) {
      const dying = crashAfter(bench.repositories, write).repositories;
      const died = await sync('full', 1, { repositories: dying }).then(
        () => false,
        (error: unknown) => error instanceof Crash,
      );
      const active = await bench.repositories.runs.active(bench.tenantId, 'sync');
      if (active !== null) await bench.sync(selection, { settings, resume: active.id });
      expect(await Promise.all([0, 1, 2, 3].map(standing))).toEqual(['held', 'held', 'held', 'disabled']);
      if (!died) break;
      change(3, { accountEnabled: true });
      await sync('refresh');
      leave(3);
    }
  });

  const anyStep = fc.record({
    days: fc.constantFrom(0, 0, 0, 8),
    changes: fc.array(
      fc.tuple(
        fc.nat({ max: 7 }),
        fc.constantFrom(
          { accountEnabled: false },
          { accountEnabled: true },
          { jobTitle: 'Lead' },
          { jobTitle: 'Head' },
        ),
      ),
      { maxLength: 6 },
    ),
    mode: fc.constantFrom('refresh' as const, 'full' as const),
    approved: fc.constantFrom(0, 0, 1, 2, 3, 5, 8),
    decision: fc.option(fc.tuple(fc.constantFrom('approve' as const, 'discard' as const), fc.nat({ max: 7 }))),
  });

  test('are, after any history, whose the model says', async () => {
    // Whoever was removed for so long that they are forgotten is nobody to both.
    const toldBy = (model: KeptPeople) =>
      new Map(userIds.map((id) => [id, model.get(id)?.departure ?? model.get(id)?.status]));
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), async (steps) => {
        await begin();
        const now = () => bench.simulator.clock.now();
        const wanted = () => expectedTeammates(bench.simulator.directory, selection);
        let model = syncModel(new Map(), wanted(), { settings, now: now() });
        for (const { days, changes, mode, approved, decision } of steps) {
          bench.simulator.clock.advance(days * day);
          for (const [at, values] of changes) change(at, values);
          await sync(mode, approved);
          model = syncModel(model, wanted(), { settings, now: now(), approved });
          const found = await Promise.all(userIds.map(async (id, at) => [id, await standing(at)] as const));
          expect(new Map(found)).toEqual(toldBy(model));
          if (decision === null) continue;
          const [what, at] = decision;
          await decide(what, at);
          model = decideModel(model, { id: person(at), decision: what, now: now() });
        }
      }),
      { numRuns: runsOn(isThorough ? 60 : 10) },
    );
  }, 300_000);
});

/** One process that has its store for itself. */
const deskOf = ({ repositories, simulator }: SyncBench) => {
  const alone = { ...repositories, under: () => repositories };
  const untilAborted = (signal?: AbortSignal) =>
    new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
  return {
    repositories: alone,
    clock: {
      now: () => new Date(simulator.clock.now()),
      sleep: (_milliseconds: number, signal?: AbortSignal) => untilAborted(signal),
    },
    leases: {
      acquire: () => Promise.resolve({ name: 'run-sync', fence: 1 }),
      renew: () => Promise.resolve(true),
      release: () => Promise.resolve(),
    },
  };
};
