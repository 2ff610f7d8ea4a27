import { expect, test } from '@jest/globals';
import { LeaseLost } from '../../../src/domain/errors.ts';
import type { StorageEngine, WriteOperation } from '../../../src/storage/collection.ts';
import { connect } from '../../../src/storage/mongo/connection/connect.ts';
import { shapeOf } from '../../../src/storage/mongo/documentShape.ts';
import { openModel } from '../../../src/storage/mongo/models.ts';
import { openMongoEngine } from '../../../src/storage/mongo/openMongoEngine.ts';
import { writeOperations } from '../../../src/storage/mongo/write/writeOperations.ts';
import { describeMongo } from '../../mongo/mongoTarget.ts';
import { contractSchemas } from '../support/targets/mongoTarget.ts';
import { readScan } from '../support/readAll.ts';
import { fencedThings, historicThings, registers, thing, type Thing } from '../support/things.ts';

interface Paused {
  /** Writes, paused right after the register was asked for the first time, for as long as the work takes. */
  write(operations: readonly WriteOperation<Thing>[], meanwhile: () => Promise<void>): Promise<unknown>;
}

/** A process that held the lease when it asked and is paused before it sends what it has prepared. */
const withPaused = async (
  url: string,
  work: (engine: StorageEngine, paused: Paused) => Promise<void>,
): Promise<void> => {
  const engine = await openMongoEngine({ url, declarations: [fencedThings, registers], schemas: contractSchemas });
  const connection = await connect(url);
  const model = openModel(connection, fencedThings, contractSchemas);
  const collection = { declaration: fencedThings, model, shape: shapeOf(model.schema), fewDocuments: 2000 };
  try {
    await work(engine, {
      write: async (operations, meanwhile) => {
        let asked = 0;
        const checkFence = async (): Promise<void> => {
          asked += 1;
          if (asked > 1) throw new LeaseLost(fencedThings.name);
          await meanwhile();
        };
        return writeOperations(collection, operations, { tenant: 't', checkFence }).catch((error: unknown) => error);
      },
    });
  } finally {
    await connection.close();
    await engine.close();
  }
};

describeMongo('a process that is paused between asking and writing', (mongo) => {
  const kept = async (engine: StorageEngine): Promise<readonly (readonly [string, string, number])[]> =>
    (await readScan(engine.collection(fencedThings), 't')).map(({ document, revision }) => [
      document.id,
      document.note,
      revision,
    ]);

  const late = (id: string): WriteOperation<Thing> => ({ put: thing(id, { note: 'late' }) });

  const cases: readonly (readonly [
    name: string,
    meanwhile: (engine: StorageEngine) => Promise<unknown>,
    left: readonly (readonly [string, string, number])[],
  ])[] = [
    [
      'changes nothing once another has sealed',
      (engine) => engine.seal('t'),
      [
        ['a', '', 1],
        ['b', '', 1],
      ],
    ],
    [
      'does not reach what the other made where it had reserved',
      async (engine) => {
        await engine.seal('t');
        await engine.collection(fencedThings).write('t', [{ put: thing('new', { note: 'other' }) }]);
      },
      [
        ['a', '', 1],
        ['b', '', 1],
        ['new', 'other', 1],
      ],
    ],
    [
      'does not take a reservation the other has made again',
      async (engine) => {
        await engine.collection(registers).write('t', [{ put: { id: 'sync', fence: 2 } }]);
        await engine.seal('t');
        const fence = { register: registers, id: 'sync', fence: 2 };
        await engine.collection(fencedThings).write('t', [{ put: thing('new', { note: 'held' }) }], fence);
      },
      [
        ['a', '', 1],
        ['b', '', 1],
        ['new', 'held', 1],
      ],
    ],
    [
      'does not take a document deleted and made again for the one it read',
      async (engine) => {
        await engine.seal('t');
        await engine.collection(fencedThings).write('t', [{ delete: 'a' }, { put: thing('a', { note: 'again' }) }]);
      },
      [
        ['a', 'again', 1],
        ['b', '', 1],
      ],
    ],
  ];

  test.each(cases)('%s', async (_name, meanwhile, left) => {
    const { url } = mongo.openDatabase();
    await withPaused(url, async (engine, paused) => {
      await engine.collection(fencedThings).write('t', [{ put: thing('a') }, { put: thing('b') }]);
      const operations = [late('a'), late('new'), { delete: 'b' }];
      expect(await paused.write(operations, async () => void (await meanwhile(engine)))).toBeInstanceOf(LeaseLost);
      expect(await kept(engine)).toEqual(left);
      await engine.seal('t');
      expect(await kept(engine)).toEqual(left);
    });
  });

  test('a seal of one work gives new stamps to that work, and to no history', async () => {
    const { url } = mongo.openDatabase();
    const engine = await openMongoEngine({ url, declarations: [historicThings], schemas: contractSchemas });
    const connection = await connect(url);
    const history = openModel(connection, historicThings, contractSchemas);
    const stamps = async (): Promise<readonly string[]> =>
      (await history.find().sort({ _id: 1 }).lean()).map((fields) => String(fields['_stamp']));
    try {
      // Ids before, after and beginning like those of the work.
      const puts = ['one/a', 'two!/a', 'two/a', 'two/z', 'two0', 'two0/a'].map((id) => ({ put: thing(id) }));
      await engine.collection(historicThings).write('t', puts);
      await engine.collection(historicThings).write('u', [{ put: thing('two/a') }]);
      const before = await stamps();
      await engine.seal('t', 'two');
      const after = await stamps();
      expect(after.map((stamp, place) => stamp === before[place])).toEqual([
        true,
        true,
        false,
        false,
        true,
        true,
        true,
      ]);
      await engine.seal('t');
      const all = await stamps();
      expect(all.map((stamp, place) => stamp === after[place])).toEqual([...Array<boolean>(6).fill(false), true]);
    } finally {
      await connection.close();
      await engine.close();
    }
  });

  test('a seal keeps documents and revisions as they are, of more documents than it takes at once', async () => {
    const { url } = mongo.openDatabase();
    await withPaused(url, async (engine) => {
      const collection = engine.collection(fencedThings);
      await collection.write(
        't',
        Array.from({ length: 120 }, (_, index) => ({ put: thing(`s${String(index)}`) })),
      );
      await collection.write('u', [{ put: thing('a') }]);
      const before = await kept(engine);
      await engine.seal('t');
      expect(await kept(engine)).toEqual(before);
      expect(await collection.write('t', [{ put: thing('s1'), ifRevision: 1 }])).toEqual([2]);
    });
  });
});
