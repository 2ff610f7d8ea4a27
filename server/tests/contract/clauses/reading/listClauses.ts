import { describe, expect, test } from '@jest/globals';
import type { Condition } from '../../../../src/storage/collection.ts';
import type { ContractTarget } from '../../support/targets/contractTarget.ts';
import { idsOf, readPages } from '../../support/readAll.ts';
import { thing, type Thing } from '../../support/things.ts';
import { withThings } from '../../support/withThings.ts';

const byteOrder = (left: string, right: string): number => Buffer.compare(Buffer.from(left), Buffer.from(right));

export const listClauses = (target: ContractTarget): void => {
  describe('asking for one of several values, or for what most lack', () => {
    const fixture = withThings(target);
    const putAll = (documents: readonly Thing[]): Promise<unknown> =>
      fixture.collection.write(
        fixture.tenant,
        documents.map((document) => ({ put: document })),
      );
    const ids = async (
      query: { where: readonly Condition[]; sort?: string; descending?: boolean },
      limit = 2,
    ): Promise<readonly string[]> => idsOf(await readPages(fixture.collection, fixture.tenant, { ...query, limit }));

    test('a list on another key than the one to sort by is merged in order, page after page, both ways', async () => {
      const statuses = ['new', 'old', 'odd'];
      const kept = Array.from({ length: 31 }, (_, index) =>
        thing(`m${String(index)}`, { status: statuses[index % 3]!, name: index % 4 === 0 ? null : `n${index % 7}` }),
      );
      await putAll(kept);
      const expected = kept
        .filter(({ status }) => status !== 'odd')
        .sort((a, b) => byteOrder(a.name ?? '', b.name ?? '') || byteOrder(a.id, b.id));
      const where: readonly Condition[] = [{ key: 'status', in: ['new', 'old', 'old', 'gone'] }];
      for (const limit of target.readsAll ? [2, 100] : [1, 2, 5, 100]) {
        expect(await ids({ where, sort: 'name' }, limit)).toEqual(idsOf(expected));
        expect(await ids({ where, sort: 'name', descending: true }, limit)).toEqual(idsOf(expected).toReversed());
        expect(await ids({ where }, limit)).toEqual([...idsOf(expected)].sort(byteOrder));
      }
      expect(await ids({ where: [{ key: 'status', in: [] }], sort: 'name' })).toEqual([]);
      const named: readonly Condition[] = [...where, { key: 'name', prefix: 'n1' }];
      const count = expected.filter(({ name }) => name === 'n1').length;
      expect(await ids({ where: named, sort: 'name' })).toHaveLength(count);
      expect(await fixture.collection.count(fixture.tenant, named)).toBe(count);
    });

    test('a key that most documents lack is asked for by value, and nobody without it is found', async () => {
      const kept = Array.from({ length: 20 }, (_, index) =>
        thing(`s${String(index)}`, { name: `n${9 - (index % 10)}`, rare: index % 5 === 0 ? 'yes' : null }),
      );
      await putAll([...kept, thing('other', { rare: 'no' })]);
      const where: readonly Condition[] = [{ key: 'rare', eq: 'yes' }];
      expect(await ids({ where, sort: 'name' })).toEqual(['s15', 's5', 's0', 's10']);
      expect(await ids({ where: [{ key: 'rare', prefix: '' }], sort: 'rare' })).toHaveLength(5);
      await putAll([thing('s5'), thing('s6', { rare: 'yes' })]);
      expect(await ids({ where, sort: 'name', descending: true })).toEqual(['s10', 's0', 's15', 's6']);
      expect(await fixture.collection.count(fixture.tenant, where)).toBe(4);
    });
  });
};
