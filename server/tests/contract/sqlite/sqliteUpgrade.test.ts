import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import type { EngineOpening } from '../../../src/storage/engineOpening.ts';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { makeDirectory } from '../support/targets/sqliteTarget.ts';
import { fencedThings, registers, thing, things } from '../support/things.ts';

const declarations = [registers, things, fencedThings];

let directory: string;
beforeEach(() => {
  directory = makeDirectory();
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const open = (opening: Partial<EngineOpening> = {}): Promise<StorageEngine> =>
  openSqliteEngine({ directory, declarations, ...opening });

/** Gives the database of a folder the form it had while each row carried the id of its tenant instead of a number. */
const nameTenants = (directory: string): void => {
  const database = new DatabaseSync(join(directory, 'undersign.db'));
  const listed = database.prepare(
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql LIKE '%tenant_number%'",
  );
  const objects = listed.all().map((row) => ({
    type: String(row['type']),
    name: String(row['name']),
    sql: String(row['sql']),
  }));
  for (const { name } of objects.filter(({ type }) => type === 'index')) database.exec(`DROP INDEX "${name}"`);
  for (const { name, sql } of objects.filter(({ type }) => type === 'table')) {
    database.exec(`ALTER TABLE "${name}" RENAME TO "later"`);
    database.exec(sql.replace('tenant_number INTEGER', 'tenant TEXT').replaceAll('tenant_number', 'tenant'));
    const columns = database
      .prepare('SELECT name FROM pragma_table_info(?) WHERE name <> ?')
      .all('later', 'tenant_number')
      .map((row) => `later."${String(row['name'])}"`);
    const own = columns.map((column) => column.replace('later.', ''));
    database.exec(
      `INSERT INTO "${name}" (tenant, ${own.join(', ')}) SELECT tenant, ${columns.join(', ')} ` +
        'FROM later JOIN undersign_tenants ON number = tenant_number',
    );
    database.exec('DROP TABLE later');
  }
  for (const { sql } of objects.filter(({ type }) => type === 'index'))
    database.exec(sql.replaceAll('tenant_number', 'tenant'));
  database.exec('DROP TABLE undersign_tenants');
  database.close();
};

/** A database as it was while rows carried the ids of their tenants. */
const makeOld = async (): Promise<void> => {
  const engine = await open();
  for (const tenant of ['zoo', 'ark']) {
    const named = { name: `Anna of ${tenant}`, tags: ['old', tenant], code: 'c', rare: 'r' };
    await engine.collection(things).write(tenant, [{ put: thing('a', named) }, { put: thing('b') }]);
    await engine.collection(things).write(tenant, [{ put: thing('b', { name: 'Bram' }) }]);
  }
  await engine.collection(fencedThings).write('ark', [{ put: thing('f', { tags: ['fenced'] }) }]);
  await engine.close();
  nameTenants(directory);
};

/** Everything that is asked by id, key and word, and of both tenants. */
const read = async (engine: StorageEngine) => {
  const collection = engine.collection(things);
  const of = async (tenant: string) => ({
    all: (await collection.page(tenant, { limit: 10, sort: 'name' })).items,
    rare: (await collection.page(tenant, { limit: 10, where: [{ key: 'rare', eq: 'r' }], sort: 'name' })).items.length,
    words: await collection.count(tenant, [{ key: 'tags', has: tenant }]),
    fenced: await engine.collection(fencedThings).count(tenant, [{ key: 'tags', has: 'fenced' }]),
  });
  return { tenants: await engine.tenants(things), zoo: await of('zoo'), ark: await of('ark'), none: await of('none') };
};

const expected = (tenant: string, fenced: number) => ({
  all: [
    { document: expect.objectContaining({ id: 'a', name: `Anna of ${tenant}` }), revision: 1 },
    { document: expect.objectContaining({ id: 'b', name: 'Bram' }), revision: 2 },
  ],
  rare: 1,
  words: 1,
  fenced,
});

const everything = {
  tenants: ['ark', 'zoo'],
  zoo: expected('zoo', 0),
  ark: expected('ark', 1),
  none: { all: [], rare: 0, words: 0, fenced: 0 },
};

test('a database whose rows carry the ids of tenants is brought to numbers when it is opened, with all that is in it', async () => {
  await makeOld();
  const engine = await open();
  expect(await read(engine)).toEqual(everything);
  await expect(engine.collection(things).write('zoo', [{ put: thing('c', { code: 'c' }) }])).rejects.toThrow(/code/);
  expect(await engine.collection(things).write('zoo', [{ put: thing('a') }])).toEqual([2]);
  await engine.close();
});

test('killed on the way, it goes on at the next start', async () => {
  await makeOld();
  const killed = open({
    onRebuild: ({ collection }) => {
      if (collection === fencedThings.name) throw new Error('killed');
    },
  });
  await expect(killed).rejects.toThrow('killed');
  const signs: string[] = [];
  const engine = await open({ onRebuild: ({ collection, done }) => signs.push(`${collection} ${done}`) });
  expect(signs).toEqual(['fencedThings 0']);
  expect(await read(engine)).toEqual(everything);
  await engine.close();
});

test('what has to be known before anything is prepared is read in the old form too', async () => {
  await makeOld();
  const seen: unknown[] = [];
  const engine = await open({
    beforePrepare: async (peek) => {
      seen.push(await peek(things, 'ark', 'a'), await peek(things, 'ark', 'none'), await peek(things, 'none', 'a'));
    },
  });
  expect(seen).toEqual([expect.objectContaining({ name: 'Anna of ark' }), null, null]);
  await engine.close();
});
