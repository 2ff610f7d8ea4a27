import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { declarations } from '../../src/storage/declare/collections.ts';
import { openSqliteEngine } from '../../src/storage/sqlite/openSqliteEngine.ts';

import { documentArbitraries, fillStore } from './support/everyCollection.ts';

const isNews = async (name: string): Promise<boolean> => {
  const engine = await openSqliteEngine({ file: ':memory:', declarations });
  const before = engine.changeMark();
  const [document] = fc.sample(documentArbitraries[name] ?? fc.constant({}), 1);
  await fillStore(engine, { tenant: { [name]: [document] } });
  const after = engine.changeMark();
  await engine.close();
  return after !== before;
};

test.each(['sightings', 'auditEntries', 'apiKeys', 'startedOnce', 'webhooks', 'webhookDeliveries'])(
  'writing down of somebody’s use, in %s, throws no signature away that is kept',
  async (name) => {
    expect(await isNews(name)).toBe(false);
  },
);

test.each(['brands', 'assignments', 'signatures', 'teammates', 'fieldSettings'])(
  'what signatures are made of is news: %s',
  async (name) => {
    expect(await isNews(name)).toBe(true);
  },
);
