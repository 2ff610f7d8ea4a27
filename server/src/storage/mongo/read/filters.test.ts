import { expect, test } from '@jest/globals';
import type { Condition } from '../../collection.ts';
import type { AnyDeclaration } from '../../declare/declaration.ts';
import { pageSegments } from '../../pages/pageSegments.ts';
import { resolvePage } from '../../pages/resolveQuery.ts';
import { readsOf, type MongoRead } from './filters.ts';

const declaration: AnyDeclaration = {
  name: 'entries',
  id: () => '',
  keys: { status: () => null, size: () => null, code: () => null },
  multiKeys: { tags: () => [] },
  indexes: [['size'], ['status', 'size']],
  unique: ['code'],
};

interface Asked {
  readonly where?: readonly Condition[];
  readonly sort?: string;
  readonly descending?: boolean;
  readonly from?: { readonly key: string | number | null; readonly id: string };
}

const reads = ({ where = [], sort, descending = false, from }: Asked): readonly MongoRead[] => {
  return resolvePage(declaration, where, sort).flatMap((query) =>
    readsOf({ tenant: 't/1', query, descending, drive: null }, pageSegments(query, descending, from ?? null)),
  );
};
const filters = (asked: Asked): readonly unknown[] =>
  reads(asked).map(({ filter }) => Object.fromEntries(Object.entries(filter).filter(([field]) => field !== '_tenant')));

test('the order of ids is a range of ids, in which a tenant with a slash has its own place', () => {
  expect(reads({})).toEqual([
    {
      filter: { _tenant: 't/1', _id: { $gte: 't%2F1/', $lt: 't%2F10' }, _revision: { $gt: 0 } },
      sort: { _id: 1 },
      hint: '_id_',
    },
  ]);
});

test('a page goes on where the last one ended, in the numbers, then in the texts', () => {
  expect(filters({ sort: 'size', from: { key: 5, id: 'i' } })).toEqual([
    { '_keys.size': 5, _id: { $gt: 't%2F1/i' } },
    { '_keys.size': { $gt: 5 } },
    { '_keys.size': { $gte: '' } },
  ]);
  expect(filters({ sort: 'size', descending: true, from: { key: 'm', id: 'i' } })).toEqual([
    { '_keys.size': 'm', _id: { $lt: 't%2F1/i' } },
    { '_keys.size': { $gte: '', $lt: 'm' } },
    { '_keys.size': { $gte: -Number.MAX_VALUE } },
    { '_keys.size': null, _revision: { $gt: 0 } },
  ]);
});

test('a list of values is read by one statement, beginning in the middle of the value a page ended at', () => {
  const where = [{ key: 'size', in: [3, 1, 2, 'x'] }];
  expect(filters({ where, sort: 'size', from: { key: 2, id: 'i' } })).toEqual([
    { '_keys.size': 2, _id: { $gt: 't%2F1/i' } },
    { '_keys.size': { $in: [3, 'x'] } },
  ]);
  const many = [{ key: 'size', in: Array.from({ length: 2500 }, (_, index) => index) }];
  expect(reads({ where: many, sort: 'size' })).toHaveLength(3);
});

test('a unique key is asked of its own index', () => {
  expect(reads({ where: [{ key: 'code', eq: 'c' }] })).toMatchObject([
    { filter: { '_unique.code': 'c' }, hint: 'unique_code_present' },
  ]);
});

test('the beginning of a word is a pattern in which nothing has a meaning of its own', () => {
  const where = [
    { key: 'status', eq: 'new' },
    { key: 'tags', prefix: 'a.b*\0[' },
    { key: 'tags', has: 'x' },
  ];
  expect(filters({ where, sort: 'size' })).toEqual([
    { '_keys.status': 'new', $and: [{ '_multi.tags': { $regex: '^a\\.b\\*\\x00\\[' } }, { '_multi.tags': 'x' }] },
  ]);
});
