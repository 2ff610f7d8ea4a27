import { expect, test } from '@jest/globals';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { indexesOf, multiKeyNames, uniqueKeys } from '../../../src/storage/declare/declaration.ts';
import { runs as runsDeclared } from '../../../src/storage/declare/runCollections.ts';
import { openMongoEngine } from '../../../src/storage/mongo/openMongoEngine.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openCountingProxy } from '../../mongo/proxies/countingProxy.ts';
import { describeMongo } from '../../mongo/mongoTarget.ts';
import { contractSchemas } from '../support/targets/mongoTarget.ts';
import { fillForMails, openMails } from '../support/mails.ts';
import { run } from '../support/samples.ts';
import { fencedThings, historicThings, registers, thing, things } from '../support/things.ts';

type Commands = () => readonly string[];

/** How often each command was sent. */
const counted = (commands: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(commands, (name) => name)).map(([name, all]) => [name, all?.length ?? 0]),
  );

/** As runs are: about the running of servers. */
const fencedRuns = { ...historicThings, operational: true, idsBeginWithWork: false };
const own = [things, fencedThings, fencedRuns, registers];

describeMongo(
  'commands on their way to MongoDB',
  (mongo) => {
    const hear = async (
      opened: typeof declarations,
      work: (engine: StorageEngine, commands: Commands) => Promise<void>,
    ) => {
      const proxy = await openCountingProxy(mongo.openDatabase().url);
      const open = () => openMongoEngine({ url: proxy.url, declarations: opened, schemas: contractSchemas });
      try {
        const engine = await open();
        try {
          await work(engine, proxy.commands);
        } finally {
          await engine.close();
        }
      } finally {
        await proxy.close();
      }
    };

    test('a start asks each collection once; only an empty database is told of collections and indexes, once per collection', async () => {
      const proxy = await openCountingProxy(mongo.openDatabase().url);
      const open = () => openMongoEngine({ url: proxy.url, declarations, schemas: contractSchemas });
      const withIndexes = declarations.filter(
        (one) => indexesOf(one).length + multiKeyNames(one).length + uniqueKeys(one).length > 0,
      );
      const each = declarations.length;
      try {
        const first = await open();
        const empty = counted(proxy.commands());
        expect(empty).toEqual({
          find: 3,
          listCollections: 1,
          insert: 1,
          listIndexes: each,
          createIndexes: withIndexes.length,
          create: each - withIndexes.length,
          update: 1,
        });
        await first.close();
        const second = await open();
        // Whose database it is, and what was noted of its collections.
        expect(counted(proxy.commands())).toEqual({ find: 2, listIndexes: each });
        await second.close();
      } finally {
        await proxy.close();
      }
    });

    test('a page, a document and 500 of them are one question each', async () => {
      await hear(own, async (engine, commands) => {
        const collection = engine.collection(things);
        const ids = Array.from({ length: 501 }, (_, index) => `i${String(index).padStart(3, '0')}`);
        await collection.write(
          't',
          ids.map((id) => ({ put: thing(id, { name: id }) })),
        );
        commands();
        const first = await collection.page('t', { sort: 'name', limit: 500 });
        expect([first.items.length, commands()]).toEqual([500, ['find']]);
        // What is left of the name the page ended at, then the names after it, which may be texts only.
        const next = { sort: 'name', limit: 100, cursor: first.cursor! };
        expect([(await collection.page('t', next)).items.length, commands()]).toEqual([1, ['find', 'find']]);
        await collection.get('t', 'i007');
        expect(commands()).toEqual(['find']);
        expect([(await collection.getMany('t', ids.slice(0, 500))).length, commands()]).toEqual([500, ['find']]);
        await collection.count('t', [{ key: 'status', eq: 'new' }]);
        expect(commands()).toHaveLength(1);
      });
    });

    test('what a thousand tenants have under way is one question, and two for each that has something', async () => {
      await hear(declarations, async (engine, commands) => {
        const { runs } = openRepositories(engine);
        const tenants = Array.from({ length: 30 }, (_, index) => `tenant-${String(index).padStart(2, '0')}`);
        for (const tenant of tenants) await runs.add(tenant, run('r', { status: 'succeeded' }));
        commands();
        expect([await runs.unfinished(), commands()]).toEqual([[], ['aggregate']]);
        await runs.add('tenant-07', run('next'));
        commands();
        expect((await runs.unfinished()).map(({ tenantId }) => tenantId)).toEqual(['tenant-07']);
        expect(commands()).toEqual(['aggregate', 'find', 'find']);
        expect([await engine.tenants(runsDeclared), commands()]).toEqual([tenants, ['aggregate']]);
      });
    });

    test('300 operations of every kind, one after the other, are read once and sent by kind', async () => {
      await hear(own, async (engine, commands) => {
        const collection = engine.collection(things);
        const kept = Array.from({ length: 200 }, (_, index) => `k${String(index)}`);
        await collection.write(
          't',
          kept.map((id) => ({ put: thing(id) })),
        );
        commands();
        const mixed = Array.from({ length: 300 }, (_, index) => {
          const id = `k${String(Math.floor(index / 3) * 2 + (index % 3 === 0 ? 1 : 0))}`;
          if (index % 3 === 0) return { put: thing(id, { note: 'changed' }) };
          return index % 3 === 1 ? { delete: id } : { put: thing(`n${String(index)}`) };
        });
        const revisions = await collection.write('t', mixed);
        // Read once, reserved once, sent by kind, and around it said who writes.
        expect(counted(commands())).toEqual({ find: 1, insert: 1, update: 3, delete: 1 });
        expect([2, 0, 1].map((revision) => revisions.filter((one) => one === revision).length)).toEqual([
          100, 100, 100,
        ]);
        expect(await collection.get('t', 'k1')).toMatchObject({ revision: 2, document: { note: 'changed' } });
        expect(await collection.get('t', 'k0')).toBeNull();
      });
    });

    test('under a fence new documents cost a reservation and a question of the register more', async () => {
      await hear(own, async (engine, commands) => {
        const fence = { register: registers, id: 'sync', fence: 1 };
        await engine.collection(registers).write('t', [{ put: { id: 'sync', fence: 1 } }]);
        commands();
        const puts = Array.from({ length: 60 }, (_, index) => ({ put: thing(`f${String(index)}`) }));
        await engine.collection(fencedThings).write('t', puts, fence);
        expect(commands()).toEqual(['find', 'insert', 'find', 'update', 'update', 'update']);
        await engine.collection(fencedThings).write('t', puts, fence);
        expect(commands()).toEqual(['find', 'find', 'update', 'update', 'update']);
        await engine.collection(fencedRuns).write('t', puts, fence);
        expect(commands()).toEqual(['find', 'insert', 'find', 'update']);
      });
    });

    test('a mail is one question as long as nothing has changed, twelve where its signature has to be made', async () => {
      await hear(declarations, async (engine, commands) => {
        await fillForMails(engine);
        const repositories = openRepositories(engine);
        const ask = openMails(repositories);
        const own = { composeType: 'newMail', images: 'hosted' } as const;
        commands();
        await ask(own);
        expect(counted(commands())).toEqual({ find: 12 });
        await ask(own);
        expect(commands()).toEqual(['find']);
        await Promise.all(Array.from({ length: 50 }, () => ask(own)));
        expect(commands()).toEqual(['find']);
        await fillForMails(engine);
        commands();
        await ask(own);
        expect(counted(commands())).toEqual({ find: 12 });
      });
    });

    test('whether anything has changed is one question, for a thousand who ask at once two, and of use nobody is told', async () => {
      await hear(own, async (engine, commands) => {
        commands();
        await engine.collection(things).write('t', [{ put: thing('a') }]);
        expect(commands()).toEqual(['find', 'insert', 'update', 'update', 'update']);
        await engine.collection(things).write('t', [{ put: thing('a') }]);
        expect(commands()).toEqual(['find', 'update', 'update', 'update']);
        // Nothing to send, nothing to say.
        await engine.collection(things).write('t', [{ delete: 'never' }]);
        expect(commands()).toEqual(['find']);
        const mark = await engine.changeMark('t', 'u');
        expect([mark, commands()]).toEqual([expect.any(String), ['find']]);
        const first = engine.changeMark('t', 'u');
        await Promise.resolve();
        const others = Array.from({ length: 1000 }, () => engine.changeMark('t', 'u'));
        expect(new Set(await Promise.all([first, ...others]))).toEqual(new Set([mark]));
        expect(commands()).toEqual(['find', 'find']);
      });
    });
  },
  ['oneShard'],
);
