import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@jest/globals';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { makeWriteTurns } from '../../../src/storage/sqlite/write/writeTurns.ts';
import { makeDirectory } from '../support/targets/sqliteTarget.ts';
import { thing, things } from '../support/things.ts';
import type { WriteWithoutEnd } from '../support/writers/writeWithoutEnd.ts';

test('whoever answers people writes after the one transaction that is under way, however many the worker has', async () => {
  const directory = makeDirectory();
  const shared = makeWriteTurns();
  const written = new SharedArrayBuffer(4);
  const count = new Int32Array(written);
  const engine = await openSqliteEngine({ directory, declarations: [things], turns: { shared, goesFirst: true } });
  const script = new URL('../support/writers/writeWithoutEnd.ts', import.meta.url);
  const writer = new Worker(script, { workerData: { directory, shared, written } satisfies WriteWithoutEnd });
  try {
    const collection = engine.collection(things);
    const waits: number[] = [];
    for (let save = 0; save < 12; save += 1) {
      await Atomics.waitAsync(count, 0, Atomics.load(count, 0)).value;
      let atTurn = 0;
      const saved = {
        ...thing(`saved ${String(save)}`),
        /** Read when the turn has come. */
        get note() {
          atTurn = Atomics.load(count, 0);
          return '';
        },
      };
      const saving = collection.write('t', [{ put: saved }]);
      // By now it has its turn, or the other thread can see that it waits. What was written before that says nothing.
      await setImmediate();
      const before = Atomics.load(count, 0);
      await saving;
      waits.push(Math.max(0, atTurn - before));
    }
    // The one under way, and one that began in the moment in which this one asked.
    expect(waits).toHaveLength(12);
    expect(waits.filter((transactions) => transactions > 2)).toEqual([]);
    expect(await collection.count('t', [{ key: 'name', prefix: '' }])).toBeGreaterThan(0);
  } finally {
    await writer.terminate();
    await engine.close();
    rmSync(directory, { recursive: true });
  }
});

test.each([
  ['no write waits, is one transaction', false, 0],
  ['another write waits, makes room for it', true, 2000],
])('a batch of the worker, while %s', async (_, isWaiting, kept) => {
  const shared = makeWriteTurns();
  const turns = { shared, goesFirst: false };
  const engine = await openSqliteEngine({ file: ':memory:', declarations: [things], turns });
  try {
    const collection = engine.collection(things);
    const first = {
      ...thing('first'),
      /** Read when the transaction has begun; who waits goes in between. */
      get note() {
        if (isWaiting) {
          Atomics.store(new Int32Array(shared), 0, 1);
          void setImmediate().then(() => Atomics.store(new Int32Array(shared), 0, 0));
        }
        return '';
      },
    };
    const more = Array.from({ length: 1999 }, (_, number) => ({ put: thing(`more ${String(number)}`) }));
    const refused = { put: thing('last'), ifRevision: 1 };
    await expect(collection.write('t', [{ put: first }, ...more, refused])).rejects.toMatchObject({
      code: 'stale-revision',
    });
    expect(await collection.count('t')).toBe(kept);
  } finally {
    await engine.close();
  }
});

test('what was deleted leaves the log while whoever answers people goes on answering', async () => {
  const directory = makeDirectory();
  const turns = { shared: makeWriteTurns(), goesFirst: true };
  const engine = await openSqliteEngine({ directory, declarations: [things], turns });
  try {
    const collection = engine.collection(things);
    const secret = 'nobody may read this any more';
    await collection.write('t', [{ put: { ...thing('erased'), note: secret } }]);
    await collection.write('t', [{ delete: 'erased' }]);
    const isLeft = (): boolean =>
      readdirSync(directory).some((file) => readFileSync(join(directory, file)).includes(secret));
    expect(isLeft()).toBe(true);
    let isEmptied = false;
    const emptied = engine.scrub().then(() => (isEmptied = true));
    // Answered in between.
    await collection.get('t', 'erased');
    expect(isEmptied).toBe(false);
    await emptied;
    expect(isLeft()).toBe(false);
  } finally {
    await engine.close();
    rmSync(directory, { recursive: true });
  }
});
