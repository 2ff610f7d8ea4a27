import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { diffProfile } from '../../../src/domain/plan/diffProfile.ts';
import type { Teammate } from '../../../src/domain/teammate/teammate.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { makeWriteTurns } from '../../../src/storage/sqlite/write/writeTurns.ts';
import { repositoryRoot } from '../../support/cruise.ts';
import { planEntry, runChange, teammate } from '../support/samples.ts';
import { makeDirectory } from '../support/targets/sqliteTarget.ts';

/** What a person may cost at most, on any machine. Who makes them cheaper lowers it; who raises one says why. */
const limits = JSON.parse(readFileSync(join(repositoryRoot, 'bench/limits.json'), 'utf8')) as {
  readonly indexEntries: Readonly<Record<string, number>>;
  readonly bytesWrittenPerPerson: number;
  readonly bytesKeptPerPerson: number;
};

const people = 4000;
/** As Graph gives them, and as a run applies its plan. */
const [pageSize, batchSize] = [999, 10_000];
const runId = '5f3c6a52-6f52-4b39-9f0e-1a2f3b4c5d6e';
const given = ['Anna', 'Bram', 'Chloé', 'Daan', 'Eva', 'Femke', 'Gijs', 'Hanna', 'Ivo', 'Júlia'];
const family = ['de Vries', 'Jansen', 'Peeters', 'Maes', 'Bakker', 'Visser', 'Smit', 'Meijer', 'Mulder', 'Bos'];

/** Ids lie anywhere, as Entra's do, and are the same in every run. */
const idOf = (number: number): string => {
  const hash = createHash('sha256').update(String(number)).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
};

const personOf = (number: number): Teammate => {
  const [givenName = '', surname = ''] = [given[number % 10], family[Math.floor(number / 10) % 10]];
  const address = `${givenName}.${String(number)}@lindenhof.example`;
  return teammate(idOf(number), {
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    mail: address,
    userPrincipalName: address,
    jobTitle: number % 3 === 0 ? 'Account manager' : 'Engineer',
    department: number % 2 === 0 ? 'Sales' : 'Engineering',
    businessPhones: ['+31 20 555 0100'],
  });
};

const inBatches = async <T>(
  values: readonly T[],
  size: number,
  work: (batch: readonly T[]) => Promise<void>,
): Promise<void> => {
  for (let start = 0; start < values.length; start += size) await work(values.slice(start, start + size));
};

const directory = makeDirectory();
let database: DatabaseSync;
let bytesWritten = 0;
let bytesKept = 0;

/** As the thread that syncs does with a first import: staged as it is read, then in order of id, history first; and a preview of the same people. */
beforeAll(async () => {
  const turns = { shared: makeWriteTurns(), goesFirst: false };
  const engine = await openSqliteEngine({ directory, declarations, turns });
  const log = (): number => statSync(join(directory, 'undersign.db-wal')).size;
  const { snapshots, runChanges, teammates, planEntries } = openRepositories(engine);
  const read = Array.from({ length: people }, (_, number) => personOf(number));
  const before = log();
  await inBatches(read, pageSize, (batch) =>
    snapshots.savePeople(
      't',
      runId,
      batch.map(({ profile }) => profile),
    ),
  );
  const inOrder = read.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const name = ({ profile }: Teammate): string => profile.displayName ?? '';
  await inBatches(inOrder, batchSize, async (batch) => {
    await runChanges.add(
      't',
      batch.map((one) =>
        runChange(runId, one.id, { action: 'add', displayName: name(one), changes: diffProfile(null, one.profile) }),
      ),
    );
    await teammates.save('t', batch);
  });
  bytesWritten = log() - before;
  await engine.scrub();
  bytesKept = statSync(join(directory, 'undersign.db')).size;
  await planEntries.add(
    't',
    runId,
    inOrder.map((one) => planEntry(one.id, { displayName: name(one), profile: one.profile })),
  );
  await engine.close();
  database = new DatabaseSync(join(directory, 'undersign.db'), { readOnly: true });
});

afterAll(() => {
  database.close();
  rmSync(directory, { recursive: true });
});

const countOf = (sql: string): number => Number(database.prepare(sql).get()?.['rows']);

/** Entries of every index of a collection, and its rows of words, for each document. */
const entriesOf = (collection: string): number => {
  const named = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
    .all(collection);
  const entries = named.map((index) => {
    const where = /( WHERE .*)$/.exec(String(index['sql']))?.[1] ?? '';
    return countOf(`SELECT count(*) AS rows FROM "${collection}"${where}`);
  });
  const words = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE ? || '\\_%' ESCAPE '\\'")
    .all(collection)
    .map((table) => countOf(`SELECT count(*) AS rows FROM "${String(table['name'])}"`));
  const all = [...entries, ...words].reduce((sum, rows) => sum + rows, 0);
  return all / countOf(`SELECT count(*) AS rows FROM "${collection}"`);
};

test.each(Object.entries(limits.indexEntries))('a document of %s has at most %d index entries', (collection, most) => {
  const entries = entriesOf(collection);
  expect(entries).toBeLessThanOrEqual(most);
  // A limit that is far above what there is would let the next one through.
  expect(entries).toBeGreaterThan(most * 0.85);
});

test('a first import writes, and keeps, no more bytes for a person than it may', () => {
  for (const [bytes, most] of [
    [bytesWritten / people, limits.bytesWrittenPerPerson],
    [bytesKept / people, limits.bytesKeptPerPerson],
  ] as const) {
    expect(bytes).toBeLessThanOrEqual(most);
    expect(bytes).toBeGreaterThan(most * 0.85);
  }
});
