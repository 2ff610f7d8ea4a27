import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { schemaStates, systemTenant } from '../../../src/storage/declare/systemCollections.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { teammate } from '../support/samples.ts';
import { makeDirectory } from '../support/targets/sqliteTarget.ts';

let directory: string;
let engine: StorageEngine;

beforeEach(async () => {
  directory = makeDirectory();
  engine = await openSqliteEngine({ directory, declarations });
});

afterEach(async () => {
  await engine.close();
  rmSync(directory, { recursive: true, force: true });
});

const everybodyKnows = (target: number): Promise<unknown> =>
  engine
    .collection(schemaStates)
    .write(systemTenant, [{ put: { version: target, target, product: 'test', importing: null } }]);

const anna = teammate('anna', { displayName: 'Anna' });

/** How the profile of a teammate stands in the file. */
const profileInFile = (id: string): unknown => {
  const file = new DatabaseSync(join(directory, 'undersign.db'), { readOnly: true });
  try {
    const row = file.prepare('SELECT document FROM teammates WHERE id = ?').get(id);
    return (JSON.parse(String(row?.['document'])) as { readonly profile: unknown }).profile;
  } finally {
    file.close();
  }
};

test('people are written with names while a replica is about that knows nothing else, and as lists once none is', async () => {
  const { teammates } = openRepositories(engine);
  await everybodyKnows(3);
  await teammates.save('t', [anna]);
  expect(profileInFile('anna')).toMatchObject({ displayName: 'Anna' });
  expect(await teammates.get('t', 'anna')).toEqual(anna);

  await everybodyKnows(4);
  expect(await teammates.get('t', 'anna')).toEqual(anna);
  await teammates.save('t', [anna, { ...anna, id: 'bram', profile: { ...anna.profile, id: 'bram' } }]);
  expect([profileInFile('anna'), profileInFile('bram')].every(Array.isArray)).toBe(true);
  expect(await teammates.get('t', 'anna')).toEqual(anna);
  expect(await teammates.count('t')).toBe(2);
});

test('people are lists from the first one on where no replica ever joined', async () => {
  const { teammates } = openRepositories(engine);
  await teammates.save('t', [anna]);
  expect(profileInFile('anna')).toEqual(expect.arrayContaining(['Anna']));
  expect(await teammates.get('t', 'anna')).toEqual(anna);
});
