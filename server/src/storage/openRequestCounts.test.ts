import { describe, expect, test } from '@jest/globals';
import type { Collection, CollectionDeclaration, StorageEngine } from './collection.ts';
import { systemTenant } from './declare/systemCollections.ts';
import { requestCounts } from './declare/requestCountCollection.ts';
import { openRequestCounts } from './openRequestCounts.ts';
import { openSqliteEngine } from './sqlite/openSqliteEngine.ts';

const minute = 60_000;
const window = { limit: 'api', windowMilliseconds: minute, counted: [{ caller: 'ada', count: 10 }] };

const openStore = async (windows: readonly number[]) => {
  const engine = await openSqliteEngine({ file: ':memory:', declarations: [requestCounts] });
  const puts = windows.map((windowEndsAt, index) => ({ put: { id: `old/${String(index)}`, windowEndsAt, count: 1 } }));
  await engine.collection(requestCounts).write(systemTenant, puts);
  return engine;
};
const left = (engine: StorageEngine): Promise<number> => engine.collection(requestCounts).count(systemTenant);

/** Fails the first write that deletes. */
const failingOnce = (engine: StorageEngine): StorageEngine => {
  let failures = 1;
  const collection = <T>(declaration: CollectionDeclaration<T>): Collection<T> => {
    const real = engine.collection(declaration);
    const write: Collection<T>['write'] = async (tenant, operations) => {
      if (operations.some((one) => 'delete' in one) && failures-- > 0) throw new Error('away');
      return real.write(tenant, operations);
    };
    return { ...real, write };
  };
  return { ...engine, collection };
};

describe('counts of windows that are over', () => {
  test('all go with the next window, however many there are', async () => {
    const engine = await openStore(Array.from({ length: 2500 }, () => minute));
    await openRequestCounts(engine).share({ ...window, windowEndsAt: 5 * minute });
    expect(await left(engine)).toBe(1);
  });

  test('the last one stays, because the clock of another process may be behind', async () => {
    const engine = await openStore([4 * minute, 3 * minute]);
    await openRequestCounts(engine).share({ ...window, windowEndsAt: 5 * minute });
    expect(await left(engine)).toBe(2);
  });

  test('a sweep that failed is made up for in the same window', async () => {
    const engine = await openStore([minute]);
    const counts = openRequestCounts(failingOnce(engine));
    await expect(counts.share({ ...window, windowEndsAt: 5 * minute })).rejects.toThrow('away');
    await counts.share({ ...window, windowEndsAt: 5 * minute });
    expect(await left(engine)).toBe(1);
  });
});

test('counting is no change of what anybody is shown, or no answer would be kept while many ask', async () => {
  const engine = await openStore([]);
  const before = engine.changeMark('t');
  await openRequestCounts(engine).share({ ...window, windowEndsAt: 5 * minute });
  expect([await left(engine), engine.changeMark('t')]).toEqual([1, before]);
});
