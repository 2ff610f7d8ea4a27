import { expect, test } from '@jest/globals';
import { openErasureGate } from '../../src/api/tenantConnection.ts';
import { countCompleteness } from '../../src/signatures/completeness/countCompleteness.ts';
import type { Collection, StorageEngine } from '../../src/storage/collection.ts';
import { declarations } from '../../src/storage/declare/collections.ts';
import { systemTenant } from '../../src/storage/declare/systemCollections.ts';
import { openRepositories } from '../../src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../src/storage/sqlite/openSqliteEngine.ts';
import { fillForMails, mailsAt, mailTenant, openMails } from './support/mails.ts';

/** The engine, and what was read through it. */
const recording = (engine: StorageEngine) => {
  const reads = new Set<string>();
  const watched: StorageEngine = {
    ...engine,
    collection: (declaration) => {
      const collection = engine.collection(declaration);
      const note = (tenantId: string): void => void reads.add(`${tenantId} ${declaration.name}`);
      return new Proxy(collection, {
        get: (target, name: keyof Collection<never>) => {
          if (name === 'write') return target.write;
          return (tenantId: string, ...rest: never[]) => {
            note(tenantId);
            return (target[name] as (tenantId: string, ...rest: never[]) => unknown)(tenantId, ...rest);
          };
        },
      });
    },
  };
  return { watched, reads };
};

test('what answers are made of is what their mark follows: of that tenant or of the store itself, and nothing that is operational', async () => {
  const engine = await openSqliteEngine({ file: ':memory:', declarations });
  await fillForMails(engine);
  const { watched, reads } = recording(engine);
  const repositories = openRepositories(watched);
  const ask = openMails(repositories, { changeMark: () => null });
  for (const recipients of ['internal', 'external'] as const) {
    for (const from of ['grace@contoso.com', 'nobody@contoso.com']) {
      await ask({ composeType: 'newMail', from, recipients, images: 'attached' });
    }
  }
  await countCompleteness({ repositories, isPhone: () => true }, mailTenant);
  await openErasureGate(repositories)(mailTenant);
  const operational = new Set<string>(declarations.flatMap((one) => (one.operational === true ? [one.name] : [])));
  const names = [...reads].map((read) => read.split(' '));
  const isFollowed = ([tenant = '', name = '']: readonly string[]): boolean =>
    [mailTenant, systemTenant].includes(tenant) && !operational.has(name);
  expect(names.filter((read) => !isFollowed(read))).toEqual([]);
  const all = [...new Set(names.map(([, name]) => name))].sort();
  expect(all).toEqual(expect.arrayContaining(['assignments', 'brands', 'checkpoints', 'connections', 'signatures']));
  expect(all).toEqual(expect.arrayContaining(['snapshotMemberships', 'supplements', 'teammates', 'tenantErasures']));
  const [before, mark] = [repositories.changeMark(mailTenant), repositories.changeMark('northwind')];
  await repositories.tenantErasures.mark({ tenantId: mailTenant, at: mailsAt });
  expect(repositories.changeMark(mailTenant)).not.toBe(before);
  expect(repositories.changeMark('northwind')).not.toBe(mark);
  await engine.close();
});
