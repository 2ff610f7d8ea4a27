import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { ChangeMark, CollectionDeclaration, StorageEngine } from '../../src/storage/collection.ts';
import { declarations } from '../../src/storage/declare/collections.ts';
import type { AnyDeclaration } from '../../src/storage/declare/declaration.ts';
import { teammates } from '../../src/storage/declare/people/teammateCollections.ts';
import { openMongoEngine } from '../../src/storage/mongo/openMongoEngine.ts';
import { schemas } from '../../src/storage/mongo/schemas/schemas.ts';
import { openSqliteEngine } from '../../src/storage/sqlite/openSqliteEngine.ts';
import { describeMongo } from '../mongo/mongoTarget.ts';
import { documentArbitraries } from './support/everyCollection.ts';
import { teammate } from './support/samples.ts';

const write = async (engine: StorageEngine, tenantId: string, name: string): Promise<void> => {
  const declaration = declarations.find((one) => one.name === name) as CollectionDeclaration<unknown> | undefined;
  if (declaration === undefined) throw new Error(`There is no ${name}.`);
  const [document] = fc.sample(documentArbitraries[name] ?? fc.constant({}), 1);
  await engine.collection(declaration).write(tenantId, [{ put: document }]);
};

const ofUse = ['sightings', 'auditEntries', 'apiKeys', 'startedOnce', 'webhooks', 'webhookDeliveries'];
const ofRuns = ['runs', 'runChanges', 'syncStates', 'changeSubscriptions', 'historyRounds', 'slowRounds'];
const ofDirectory = ['snapshotHeads', 'snapshotPeople'];

const madeOf = [
  ...['assignments', 'brands', 'checkpoints', 'connections', 'fieldSettings', 'images', 'imageContents'],
  ...['managerProfiles', 'signatures', 'snapshotMemberships', 'supplements', 'teammates'],
];

interface Store {
  open(declared: readonly AnyDeclaration[]): Promise<StorageEngine>;
  remove(): Promise<void>;
}

const tenants = ['lindenhof', 'northwind', 'fabrikam'];

const marksOf = async (engine: StorageEngine): Promise<readonly ChangeMark[]> =>
  Promise.all(tenants.map(async (tenant) => engine.changeMark(tenant)));

interface Often {
  readonly numRuns: number;
  readonly rounds: number;
}

/** Of two engines on one store, as two processes open it. */
const marksContract = (openStore: () => Promise<Store>, { numRuns, rounds }: Often): void => {
  const withEngines = async (
    names: readonly string[],
    work: (...engines: [StorageEngine, StorageEngine]) => Promise<void>,
  ): Promise<void> => {
    const store = await openStore();
    const declared = declarations.filter(({ name }) => names.includes(name));
    const engines: [StorageEngine, StorageEngine] = [await store.open(declared), await store.open(declared)];
    try {
      await work(...engines);
    } finally {
      await Promise.all(engines.map((engine) => engine.close()));
      await store.remove();
    }
  };

  test('what signatures are made of is news, and writing down of use, of runs and of the directory as it was read is not', async () => {
    await withEngines([...madeOf, ...ofUse, ...ofRuns, ...ofDirectory], async (engine) => {
      const isNews = async (name: string): Promise<boolean> => {
        const before = await engine.changeMark('lindenhof');
        await write(engine, 'lindenhof', name);
        const after = await engine.changeMark('lindenhof');
        expect(after).not.toBeNull();
        return before !== after;
      };
      for (const name of madeOf) expect([name, await isNews(name)]).toEqual([name, true]);
      for (const name of [...ofUse, ...ofRuns, ...ofDirectory])
        expect([name, await isNews(name)]).toEqual([name, false]);
    });
  });

  test('whoever writes, the mark of a tenant is another one exactly where something of theirs was written', async () => {
    const some = ['brands', 'teammates', 'runs', 'sightings'];
    await withEngines(some, async (reader, other) => {
      const step = fc.record({
        writer: fc.constantFrom(reader, other),
        tenant: fc.constantFrom(...tenants),
        name: fc.constantFrom(...some),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
          for (const { writer, tenant, name } of steps) {
            const before = await marksOf(reader);
            await write(writer, tenant, name);
            const after = await marksOf(reader);
            const changed = tenants.filter((_, at) => before[at] !== after[at]);
            expect(changed).toEqual(madeOf.includes(name) ? [tenant] : []);
            for (const engine of [reader, other]) expect(await marksOf(engine)).toEqual(after);
          }
        }),
        { numRuns },
      );
    });
  });

  test('nobody keeps under one mark what differs, however many write and read at the same time', async () => {
    await withEngines(['teammates'], async (reader, other) => {
      const put = teammate('ada', {});
      const seen = new Map<string, unknown>();
      let isWriting = true;
      const writing = (async () => {
        for (let round = 0; round < rounds; round += 1) {
          await Promise.all(
            [reader, other].map((engine) => engine.collection(teammates).write('lindenhof', [{ put }])),
          );
        }
        isWriting = false;
      })();
      const read = async (engine: StorageEngine): Promise<void> => {
        while (isWriting) {
          const mark = await engine.changeMark('lindenhof');
          const found = await engine.collection(teammates).get('lindenhof', put.id);
          const again = await engine.changeMark('lindenhof');
          // Kept under the first mark, and still believed at the second.
          if (mark === null || mark !== again) continue;
          const known = seen.get(mark) ?? found?.revision ?? 0;
          expect(found?.revision ?? 0).toBe(known);
          seen.set(mark, known);
        }
      };
      await Promise.all([writing, read(reader), read(other)]);
      expect((await reader.collection(teammates).get('lindenhof', put.id))?.revision).toBe(2 * rounds);
    });
  });
};

describe('marks of change on SQLite', () => {
  marksContract(
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'undersign-marks-'));
      return {
        open: (declared) => openSqliteEngine({ directory, declarations: declared }),
        remove: () => rm(directory, { recursive: true }),
      };
    },
    { numRuns: 30, rounds: 25 },
  );
});

describeMongo(
  'marks of change on MongoDB',
  (mongo) => {
    marksContract(
      async () => {
        const { url } = mongo.openDatabase();
        return {
          open: (declared) => openMongoEngine({ url, declarations: declared, schemas }),
          remove: () => Promise.resolve(),
        };
      },
      mongo.server.kind === 'ferretdb' ? { numRuns: 2, rounds: 6 } : { numRuns: 5, rounds: 25 },
    );
  },
  ['oneShard'],
);
