import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { StorageEngine } from '../../../../src/storage/collection.ts';
import { leases, replicas, schemaStates, systemTenant } from '../../../../src/storage/declare/systemCollections.ts';
import { onlyId } from '../../../../src/storage/keys/onlyId.ts';
import type { Replica } from '../../../../src/storage/migrate/joinStore.ts';
import { keysMigration } from '../../../../src/storage/migrate/keysMigration.ts';
import type { Migration } from '../../../../src/storage/migrations.ts';
import { openRecordingLogger } from '../../../support/sync/recordingLogger.ts';
import { type ContractTarget, type OpenedStore, runsOnTarget } from '../../support/targets/contractTarget.ts';
import { histories, openCast } from '../../support/replicaCast.ts';
import { emptyStore, joinAs, newShapes, notesOf, openClock, rewriteNotes, tenants } from '../../support/migrating.ts';
import { shoutedThings, thing, things } from '../../support/things.ts';

const minute = 60_000;

export const migrationClauses = (target: ContractTarget): void => {
  describe('replicas and migrations', () => {
    let store: OpenedStore;
    let other: StorageEngine;
    const joined: Replica[] = [];
    const clock = openClock();
    const logger = openRecordingLogger();
    beforeAll(async () => {
      store = await target.open([things, leases, schemaStates, replicas]);
      other = await store.openAnother();
    });
    afterEach(async () => {
      await Promise.all(joined.splice(0).map((member) => member.leave()));
      await emptyStore(store.engine);
    });
    afterAll(() => store.remove());

    const join = async (
      product: string,
      migrations: readonly Migration[],
      engine: StorageEngine = store.engine,
    ): Promise<Replica> => {
      const member = await joinAs({ engine, clock, logger, release: { product, migrations } });
      joined.push(member);
      return member;
    };
    const writeOld = async (): Promise<void> => {
      for (const tenant of tenants) {
        const puts = ['a', 'b', 'c'].map((id) => ({ put: thing(id, { note: 'old' }) }));
        await store.engine.collection(things).write(tenant, puts);
      }
    };
    const allNew = tenants.flatMap(() => ['new', 'new', 'new']);
    const noop = (version: number, run: Migration['run'] = async () => undefined): Migration => ({
      version,
      name: `number ${String(version)}`,
      run,
    });

    test('one that comes alone migrates at once, in order, and nobody does so again', async () => {
      await writeOld();
      const ran: number[] = [];
      const both = [1, 2].map((version) => noop(version, async () => void ran.push(version)));
      expect((await join('2.0.0', both)).shape()).toBe(2);
      await (await join('2.0.0', both, other)).beat();
      expect(ran).toEqual([1, 2]);
    });

    test('a migration that failed leaves those before it, and is repeated by the next start', async () => {
      await writeOld();
      const failing = noop(2, () => Promise.reject(new Error('power cut')));
      const ran: number[] = [];
      const first = noop(1, async () => void ran.push(1));
      await expect(join('2.0.0', [first, failing])).rejects.toThrow('power cut');
      await join('2.0.0', [first, { ...rewriteNotes, version: 2 }]);
      expect(ran).toEqual([1]);
      expect(await notesOf(store.engine)).toEqual(allNew);
    });

    test('killed at any write, it is finished by the next, whoever that is', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 6 }), async (last) => {
          await emptyStore(store.engine);
          await writeOld();
          await expect(join('2.0.0', newShapes({ dieAfter: last }))).rejects.toThrow('killed');
          // The lease of the dead runs out, and so does its place among the replicas.
          clock.advance(minute);
          expect((await join('2.0.0', newShapes(), other)).shape()).toBe(1);
          expect(await notesOf(store.engine)).toEqual(allNew);
        }),
        { numRuns: target.readsAll ? 4 : 12 },
      );
    });

    test('of several at once one migrates, and all of them come to write the new shape', async () => {
      await writeOld();
      let runs = 0;
      const counted = [{ ...rewriteNotes, run: (engine: StorageEngine) => ((runs += 1), rewriteNotes.run(engine)) }];
      const members = await Promise.all(
        [store.engine, other, store.engine, other].map((engine) => join('2.0.0', counted, engine)),
      );
      for (let round = 0; round < 3; round += 1) for (const member of members) await member.beat();
      expect(runs).toBe(1);
      expect(members.map((member) => member.shape())).toEqual([1, 1, 1, 1]);
      expect(await notesOf(store.engine)).toEqual(allNew);
    });

    test('while an old replica lives nothing changes; once it fell silent the new one migrates', async () => {
      await writeOld();
      const old = await join('1.0.0', []);
      const fresh = await join('2.0.0', newShapes(), other);
      expect(fresh.shape()).toBe(0);
      expect(logger.lines.at(-1)).toMatch(/stay as they are while replicas of an older version run/);
      clock.advance(20_000);
      await old.beat();
      clock.advance(20_000);
      await fresh.beat();
      expect([fresh.shape(), (await notesOf(store.engine)).includes('new')]).toEqual([0, false]);
      clock.advance(20_000);
      await fresh.beat();
      expect([fresh.shape(), await notesOf(store.engine)]).toEqual([1, allNew]);
    });

    test('a clock that was ahead keeps nobody’s place: who says nothing more is waited for as long as others, and who lives is', async () => {
      const ahead = 120 * minute;
      await writeOld();
      clock.advance(ahead);
      const old = await join('1.0.0', []);
      clock.advance(-ahead);
      const fresh = await join('2.0.0', newShapes(), other);
      const shapeAfter = async (milliseconds: number): Promise<number> => {
        clock.advance(milliseconds);
        await fresh.beat();
        return fresh.shape();
      };
      expect(await shapeAfter(20_000)).toBe(0);
      // Its clock is ahead still.
      clock.advance(ahead);
      await old.beat();
      clock.advance(-ahead);
      expect([await shapeAfter(20_000), await shapeAfter(20_000)]).toEqual([0, 0]);
      expect([await shapeAfter(20_000), await notesOf(store.engine)]).toEqual([1, allNew]);
    });

    test('one that leaves in good order is not waited for, and a middle release decides how far it goes', async () => {
      await writeOld();
      const three = [...newShapes(), noop(2), noop(3)];
      const old = await join('1.0.0', []);
      await join('2.0.0', newShapes(), other);
      const newest = await join('4.0.0', three);
      await old.leave();
      await joined[1]?.beat();
      await newest.beat();
      await joined[1]?.beat();
      expect([newest.shape(), await notesOf(store.engine)]).toEqual([1, allNew]);
      await joined[1]?.leave();
      await newest.beat();
      expect(newest.shape()).toBe(3);
    });

    test('a migration waits until a replica that still writes the old shape has heard of the new one', async () => {
      await writeOld();
      const old = await join('1.0.0', []);
      const one = await join('2.0.0', newShapes());
      const two = await join('2.0.0', newShapes(), other);
      await old.leave();
      await one.beat();
      expect([one.shape(), two.shape(), (await notesOf(store.engine)).includes('new')]).toEqual([1, 0, false]);
      await two.beat();
      expect([two.shape(), await notesOf(store.engine)]).toEqual([1, allNew]);
    });

    test('changed keys: what the last old replica wrote is found by the new ones once it has gone', async () => {
      const engine = await store.openAnother({ declarations: [shoutedThings, leases, schemaStates, replicas] });
      const old = await join('1.0.0', []);
      const fresh = await join('2.0.0', [keysMigration(1, 'loud names', [shoutedThings])], engine);
      await store.engine.collection(things).write('one', [{ put: thing('a', { name: 'ada' }) }]);
      const found = () => engine.collection(shoutedThings).count('one', [{ key: 'name', eq: 'ADA' }]);
      await fresh.beat();
      expect(await found()).toBe(0);
      await old.leave();
      await fresh.beat();
      expect([fresh.shape(), await found()]).toEqual([1, 1]);
      // The clauses after this one know the names as they were.
      await (await store.openAnother()).check();
    });

    test('an older version refuses to start, and says who wrote the data, who it is and what to do', async () => {
      await join('2.4.0', newShapes());
      const older = join('1.9.0', [], other);
      await expect(older).rejects.toMatchObject({ code: 'storage-newer', values: { found: 1, known: 0 } });
      await expect(older).rejects.toThrow(
        /written by Undersign 2\.4\.0 .* this Undersign 1\.9\.0 .*Start 2\.4\.0 or a newer/,
      );
      await expect(older).rejects.toThrow(/restore a backup/);
      const [listed] = (await other.collection(replicas).page(systemTenant, { limit: 2 })).items;
      expect(listed?.document.product).toBe('2.4.0');
    });

    test('so it does where a migration was only begun: some documents may have changed', async () => {
      await writeOld();
      await expect(join('2.0.0', newShapes({ dieAfter: 1 }))).rejects.toThrow('killed');
      await expect(join('1.0.0', [], other)).rejects.toMatchObject({ code: 'storage-newer' });
    });

    test('one that ran on past a newer one, because nobody heard of it for too long, stops', async () => {
      const old = await join('1.0.0', []);
      clock.advance(minute);
      await join('2.0.0', newShapes(), other);
      await expect(old.watch()).rejects.toMatchObject({ code: 'storage-newer' });
    });

    test('nobody starts on half an import', async () => {
      const importing = { checksum: 'x', written: 7 };
      const state = { version: 0, target: 0, product: '1.0.0', importing };
      await store.engine.collection(schemaStates).write(systemTenant, [{ put: state }]);
      const start = join('1.0.0', [], other);
      await expect(start).rejects.toMatchObject({ code: 'storage-importing', values: { written: 7 } });
      await expect(start).rejects.toThrow(/Repeat the same import/);
      expect((await store.engine.collection(schemaStates).get(systemTenant, onlyId))?.revision).toBe(1);
    });

    test('in any order of coming, writing, dying and leaving no old replica meets the new shape', async () => {
      await fc.assert(
        fc.asyncProperty(histories, async (steps) => {
          await emptyStore(store.engine);
          const cast = openCast({ engines: [store.engine, other], clock, join });
          for (const step of steps) await cast.play(step);
          await cast.end();
          expect(await notesOf(store.engine)).not.toContain('old');
        }),
        { numRuns: runsOnTarget(target, 40) },
      );
    });
  });
};
