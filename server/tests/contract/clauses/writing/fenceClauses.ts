import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { LeaseLost, StaleRevision } from '../../../../src/domain/errors.ts';
import type { Fence, StorageEngine, WriteOperation } from '../../../../src/storage/collection.ts';
import { thoroughTest } from '../../../support/isThorough.ts';
import type { ContractTarget, OpenedStore } from '../../support/targets/contractTarget.ts';
import { readScan } from '../../support/readAll.ts';
import { fencedThings, historicThings, registers, thing, things, type Thing } from '../../support/things.ts';

const fenceOf = (fence: number): Fence => ({ register: registers, id: 'sync', fence });

/** What is kept, by id. */
const notesOf = async (engine: StorageEngine, tenant: string): Promise<Readonly<Record<string, string>>> => {
  const kept = await readScan(engine.collection(fencedThings), tenant);
  return Object.fromEntries(kept.map(({ document }) => [document.id, document.note]));
};

const manyOf = (prefix: string): readonly WriteOperation<Thing>[] =>
  Array.from({ length: 200 }, (_, index) => ({ put: thing(`${prefix}${String(index)}`) }));

/** As a process does that takes over a lease which its holder let run out. */
const takeOver = async (engine: StorageEngine, tenant: string, fence: number): Promise<void> => {
  await engine.collection(registers).write(tenant, [{ put: { id: 'sync', fence } }]);
  await engine.seal(tenant);
};

export const fenceClauses = (target: ContractTarget): void => {
  describe('writing under a fence', () => {
    let store: OpenedStore;
    let other: StorageEngine;
    let clause = 0;
    let tenant = '';
    beforeAll(async () => {
      store = await target.open([things, fencedThings, historicThings, registers]);
      other = await store.openAnother();
      tenant = `tenant-${String(clause)}`;
    });
    afterEach(async () => {
      clause += 1;
      tenant = `tenant-${String(clause)}`;
      await store.clear?.();
    });
    afterAll(() => store.remove());
    const write = (operations: readonly WriteOperation<Thing>[], fence: number): Promise<readonly number[]> =>
      store.engine.collection(fencedThings).write(tenant, operations, fenceOf(fence));

    test('the holder writes as anybody does: new documents, changed ones, deletions, the same one twice', async () => {
      await takeOver(other, tenant, 1);
      expect(await write([{ put: thing('a') }, { put: thing('b') }, { put: thing('a', { note: '2' }) }], 1)).toEqual([
        1, 1, 2,
      ]);
      expect(await write([{ delete: 'b' }, { put: thing('c'), ifRevision: 0 }, { delete: 'never' }], 1)).toEqual([
        0, 1, 0,
      ]);
      expect(await notesOf(other, tenant)).toEqual({ a: '2', c: '' });
      await expect(write([{ put: thing('c', { note: 'x' }), ifRevision: 0 }], 1)).rejects.toThrow(StaleRevision);
      expect(await store.engine.collection(fencedThings).count(tenant, [{ key: 'status', eq: 'new' }])).toBe(2);
    });

    test('after a take-over the former holder changes, adds and deletes nothing, and the new one does', async () => {
      await takeOver(other, tenant, 1);
      await write([{ put: thing('a') }, { put: thing('b') }], 1);
      await takeOver(other, tenant, 2);
      for (const operation of [{ put: thing('a', { note: 'late' }) }, { put: thing('new') }, { delete: 'b' }]) {
        await expect(write([operation], 1)).rejects.toThrow(LeaseLost);
      }
      expect(await notesOf(other, tenant)).toEqual({ a: '', b: '' });
      expect(await write([{ put: thing('a', { note: 'next' }) }, { put: thing('new') }], 2)).toEqual([2, 1]);
      expect(await notesOf(other, tenant)).toEqual({ a: 'next', b: '', new: '' });
    });

    test('without a register, or with that of another tenant or another lease, nobody is the holder', async () => {
      await expect(write([{ put: thing('a') }], 1)).rejects.toThrow(LeaseLost);
      await other.collection(registers).write('somebody-else', [{ put: { id: 'sync', fence: 1 } }]);
      await other.collection(registers).write(tenant, [{ put: { id: 'photos', fence: 1 } }]);
      await expect(write([{ put: thing('a') }], 1)).rejects.toThrow(LeaseLost);
      expect(await notesOf(other, tenant)).toEqual({});
    });

    test('whoever writes without a fence is not in the way, before and after', async () => {
      await takeOver(other, tenant, 1);
      const open = other.collection(fencedThings);
      expect(await open.write(tenant, [{ put: thing('a') }])).toEqual([1]);
      expect(await write([{ put: thing('a', { note: 'held' }) }], 1)).toEqual([2]);
      await takeOver(other, tenant, 2);
      expect(await open.write(tenant, [{ put: thing('a', { note: 'open' }), ifRevision: 2 }])).toEqual([3]);
      expect(await open.write(tenant, [{ put: thing('b'), ifRevision: 0 }, { delete: 'a' }])).toEqual([1, 0]);
    });

    test('of ids that begin with the work of a fence a seal takes that work alone, and no other is put under it', async () => {
      const of = (work: string): Fence => ({ ...fenceOf(1), work });
      await takeOver(other, tenant, 1);
      const mine = store.engine.collection(historicThings);
      await mine.write(tenant, [{ put: thing('one/a') }, { put: thing('one/b') }], of('one'));
      await expect(mine.write(tenant, [{ put: thing('two/a') }], of('one'))).rejects.toThrow(/begins so/);
      await mine.write(tenant, [{ put: thing('two/a') }, { put: thing('two/b') }], of('two'));
      await mine.write(tenant, [{ delete: 'one/b' }], of('two'));
      const late = [
        mine.write(tenant, manyOf('two/'), of('two')),
        mine.write(tenant, [{ put: thing('two/a') }], of('two')),
      ];
      await other.collection(registers).write(tenant, [{ put: { id: 'sync', fence: 2 } }]);
      await other.seal(tenant, 'two');
      const read = async () =>
        (await readScan(other.collection(historicThings), tenant)).map(({ document }) => document.id);
      const kept = await read();
      await Promise.allSettled(late);
      expect(await read()).toEqual(kept);
      expect(kept).toEqual(expect.arrayContaining(['one/a', 'two/a', 'two/b']));
      const next = { ...fenceOf(2), work: 'three' };
      expect(await other.collection(historicThings).write(tenant, [{ put: thing('three/a') }], next)).toEqual([1]);
    });

    test('a collection that is not declared fenced takes no fence', async () => {
      await takeOver(other, tenant, 1);
      const writing = store.engine.collection(things).write(tenant, [{ put: thing('a') }], fenceOf(1));
      await expect(writing).rejects.toThrow('not declared fenced');
    });

    // Of more than one batch, which takes long where every document is read.
    const testOfBatches = target.readsAll ? thoroughTest : test;
    testOfBatches('of a batch on its way during a take-over nothing lands once the take-over is done', async () => {
      await takeOver(other, tenant, 1);
      const count = target.readsAll ? 1100 : 2500;
      const batch = (note: string): readonly WriteOperation<Thing>[] =>
        Array.from({ length: count }, (_, index) => ({ put: thing(`t${String(index)}`, { note }) }));
      await write(batch('before').slice(0, count / 2), 1);
      const late = write(batch('late'), 1).then(
        () => 'written',
        (error: unknown) => error,
      );
      await takeOver(other, tenant, 2);
      const kept = await notesOf(other, tenant);
      const outcome = await late;
      expect(await notesOf(other, tenant)).toEqual(kept);
      if (outcome !== 'written') expect(outcome).toBeInstanceOf(LeaseLost);
      expect(await write([{ put: thing('t0', { note: 'next' }) }], 2)).toHaveLength(1);
    });
  });
};
