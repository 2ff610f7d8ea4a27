import { describe, expect, test } from '@jest/globals';
import type { Condition, Key } from '../../../../src/storage/collection.ts';
import { manyOn, type ContractTarget } from '../../support/targets/contractTarget.ts';
import { idsOf, readPages } from '../../support/readAll.ts';
import { thing, type Thing } from '../../support/things.ts';
import { withThings } from '../../support/withThings.ts';

const awkward = [
  '',
  '%',
  '_',
  '\\',
  "'",
  '"',
  '\n',
  '\u0000',
  '%a',
  '_a',
  '\\a',
  "'a",
  '"a',
  '\na',
  ',',
  ']',
  '\u{10FFFF}',
  '\u{10FFFF}a',
  'a\u{10FFFF}',
  'a\u{10FFFF}\u{10FFFF}b',
  '\uD7FFx',
  '\uE000x',
  '\uFFFD',
  '😀',
  '😀a',
  'é',
  'e\u0301',
  'A',
  'a',
  'Z',
  'z',
];

const byteOrder = (left: string, right: string): number => Buffer.compare(Buffer.from(left), Buffer.from(right));

export const queryClauses = (target: ContractTarget): void => {
  describe('asking', () => {
    const fixture = withThings(target);
    const putAll = (documents: readonly Thing[]): Promise<unknown> =>
      fixture.collection.write(
        fixture.tenant,
        documents.map((document) => ({ put: document })),
      );
    const ids = async (
      query: { where?: readonly Condition[]; sort?: string; descending?: boolean },
      limit = 2,
    ): Promise<readonly string[]> => idsOf(await readPages(fixture.collection, fixture.tenant, { ...query, limit }));

    test('order is key then id, both ways, absent keys first; numbers by value and before texts', async () => {
      const mixed: readonly (readonly [string, Key | null])[] = [
        ['a', 10],
        ['b', null],
        ['c', '10'],
        ['d', 9],
        ['e', '9'],
        ['f', -1.5],
        ['g', null],
        ['h', ''],
        ['i', 9],
        ['j', 0],
        ['k', -0],
      ];
      await putAll(mixed.map(([id, key]) => thing(id, { mixed: key })));
      const order = ['b', 'g', 'f', 'j', 'k', 'd', 'i', 'a', 'h', 'c', 'e'];
      for (const limit of [1, 2, 3, 20]) {
        expect(await ids({ sort: 'mixed' }, limit)).toEqual(order);
        expect(await ids({ sort: 'mixed', descending: true }, limit)).toEqual([...order].reverse());
      }
      expect(await ids({})).toEqual([...order].sort());
      expect(await ids({ descending: true })).toEqual([...order].sort().reverse());
    });

    test('texts are in order of their UTF-8 bytes, not of UTF-16 units', async () => {
      await putAll(awkward.map((name, index) => thing(`t${index}`, { name })));
      const documents = await readPages(fixture.collection, fixture.tenant, { sort: 'name', limit: 4 });
      expect(documents.map((document) => document.name)).toEqual([...awkward].sort(byteOrder));
      const listed = await ids({ where: [{ key: 'name', in: awkward }], sort: 'name' }, 3);
      expect(listed).toEqual(documents.map((document) => document.id));
    });

    test('ids are in byte order too, whatever is in them', async () => {
      await putAll(awkward.map((id) => thing(id)));
      expect(await ids({}, 3)).toEqual([...awkward].sort(byteOrder));
      expect(await ids({ where: [{ key: 'id', prefix: 'a' }] })).toEqual(
        awkward.filter((id) => id.startsWith('a')).sort(byteOrder),
      );
      for (const id of awkward) expect((await fixture.collection.get(fixture.tenant, id))?.document.id).toBe(id);
    });

    test('a prefix is compared letter by letter, special characters included, and the empty one matches every text', async () => {
      await putAll([
        ...awkward.map((name, index) => thing(`t${index}`, { name, tags: [name] })),
        thing('absent', { mixed: 1 }),
      ]);
      for (const [at, prefix] of awkward.entries()) {
        const expected = awkward.filter((name) => name.startsWith(prefix)).sort(byteOrder);
        for (const descending of target.readsAll ? [at % 2 === 0] : [false, true]) {
          const documents = await readPages(fixture.collection, fixture.tenant, {
            where: [{ key: 'name', prefix }],
            sort: 'name',
            descending,
            limit: 3,
          });
          expect(documents.map((document) => document.name)).toEqual(descending ? expected.toReversed() : expected);
        }
        const byTag = await readPages(fixture.collection, fixture.tenant, {
          where: [{ key: 'tags', prefix }],
          sort: 'name',
          limit: 3,
        });
        expect(byTag.map((document) => document.name)).toEqual(expected);
        expect(await fixture.collection.count(fixture.tenant, [{ key: 'name', prefix }])).toBe(expected.length);
        expect(await fixture.collection.count(fixture.tenant, [{ key: 'tags', has: prefix }])).toBe(1);
      }
      expect(await ids({ where: [{ key: 'mixed', prefix: '' }], sort: 'mixed' })).toEqual([]);
    });

    test('text that is not well-formed is kept and found under U+FFFD', async () => {
      const broken = thing('a', { name: 'x\uD83D', tags: ['x\uD83D'], note: '\uD83D' });
      await putAll([broken]);
      expect(await ids({ where: [{ key: 'name', eq: 'x\uD83D' }] })).toEqual(['a']);
      expect(await ids({ where: [{ key: 'tags', has: 'x\uFFFD' }] })).toEqual(['a']);
      expect((await fixture.collection.get(fixture.tenant, 'a'))?.document).toEqual(broken);
    });

    test('eq tells numbers from texts and never matches what is absent', async () => {
      await putAll([
        thing('number', { mixed: 1 }),
        thing('text', { mixed: '1' }),
        thing('none'),
        thing('empty', { mixed: '' }),
      ]);
      expect(await ids({ where: [{ key: 'mixed', eq: 1 }], sort: 'mixed' })).toEqual(['number']);
      expect(await ids({ where: [{ key: 'mixed', eq: '1' }] })).toEqual(['text']);
      expect(await ids({ where: [{ key: 'mixed', eq: '' }] })).toEqual(['empty']);
      expect(await ids({ where: [{ key: 'code', eq: 'none has this' }] })).toEqual([]);
    });

    test('in with no value matches nothing, and with 5,000 values each document once', async () => {
      await putAll(
        Array.from({ length: 30 }, (_, index) => thing(`i${String(index).padStart(2, '0')}`, { size: index % 10 })),
      );
      const where = (values: readonly Key[]): readonly Condition[] => [{ key: 'size', in: values }];
      expect(await ids({ where: where([]), sort: 'size' })).toEqual([]);
      expect(await fixture.collection.count(fixture.tenant, where([]))).toBe(0);
      expect(await ids({ where: where([7, 3, 3, 99]), sort: 'size' })).toEqual([
        'i03',
        'i13',
        'i23',
        'i07',
        'i17',
        'i27',
      ]);
      expect(await ids({ where: where([7, 3]), sort: 'size', descending: true })).toEqual([
        'i27',
        'i17',
        'i07',
        'i23',
        'i13',
        'i03',
      ]);
      const many = Array.from({ length: 5000 }, (_, index) => index);
      expect(await ids({ where: where(many), sort: 'size' }, 7)).toHaveLength(30);
      expect(await fixture.collection.count(fixture.tenant, where([...many, ...many]))).toBe(30);
    });

    test('getMany takes any number of ids, absent and repeated ones included', async () => {
      const things = Array.from({ length: target.readsAll ? 150 : 600 }, (_, index) => thing(`g${index}`));
      await putAll(things);
      const { collection, tenant } = fixture;
      expect(await collection.getMany(tenant, [])).toEqual([]);
      const asked = Array.from({ length: 5000 }, (_, index) => `g${index % 2500}`);
      const found = await collection.getMany(tenant, asked);
      expect(idsOf(found.map((item) => item.document)).toSorted()).toEqual(idsOf(things).toSorted());
    });

    test('cursors stay valid while documents before and after them come and go', async () => {
      const names = ['b', 'd', 'f', 'h', 'j'];
      await putAll(names.map((name) => thing(`id-${name}`, { name })));
      const { collection, tenant } = fixture;
      const first = await collection.page(tenant, { sort: 'name', limit: 2 });
      await collection.write(tenant, [
        { delete: 'id-d' },
        { put: thing('id-a', { name: 'a' }) },
        { put: thing('id-e', { name: 'e' }) },
        { delete: 'id-j' },
      ]);
      const second = await collection.page(tenant, { sort: 'name', limit: 2, cursor: first.cursor! });
      expect(idsOf(second.items.map((item) => item.document))).toEqual(['id-e', 'id-f']);
      const third = await collection.page(tenant, { sort: 'name', limit: 2, cursor: second.cursor! });
      expect(idsOf(third.items.map((item) => item.document))).toEqual(['id-h']);
      expect(third.cursor).toBeNull();
    });

    test('a page holds 1 to 1000 documents, and the last one has no cursor even when it is full', async () => {
      const [{ collection, tenant }, limit] = [fixture, manyOn(target, 1001) - 1];
      await putAll(Array.from({ length: limit + 1 }, (_, index) => thing(`p${index}`)));
      for (const wrong of [0, -1, 1001, 1.5, Number.NaN])
        await expect(collection.page(tenant, { limit: wrong })).rejects.toThrow(RangeError);
      const first = await collection.page(tenant, { limit });
      expect(first.items).toHaveLength(limit);
      expect((await collection.page(tenant, { limit: 1000, cursor: first.cursor! })).cursor).toBeNull();
      await collection.write(tenant, [{ delete: 'p0' }]);
      expect((await collection.page(tenant, { limit })).cursor).toBeNull();
    });

    test('a cursor of another query, or no cursor at all, is refused with what to do', async () => {
      await putAll([thing('a'), thing('b')]);
      const { collection, tenant } = fixture;
      const { cursor } = await collection.page(tenant, { limit: 1 });
      for (const wrong of [
        '',
        'x',
        'bnVsbA',
        Buffer.from('[1,2,3,4]').toString('base64url'),
        "'; DROP TABLE things; --",
      ]) {
        await expect(collection.page(tenant, { limit: 1, cursor: wrong })).rejects.toMatchObject({
          code: 'bad-cursor',
        });
      }
      for (const other of [{ sort: 'name' }, { descending: true }]) {
        await expect(collection.page(tenant, { ...other, limit: 1, cursor: cursor! })).rejects.toThrow(/first page/);
      }
    });

    test('several words must each match, whether few documents hold them or most', async () => {
      // As many as make an engine ask otherwise for a word that they all hold than for one that few do.
      const count = target.readsAll ? 180 : 2400;
      const documents = Array.from({ length: count }, (_, index) =>
        thing(`w${index}`, {
          name: `n${9999 - index}`,
          status: index % 2 === 0 ? 'new' : 'old',
          tags: ['common', `c${index % 3}`, `rare${index % 90}`],
        }),
      );
      await putAll(documents);
      const expected = (matches: (document: Thing) => boolean): readonly string[] =>
        idsOf(documents.filter(matches).reverse());
      const search = (words: readonly string[], status?: string): Promise<readonly string[]> =>
        ids(
          {
            where: [
              ...words.map((prefix) => ({ key: 'tags', prefix })),
              ...(status === undefined ? [] : [{ key: 'status', eq: status }]),
            ],
            sort: 'name',
          },
          count / 3 - 10,
        );
      expect(await search(['com'])).toEqual(expected(() => true));
      expect(await search(['com', 'c1'])).toEqual(expected(({ tags }) => tags.includes('c1')));
      expect(await search(['com', 'rare77'])).toEqual(
        expected(({ tags }) => tags.some((tag) => tag.startsWith('rare77'))),
      );
      expect(await search(['c', 'com'], 'old')).toEqual(expected(({ status }) => status === 'old'));
      expect(await search(['rare1', 'c2'], 'new')).toEqual(
        expected(
          ({ tags, status }) => status === 'new' && tags.includes('c2') && tags.some((tag) => tag.startsWith('rare1')),
        ),
      );
      expect(await search(['com', 'nobody'])).toEqual([]);
      expect(
        await fixture.collection.count(fixture.tenant, [
          { key: 'tags', has: 'common' },
          { key: 'tags', prefix: 'c1' },
        ]),
      ).toBe(count / 3);
    });

    test('a question that no declared index answers is refused as the bug it is', async () => {
      const { collection, tenant } = fixture;
      const refused: readonly { readonly where?: readonly Condition[]; readonly sort?: string }[] = [
        { sort: 'code' },
        { sort: 'nothing' },
        { where: [{ key: 'nothing', eq: 1 }] },
        { where: [{ key: 'status', eq: 'new' }], sort: 'size' },
        { where: [{ key: 'name', eq: 'a' }], sort: 'status' },
        { where: [{ key: 'status', prefix: 'n' }], sort: 'name' },
        { where: [{ key: 'code', in: [] }], sort: 'name' },
        { where: [{ key: 'rare', in: [1] }], sort: 'mixed' },
        { sort: 'rare' },
        { where: [{ key: 'tags', eq: 'a' }] },
        { where: [{ key: 'name', has: 'a' }] },
        { where: [{ key: 'id', eq: 'a' }] },
        {
          where: [
            { key: 'name', eq: 'a' },
            { key: 'name', eq: 'b' },
          ],
        },
      ];
      for (const query of refused)
        await expect(collection.page(tenant, { ...query, limit: 1 })).rejects.toThrow(/things/);
      await expect(
        collection.count(tenant, [
          { key: 'size', eq: 1 },
          { key: 'name', eq: 'a' },
        ]),
      ).rejects.toThrow(/index/);
      expect(
        await collection.count(tenant, [
          { key: 'status', eq: 'new' },
          { key: 'size', eq: 1 },
        ]),
      ).toBe(0);
    });
  });
};
