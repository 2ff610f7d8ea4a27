import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultSyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import { noCounts } from '../../../src/domain/plan/plan.ts';
import type { Run, RunChange } from '../../../src/domain/run/run.ts';
import type { LeaseStore } from '../../../src/ports/lease.ts';
import type { Repositories } from '../../../src/ports/repositories.ts';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { openLeaseStore } from '../../../src/storage/openLeaseStore.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openHistorySweep } from '../../../src/sync/history/openHistorySweep.ts';
import { auditEntry, planEntry, run, runChange, teammate } from '../../contract/support/samples.ts';
import { openTestStore, type TestStore } from '../../support/sync/testStore.ts';

const day = 24 * 60 * 60_000;
const tenant = 'contoso';

describe('history that is old', () => {
  let store: TestStore;
  let engine: StorageEngine;
  let repositories: Repositories;
  let leases: LeaseStore;
  let now: number;
  const clock = { now: () => new Date(now), sleep: () => setImmediate() };
  const daysAgo = (days: number): string => new Date(now - days * day).toISOString();

  beforeEach(async () => {
    now = Date.parse('2026-11-01T12:00:00Z');
    store = openTestStore();
    engine = await store.open();
    repositories = openRepositories(engine);
    leases = openLeaseStore(engine, clock);
  });
  afterEach(async () => {
    await engine.close();
    await store.remove();
  });

  const done = (id: string, days: number, fields: Partial<Run> = {}): Promise<unknown> =>
    repositories.runs.add(tenant, run(id, { status: 'succeeded', startedAt: daysAgo(days), ...fields }));
  const changed = (runId: string, days: number, fields: Partial<RunChange> = {}): Promise<void> =>
    repositories.runChanges.add(tenant, [runChange(runId, 'ada', { at: daysAgo(days), ...fields })]);
  const field = (name: 'city' | 'jobTitle', to: string) => ({ field: name, old: null, new: to });
  const historyOf = async (who = 'ada') =>
    (await repositories.runChanges.pageOfTeammate(tenant, who, { limit: 1000 })).items;
  const runIds = async (): Promise<readonly string[]> =>
    (await repositories.runs.page(tenant, { limit: 1000 })).items.map(({ id }) => id);
  /** As many turns as a round takes; a server that was just started each time. */
  const sweep = async (): Promise<number> => {
    for (let turns = 1; ; turns += 1) {
      await openHistorySweep({ repositories, leases, clock })(tenant);
      const round = await repositories.historyRounds.get(tenant);
      if (round === null || round.finishedAt !== null) return turns;
    }
  };

  test('goes, but for the last change of each field of a teammate and the runs that led there', async () => {
    await repositories.teammates.save(tenant, [teammate('ada')]);
    for (const [id, days] of [
      ['first', 500],
      ['second', 450],
      ['third', 420],
      ['recent', 10],
    ] as const) {
      await done(id, days);
    }
    await changed('first', 500, { action: 'add', changes: [field('city', 'Oldtown'), field('jobTitle', 'Clerk')] });
    await changed('second', 450, { changes: [field('city', 'Middletown')] });
    await changed('third', 420, { changes: [field('city', 'Newtown')] });
    await sweep();
    expect((await historyOf()).map(({ runId, changes }) => [runId, changes.map((each) => each.new)])).toEqual([
      ['third', ['Newtown']],
      ['first', ['Clerk']],
    ]);
    expect(await runIds()).toEqual(['recent', 'third', 'first']);
    await changed('recent', 10, { changes: [field('city', 'Hereabouts'), field('jobTitle', 'Head')] });
    now += 2 * day;
    await sweep();
    expect((await historyOf()).map(({ runId }) => runId)).toEqual(['recent', 'first']);
    expect(await runIds()).toEqual(['recent', 'first']);
  });

  test('of people who are no teammates any more goes whole, and cannot be found in the database', async () => {
    const name = 'Zebedee Quillfeather';
    await changed('old', 401, {
      action: 'remove',
      displayName: name,
      changes: [field('city', 'Zzyzxville')],
      teammateId: 'gone',
    });
    await done('old', 401);
    await done('preview', 401, { kind: 'preview' });
    await repositories.planEntries.add(tenant, 'preview', [planEntry('gone', { displayName: name })]);
    await repositories.scrub();
    expect((await store.bytes()).includes('Quillfeather')).toBe(true);
    await sweep();
    const bytes = await store.bytes();
    for (const trace of ['Quillfeather', 'quillfeather', 'Zzyzxville'])
      expect([trace, bytes.includes(trace)]).toEqual([trace, false]);
    // The last sync.
    expect(await runIds()).toEqual(['old']);
  });

  test('stays for as long as the tenant wants, to the day', async () => {
    await repositories.settings.save(tenant, { ...defaultSyncSettings, historyDays: 30 }, 0);
    await changed('a', 30, { teammateId: 'gone' });
    await changed('b', 30.001, { teammateId: 'gone' });
    await sweep();
    expect((await historyOf('gone')).map(({ runId }) => runId)).toEqual(['a']);
  });

  test('keeps the last sync, the last that succeeded, those under way and those that hold somebody', async () => {
    const held = { state: 'held', runId: 'holds', at: daysAgo(600) } as const;
    await repositories.teammates.save(tenant, [teammate('ada', {}, { departure: held })]);
    await done('holds', 600, { counts: { ...noCounts, hold: 1 } });
    await done('held once', 590, { counts: { ...noCounts, hold: 1 } });
    await done('preview', 580, { kind: 'preview' });
    await done('succeeded', 560);
    await done('failed', 550, { status: 'failed' });
    await done('last', 540, { status: 'failed' });
    await repositories.runs.add(
      tenant,
      run('under way', { status: 'reading', kind: 'preview', startedAt: daysAgo(700) }),
    );
    await sweep();
    expect(await runIds()).toEqual(['last', 'succeeded', 'holds', 'under way']);
  });

  test('goes in turns of bounded work, each going on where the last one ended, and then rests for a day', async () => {
    const people = Array.from({ length: 450 }, (_, index) => `p${index}`);
    await repositories.teammates.save(
      tenant,
      people.slice(0, 100).map((id) => teammate(id)),
    );
    await repositories.runChanges.add(
      tenant,
      people.map((id) => runChange('r', id, { at: daysAgo(500) })),
    );
    expect(await sweep()).toBe(4);
    expect((await repositories.runChanges.pageOldest(tenant, { limit: 1000 })).items).toHaveLength(100);
    await changed('r', 499, { teammateId: 'late' });
    await openHistorySweep({ repositories, leases, clock })(tenant);
    expect(await historyOf('late')).toHaveLength(1);
    now += day;
    await sweep();
    expect(await historyOf('late')).toEqual([]);
  });

  test('takes who did what with it, in turns too', async () => {
    const add = (id: string, days: number) =>
      repositories.audit.add(
        tenant,
        auditEntry(id, { at: daysAgo(days), person: { id: 'ada', displayName: 'Umbersnatch' } }),
      );
    for (let at = 0; at < 501; at += 1) await add(`old${String(at)}`, 401);
    await repositories.audit.add(tenant, auditEntry('recent', { at: daysAgo(399) }));
    expect(await sweep()).toBe(3);
    expect((await repositories.audit.page(tenant, { limit: 1000 })).items.map(({ id }) => id)).toEqual(['recent']);
    expect((await store.bytes()).includes('Umbersnatch')).toBe(false);
  });

  test('waits while a sync is under way, and writes nothing where nothing is old', async () => {
    await changed('r', 399, { teammateId: 'gone' });
    await sweep();
    expect(await repositories.historyRounds.get(tenant)).toBeNull();
    now += 2 * day;
    await repositories.runs.add(tenant, run('sync', { status: 'applying' }));
    const lease = await leases.acquire(tenant, 'run-sync', 60_000);
    await openHistorySweep({ repositories, leases, clock })(tenant);
    expect(await historyOf('gone')).toHaveLength(1);
    await leases.release(tenant, lease!);
    await sweep();
    expect(await historyOf('gone')).toEqual([]);
  });
});
