import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import { findMongoServer } from '../../server/tests/mongo/servers/findMongoServer.ts';
import { announceMongo, type MongoServer } from '../../server/tests/mongo/servers/mongoServer.ts';
import { openMongoDatabase } from '../../server/tests/mongo/mongoDatabase.ts';
import type { StorageEngine } from '../../server/src/storage/collection.ts';
import { declarations } from '../../server/src/storage/declare/collections.ts';
import type { AskedQuestion } from '../../server/src/storage/mongo/openedCollection.ts';
import { openMongoEngine } from '../../server/src/storage/mongo/openMongoEngine.ts';
import { schemas } from '../../server/src/storage/mongo/schemas/schemas.ts';
import { openSqliteEngine } from '../../server/src/storage/sqlite/openSqliteEngine.ts';

/** A store to be measured. */
export interface BenchStore {
  readonly name: string;
  readonly engine: StorageEngine;
  /** Begins to remember what is asked. */
  listen(): void;
  /** How many different questions were asked since, and which of them no index answers; null where the server cannot say. */
  explain(): Promise<{ readonly asked: number; readonly unindexed: readonly string[] } | null>;
  remove(): Promise<void>;
}

export const openSqliteStore = async (): Promise<BenchStore> => {
  const directory = mkdtempSync(join(tmpdir(), 'undersign-bench-'));
  const asked = new Set<string>();
  const engine = await openSqliteEngine({
    directory,
    declarations,
    onPrepare: (sql) => {
      if (sql.startsWith('SELECT')) asked.add(sql);
    },
  });
  return {
    name: `SQLite ${process.versions.sqlite ?? ''}`,
    engine,
    listen: () => {
      asked.clear();
    },
    explain: () => {
      const database = new DatabaseSync(join(directory, 'undersign.db'), { readOnly: true });
      const unindexed = [...asked].filter((sql) =>
        database
          .prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .all()
          .some((step) => /^SCAN (?!\(subquery)/.test(String(step['detail']))),
      );
      database.close();
      return Promise.resolve({ asked: asked.size, unindexed });
    },
    remove: async () => {
      await engine.close();
      rmSync(directory, { recursive: true });
    },
  };
};

export const openMongoStore = async (): Promise<BenchStore | null> => {
  const server = await findMongoServer({ env: process.env, say: (line) => process.stderr.write(`${line}\n`) });
  if ('notRun' in server) {
    console.log(announceMongo(server));
    return null;
  }
  // It reads a whole collection for every question but the one about a single id, which tells nothing of MongoDB.
  if (server.found.kind === 'ferretdb') {
    await server.stop();
    console.error('MongoDB is left out: there is only FerretDB.');
    return null;
  }
  const database = openMongoDatabase(server.found);
  const asked = new Map<string, AskedQuestion>();
  const onQuestion = (question: AskedQuestion): void => {
    asked.set(`${question.collection} ${shapeOf(question.filter)} ${JSON.stringify(question.sort)}`, question);
  };
  const engine = await openMongoEngine({ url: database.url, declarations, schemas, onQuestion });
  return {
    name: `${server.found.name} ${server.found.version}`,
    engine,
    listen: () => {
      asked.clear();
    },
    explain: () =>
      server.found.capabilities.queryPlans ? explainAll(server.found, database.url, asked) : Promise.resolve(null),
    remove: async () => {
      await engine.close();
      await database.remove();
      await server.stop();
    },
  };
};

/** The same question about somebody else is the same question. */
const shapeOf = (filter: unknown): string =>
  JSON.stringify(filter, (_key, value: unknown) => (typeof value === 'object' ? value : typeof value));

const explainAll = async (_server: MongoServer, url: string, asked: ReadonlyMap<string, AskedQuestion>) => {
  const client = new mongoose.mongo.MongoClient(url);
  const unindexed: string[] = [];
  for (const [name, { collection, filter, sort, hint }] of asked) {
    const find = client
      .db()
      .collection(collection)
      .find(filter as object);
    if (sort !== undefined) find.sort(sort as Record<string, 1 | -1>);
    if (hint !== undefined) find.hint(hint as string);
    const plan = JSON.stringify(await find.explain('queryPlanner'));
    if (plan.includes('COLLSCAN')) unindexed.push(name);
  }
  await client.close();
  return { asked: asked.size, unindexed };
};
