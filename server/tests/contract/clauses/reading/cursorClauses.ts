import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { cursorQuery } from '../../../../src/contract/paging.ts';
import { allPages } from '../../../../src/ports/pages/allPages.ts';
import type { PageQuery } from '../../../../src/storage/collection.ts';
import { compareKeys } from '../../../../src/storage/keys/compareKeys.ts';
import { type ContractTarget, runsOnTarget } from '../../support/targets/contractTarget.ts';
import { idsOf } from '../../support/readAll.ts';
import { thing, type Thing } from '../../support/things.ts';
import { withThings } from '../../support/withThings.ts';

/** Longer than what a cursor tells of a key, in scripts whose letters take one to four bytes, some escaped ones among them. */
const beginnings = [
  'a'.repeat(205),
  'a'.repeat(210),
  '\u1112\u1161\u11ab'.repeat(256),
  '😀'.repeat(201),
  '\u0001"'.repeat(150),
];
const name = fc
  .tuple(
    fc.constantFrom(...beginnings, 'short', ''),
    fc.constantFrom('', 'a', 'b', 'c', '😀', '\uFFFD', 'x'.repeat(9000)),
  )
  .map((parts) => parts.join(''));
const id = fc.constantFrom(...'abcdefgh');
const document = fc.record({ id, name: fc.option(name, { freq: 9 }), status: fc.constantFrom('new', 'old') });
const documents = fc
  .uniqueArray(document, { selector: (each) => each.id, minLength: 2, maxLength: 8 })
  .map((all) => all.map(({ id: own, ...fields }) => thing(own, fields)));

const query: fc.Arbitrary<PageQuery> = fc.record({
  where: fc.constantFrom<NonNullable<PageQuery['where']>>(
    [],
    [{ key: 'status', in: ['new', 'old'] }],
    [{ key: 'name', prefix: 'a'.repeat(100) }],
    [{ key: 'name', prefix: 'a'.repeat(210) }],
    [{ key: 'name', prefix: '😀'.repeat(201) }],
  ),
  sort: fc.constant('name'),
  descending: fc.boolean(),
  limit: fc.integer({ min: 1, max: 3 }),
});

const byName = (left: Thing, right: Thing): number =>
  compareKeys(left.name, right.name) || compareKeys(left.id, right.id);

const matches = ({ name: called }: Thing, { where = [] }: PageQuery): boolean =>
  where.every((condition) => !('prefix' in condition) || (called ?? '').startsWith(condition.prefix));

/** Between two pages: this one goes, or is called otherwise. */
const change = fc.record({ id, name: fc.option(name) });

export const cursorClauses = (target: ContractTarget): void => {
  describe('pages of texts of any length', () => {
    const fixture = withThings(target);
    const runs = runsOnTarget(target, 100);
    let tenants = 0;

    /** Every page, each with a cursor that the API takes; `meanwhile` happens between two of them. */
    const readAll = async (tenant: string, asked: PageQuery, meanwhile = async (): Promise<void> => undefined) => {
      const found: Thing[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await fixture.collection.page(tenant, { ...asked, ...(cursor !== undefined && { cursor }) });
        found.push(...page.items.map((item) => item.document));
        if (page.cursor === null) return found;
        ({ cursor } = cursorQuery.parse({ cursor: page.cursor }));
        await meanwhile();
      }
    };
    const begin = async (all: readonly Thing[]): Promise<string> => {
      tenants += 1;
      const tenant = `${fixture.tenant}-${String(tenants)}`;
      const puts = all.map((each) => ({ put: each }));
      await fixture.collection.write(tenant, puts);
      return tenant;
    };

    test('let others have their turn before the next one is read', async () => {
      const tenant = await begin([...'abcdef'].map((each) => thing(each)));
      const hadTurn: boolean[] = [];
      let isOver = false;
      for await (const items of allPages(2, (request) => fixture.collection.page(tenant, request))) {
        expect(items).toHaveLength(2);
        hadTurn.push(isOver);
        isOver = false;
        setImmediate(() => (isOver = true));
      }
      expect(hadTurn).toEqual([false, true, true]);
    });

    test('come in order, everybody once, however long the part is in which keys are the same', async () => {
      await fc.assert(
        fc.asyncProperty(documents, query, async (all, asked) => {
          const tenant = await begin(all);
          const expected = all.filter((each) => matches(each, asked)).sort(byName);
          if (asked.descending === true) expected.reverse();
          expect(idsOf(await readAll(tenant, asked))).toEqual(idsOf(expected));
        }),
        { numRuns: runs },
      );
    });

    test('hold nobody who was not asked for, where the last one of the page before is gone', async () => {
      const [before, asked] = ['a'.repeat(205), 'a'.repeat(210)];
      const tenant = await begin([
        thing('outside', { name: before }),
        thing('first', { name: `${asked}1` }),
        thing('second', { name: `${asked}2` }),
        thing('behind', { name: `${before}b` }),
      ]);
      const prefixed: PageQuery = { where: [{ key: 'name', prefix: asked }], sort: 'name', limit: 1 };
      for (const [descending, gone, left] of [
        [false, 'first', 'second'],
        [true, 'second', 'first'],
      ] as const) {
        const found = await readAll(tenant, { ...prefixed, descending }, async () => {
          await fixture.collection.write(tenant, [{ delete: gone }]);
        });
        expect(idsOf(found)).toEqual([gone, left]);
        await fixture.collection.write(tenant, [
          { put: thing(gone, { name: `${asked}${gone === 'first' ? '1' : '2'}` }) },
        ]);
      }
    });

    test('miss nobody who stays as they are, whoever is renamed or deleted between two pages', async () => {
      await fc.assert(
        fc.asyncProperty(documents, query, fc.array(change, { maxLength: 5 }), async (all, asked, changes) => {
          const tenant = await begin(all);
          const changed = new Set<string>();
          const left = [...changes];
          const found = await readAll(tenant, asked, async () => {
            const next = left.shift();
            if (next === undefined) return;
            changed.add(next.id);
            const { id: own, name: called } = next;
            const operation = called === null ? { delete: own } : { put: thing(own, { name: called }) };
            await fixture.collection.write(tenant, [operation]);
          });
          const stayed = all.filter((each) => matches(each, asked) && !changed.has(each.id));
          const missing = idsOf(stayed).filter((each) => !idsOf(found).includes(each));
          expect(missing).toEqual([]);
          expect(idsOf(found.filter((each) => !matches(each, asked)))).toEqual([]);
        }),
        { numRuns: runs },
      );
    });
  });
};
