import { expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { connect } from '../../../src/storage/mongo/connection/connect.ts';
import { shapeOf } from '../../../src/storage/mongo/documentShape.ts';
import { openChangeMarks } from '../../../src/storage/mongo/marks/changeMarks.ts';
import { openModel } from '../../../src/storage/mongo/models.ts';
import { openMongoEngine } from '../../../src/storage/mongo/openMongoEngine.ts';
import { writeOperations } from '../../../src/storage/mongo/write/writeOperations.ts';
import { describeMongo } from '../../mongo/mongoTarget.ts';
import { contractSchemas } from '../support/targets/mongoTarget.ts';
import { readScan } from '../support/readAll.ts';
import { thing, things } from '../support/things.ts';

describeMongo(
  'somebody who was writing and is not heard of any more',
  (mongo) => {
    const withWriter = async (
      work: (engine: StorageEngine, write: (afterAnnouncing: () => Promise<void>) => Promise<unknown>) => Promise<void>,
    ): Promise<void> => {
      const { url } = mongo.openDatabase();
      const engine = await openMongoEngine({ url, declarations: [things], schemas: contractSchemas, markPatience: 20 });
      const connection = await connect(url);
      const model = openModel(connection, things, contractSchemas);
      const collection = { declaration: things, model, shape: shapeOf(model.schema), fewDocuments: 2000 };
      const marks = openChangeMarks(connection, { seal: () => Promise.reject(new Error('somebody else does')) });
      const operations = [
        { put: thing('a', { note: 'late' }) },
        { put: thing('new', { note: 'late' }) },
        { delete: 'b' },
      ];
      try {
        await engine.collection(things).write('t', [{ put: thing('a') }, { put: thing('b') }]);
        await work(engine, (afterAnnouncing) =>
          marks
            .around('t', (say) => {
              const announce = async (): Promise<void> => {
                await say();
                await afterAnnouncing();
              };
              return writeOperations(collection, operations, { tenant: 't', announce });
            })
            .catch((error: unknown) => error),
        );
      } finally {
        await connection.close();
        await engine.close();
      }
    };

    const kept = async (engine: StorageEngine): Promise<readonly string[]> =>
      (await readScan(engine.collection(things), 't')).map(({ document }) => `${document.id} ${document.note}`);

    const believedAgain = async (engine: StorageEngine): Promise<string> => {
      for (;;) {
        const mark = await engine.changeMark('t');
        if (mark !== null) return mark;
        await setImmediate();
      }
    };

    test('keeps answers from being kept until what they prepared cannot land any more, and reaches nothing then', async () => {
      await withWriter(async (engine, write) => {
        const before = await engine.changeMark('t');
        const seen: unknown[] = [];
        let announced = 0;
        await write(async () => {
          announced += 1;
          seen.push(await kept(engine));
          // Paused with statements ready to be sent, for longer than anybody waits.
          if (announced === 1) seen.push(await engine.changeMark('t'), (await believedAgain(engine)) === before);
        });
        // What was ready at first did not land: the second time all is as it was.
        expect(seen).toEqual([['a ', 'b '], null, false, ['a ', 'b ']]);
        expect(await kept(engine)).toEqual(['a late', 'new late']);
        expect([before, null]).not.toContain(await engine.changeMark('t'));
      });
    });

    test('does so as well where only the answer was lost', async () => {
      await withWriter(async (engine, write) => {
        const before = await engine.changeMark('t');
        expect(await write(() => Promise.reject(new Error('gone')))).toEqual(new Error('gone'));
        expect(await engine.changeMark('t')).toBeNull();
        expect(await believedAgain(engine)).not.toBe(before);
        expect(await kept(engine)).toEqual(['a ', 'b ']);
      });
    });
  },
  ['oneShard'],
);
