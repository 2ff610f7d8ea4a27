import { describe, expect, test } from '@jest/globals';
import type { ContractTarget } from '../../support/targets/contractTarget.ts';
import { idsOf, readScan } from '../../support/readAll.ts';
import { thing } from '../../support/things.ts';
import { withThings } from '../../support/withThings.ts';

const numbered = (index: number): string => `s${String(index).padStart(4, '0')}`;

export const scanClauses = (target: ContractTarget): void => {
  describe('scanning', () => {
    const fixture = withThings(target);

    test('every match comes once, in order of id, in batches of the size asked for', async () => {
      const { collection, tenant } = fixture;
      const documents = Array.from({ length: 25 }, (_, index) =>
        thing(numbered(index), { status: index % 2 ? 'odd' : 'even' }),
      );
      await collection.write(
        tenant,
        documents.toReversed().map((document) => ({ put: document })),
      );
      const sizes: number[] = [];
      for await (const batch of collection.scan(tenant, [], 10)) sizes.push(batch.length);
      expect(sizes).toEqual([10, 10, 5]);
      const odd = await readScan(collection, tenant, { where: [{ key: 'status', eq: 'odd' }], batchSize: 3 });
      expect(idsOf(odd.map((item) => item.document))).toEqual(
        idsOf(documents.filter(({ status }) => status === 'odd')),
      );
      const under = await readScan(collection, tenant, { where: [{ key: 'id', prefix: 's001' }], batchSize: 3 });
      expect(under).toHaveLength(10);
      expect(await readScan(collection, tenant, { where: [{ key: 'status', eq: 'none' }] })).toEqual([]);
      await expect(readScan(collection, tenant, { batchSize: 0 })).rejects.toThrow(RangeError);
      await expect(readScan(collection, tenant, { where: [{ key: 'size', in: [1] }] })).rejects.toThrow(/index/);
    });

    test('writes in between disturb nothing: what is there throughout comes exactly once', async () => {
      const { collection, tenant } = fixture;
      const count = target.readsAll ? 24 : 60;
      const kept = Array.from({ length: count }, (_, index) => numbered(index * 2));
      await collection.write(
        tenant,
        kept.map((id) => ({ put: thing(id) })),
      );
      const seen: string[] = [];
      let turn = 0;
      for await (const batch of collection.scan(tenant, [], 7)) {
        seen.push(...idsOf(batch.map((item) => item.document)));
        const news = Array.from({ length: 9 }, (_, index) => ({
          put: thing(numbered(((turn * 37 + index * 13) % count) * 2 + 1)),
        }));
        await collection.write(tenant, [...news, ...kept.map((id) => ({ put: thing(id, { status: String(turn) }) }))]);
        turn += 1;
      }
      expect(seen.filter((id) => kept.includes(id))).toEqual(kept);
      expect(new Set(seen).size).toBe(seen.length);
    });

    test('what is deleted before its turn does not come, and a scan may be left half-way', async () => {
      const { collection, tenant } = fixture;
      await collection.write(
        tenant,
        [0, 1, 2, 3].map((index) => ({ put: thing(numbered(index)) })),
      );
      const seen: string[] = [];
      for await (const batch of collection.scan(tenant, [], 1)) {
        seen.push(...idsOf(batch.map((item) => item.document)));
        await collection.write(tenant, [{ delete: numbered(1) }]);
        if (seen.length === 2) break;
      }
      expect(seen).toEqual([numbered(0), numbered(2)]);
      expect(await collection.count(tenant)).toBe(3);
    });
  });
};
