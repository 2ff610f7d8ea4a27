import { describe, expect, test } from '@jest/globals';
import type { ContractTarget } from '../support/targets/contractTarget.ts';
import { readPages, readScan } from '../support/readAll.ts';
import { thing, things } from '../support/things.ts';
import { withThings } from '../support/withThings.ts';

const hostile = [
  "'; DROP TABLE things; --",
  '%',
  '*',
  '$where',
  '{"$ne":null}',
  '../other',
  'a\u0000b',
  'a',
  'A',
  'a ',
  'é',
  'e\u0301',
  '\u{10FFFF}',
  '__proto__',
  'x'.repeat(5000),
];

export const tenantClauses = (target: ContractTarget): void => {
  describe('tenants', () => {
    const fixture = withThings(target);

    test('the same ids and keys in many hostile tenants never meet', async () => {
      const { collection } = fixture;
      for (const [index, tenant] of hostile.entries()) {
        const mine = thing('same', { name: 'n', code: 'c', size: index, tags: ['t'], note: tenant });
        expect(await collection.write(tenant, [{ put: mine, ifRevision: 0 }])).toEqual([1]);
      }
      for (const tenant of hostile) {
        const page = await readPages(collection, tenant, {
          where: [{ key: 'tags', has: 't' }],
          sort: 'name',
          limit: 5,
        });
        const scanned = await readScan(collection, tenant);
        const many = await collection.getMany(tenant, ['same']);
        expect([page[0]?.note, scanned[0]?.document.note, many[0]?.document.note]).toEqual([tenant, tenant, tenant]);
        expect([page.length, scanned.length, many.length, await collection.count(tenant)]).toEqual([1, 1, 1, 1]);
      }
      await collection.write('a', [{ delete: 'same' }]);
      expect(await collection.get('a', 'same')).toBeNull();
      expect(await collection.get('A', 'same')).not.toBeNull();
    });

    test('tenants lists each once, in byte order, and forgets one without documents', async () => {
      const { store, collection } = fixture;
      await collection.write('zz-1', [{ put: thing('a') }, { put: thing('b') }]);
      await collection.write('zz-0', [{ put: thing('a') }]);
      const listed = await store.engine.tenants(things);
      expect(listed).toEqual(
        [...new Set(listed)].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right))),
      );
      expect(listed.slice(listed.indexOf('zz-0')).slice(0, 2)).toEqual(['zz-0', 'zz-1']);
      await collection.write('zz-0', [{ delete: 'a' }]);
      expect(await store.engine.tenants(things)).not.toContain('zz-0');
    });

    test('tenants lists those that have a document with a unique key, and forgets them when nobody carries it any more', async () => {
      const { store, collection } = fixture;
      await collection.write('uu-0', [{ put: thing('a') }, { put: thing('b', { code: '7' }) }]);
      await collection.write('uu-1', [{ put: thing('a') }, { put: thing('b') }]);
      await collection.write('uu-2', [{ put: thing('b', { code: '7' }) }]);
      const carrying = async (): Promise<readonly string[]> =>
        (await store.engine.tenants(things, 'code')).filter((tenant) => tenant.startsWith('uu-'));
      expect(await carrying()).toEqual(['uu-0', 'uu-2']);
      await collection.write('uu-0', [{ put: thing('b') }]);
      await collection.write('uu-2', [{ delete: 'b' }]);
      await collection.write('uu-1', [{ put: thing('b', { code: '9' }) }]);
      expect(await carrying()).toEqual(['uu-1']);
    });

    test('a call without a tenant is refused, because it would mix tenants', async () => {
      const { collection } = fixture;
      for (const tenant of ['', '\uD800', undefined as unknown as string]) {
        await expect(collection.get(tenant, 'a')).rejects.toThrow(/tenant/);
        await expect(collection.count(tenant)).rejects.toThrow(/tenant/);
        await expect(collection.page(tenant, { limit: 1 })).rejects.toThrow(/tenant/);
        await expect(collection.write(tenant, [{ put: thing('a') }])).rejects.toThrow(/tenant/);
        await expect(readScan(collection, tenant)).rejects.toThrow(/tenant/);
      }
    });

    test('one tenant more does not change what another one gets, page by page', async () => {
      const { collection } = fixture;
      const names = ['c', 'a', 'b'];
      await collection.write(
        'left',
        names.map((name) => ({ put: thing(name, { name }) })),
      );
      const { cursor } = await collection.page('left', { sort: 'name', limit: 1 });
      await collection.write(
        'right',
        names.map((name) => ({ put: thing(name, { name: `${name}${name}` }) })),
      );
      const page = await collection.page('right', { sort: 'name', limit: 5, cursor: cursor! });
      expect(page.items.map((item) => item.document.name)).toEqual(['aa', 'bb', 'cc']);
    });
  });
};
