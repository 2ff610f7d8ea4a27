import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { StorageEngine } from '../../src/storage/collection.ts';
import { declarations } from '../../src/storage/declare/collections.ts';
import { openSqliteEngine } from '../../src/storage/sqlite/openSqliteEngine.ts';
import { documentArbitraries, fillStore } from './support/everyCollection.ts';

const write = async (engine: StorageEngine, tenantId: string, name: string): Promise<void> => {
  const [document] = fc.sample(documentArbitraries[name] ?? fc.constant({}), 1);
  await fillStore(engine, { [tenantId]: { [name]: [document] } });
};

const isNews = async (name: string): Promise<boolean> => {
  const engine = await openSqliteEngine({ file: ':memory:', declarations });
  await write(engine, 'lindenhof', 'brands');
  const before = engine.changeMark('lindenhof');
  await write(engine, 'lindenhof', name);
  const after = engine.changeMark('lindenhof');
  await engine.close();
  return after !== before;
};

const ofUse = ['sightings', 'auditEntries', 'apiKeys', 'startedOnce', 'webhooks', 'webhookDeliveries'];
const ofRuns = ['runs', 'runChanges', 'syncStates', 'changeSubscriptions', 'historyRounds', 'slowRounds'];
const ofDirectory = ['snapshotHeads', 'snapshotPeople'];

test.each([...ofUse, ...ofRuns, ...ofDirectory])(
  'writing down of use, of runs and of the directory as it was read, in %s, throws no signature away that is kept',
  async (name) => {
    expect(await isNews(name)).toBe(false);
  },
);

const madeOf = [
  ...['assignments', 'brands', 'checkpoints', 'connections', 'fieldSettings', 'images', 'imageContents'],
  ...['managerProfiles', 'signatures', 'snapshotMemberships', 'supplements', 'teammates'],
];

test.each(madeOf)('what signatures are made of is news: %s', async (name) => {
  expect(await isNews(name)).toBe(true);
});

test('whoever writes, the mark of a tenant is another one exactly where something of theirs was written', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'undersign-marks-'));
  const engines = [
    await openSqliteEngine({ directory, declarations }),
    await openSqliteEngine({ directory, declarations }),
  ];
  const tenants = ['lindenhof', 'northwind', 'fabrikam'];
  const [reader] = engines;
  if (reader === undefined) throw new Error('There is no engine.');
  const step = fc.record({
    writer: fc.constantFrom(...engines),
    tenant: fc.constantFrom(...tenants),
    name: fc.constantFrom(...madeOf, ...ofUse, ...ofRuns),
  });
  const marksOf = (engine: StorageEngine): readonly (string | null)[] =>
    tenants.map((tenant) => engine.changeMark(tenant));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { writer, tenant, name } of steps) {
        const before = marksOf(reader);
        await write(writer, tenant, name);
        const after = marksOf(reader);
        const changed = tenants.filter((_, at) => before[at] !== after[at]);
        expect(changed).toEqual(madeOf.includes(name) ? [tenant] : []);
        for (const engine of engines) expect(marksOf(engine)).toEqual(after);
      }
    }),
    { numRuns: 30 },
  );
  await Promise.all(engines.map((engine) => engine.close()));
  await rm(directory, { recursive: true });
});
