import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Collection, PageQuery } from '../../../../src/storage/collection.ts';
import { type ContractTarget, runsOnTarget } from '../../support/targets/contractTarget.ts';
import { openModel, type Model } from '../../support/model.ts';
import { readPages, readScan } from '../../support/readAll.ts';
import { thing, type Thing } from '../../support/things.ts';
import { withThings } from '../../support/withThings.ts';

const tenant = fc.constantFrom('left', 'right');
const id = fc.constantFrom('a', 'b', 'c', 'B', '😀', '\uFFFD', '%');
const word = fc.constantFrom('', 'a', 'ab', 'abc', 'b', '😀', '\uFFFD', '%', '\u{10FFFF}');
const status = fc.constantFrom('new', 'old');

const document = fc.record({
  id,
  name: fc.option(word),
  status,
  size: fc.option(fc.constantFrom(-1, 0, 1, 2.5, 10)),
  mixed: fc.option(fc.oneof(word, fc.constantFrom(0, 1, 10))),
  code: fc.option(fc.constantFrom('c1', 'c2', 'c3')),
  rare: fc.option(fc.constantFrom('r1', 'r2')),
  tags: fc.array(word, { maxLength: 3 }),
});
const ifRevision = fc.option(fc.constantFrom(0, 1, 2), { nil: undefined });

type Step =
  | { readonly kind: 'put'; readonly tenant: string; readonly document: Thing; readonly ifRevision: number | undefined }
  | { readonly kind: 'delete'; readonly tenant: string; readonly id: string; readonly ifRevision: number | undefined };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    tenant,
    document: document.map((fields) => thing(fields.id, fields)),
    ifRevision,
  }),
  fc.record({ kind: fc.constant('delete' as const), tenant, id, ifRevision }),
);

const bare: readonly PageQuery[] = [
  { limit: 2 },
  { sort: 'name', limit: 2 },
  { sort: 'mixed', limit: 3 },
  { sort: 'size', limit: 1 },
  { where: [{ key: 'status', eq: 'new' }], limit: 2 },
  { where: [{ key: 'status', eq: 'new' }], sort: 'name', limit: 2 },
  { where: [{ key: 'code', eq: 'c1' }], limit: 1 },
  { where: [{ key: 'rare', eq: 'r1' }], sort: 'name', limit: 2 },
  { where: [{ key: 'rare', in: ['r2', 'r1'] }], sort: 'name', limit: 2 },
  { where: [{ key: 'status', in: ['new', 'old'] }], sort: 'name', limit: 2 },
  { where: [{ key: 'mixed', in: ['\uFFFD', 1, '', '😀', 'ab', 0] }], sort: 'mixed', limit: 2 },
];

const query: fc.Arbitrary<PageQuery> = fc
  .record({
    base: fc.oneof(
      fc.constantFrom(...bare),
      word.map((prefix) => ({ where: [{ key: 'name', prefix }], sort: 'name', limit: 2 })),
      word.map((prefix) => ({
        where: [
          { key: 'status', eq: 'old' },
          { key: 'name', prefix },
        ],
        sort: 'name',
        limit: 1,
      })),
      id.map((prefix) => ({ where: [{ key: 'id', prefix }], limit: 2 })),
    ),
    multi: fc.array(
      fc.oneof(
        word.map((has) => ({ key: 'tags', has })),
        word.map((prefix) => ({ key: 'letters', prefix })),
      ),
      { maxLength: 2 },
    ),
    descending: fc.boolean(),
  })
  .map(({ base, multi, descending }) => ({ ...base, where: [...(base.where ?? []), ...multi], descending }));

const outcome = async (work: () => Promise<readonly number[]> | readonly number[]): Promise<unknown> => {
  try {
    return await work();
  } catch (error) {
    return error instanceof Error ? error.constructor.name : error;
  }
};

const operationOf = (taken: Step): Parameters<Collection<Thing>['write']>[1][number] => {
  const what = taken.kind === 'put' ? { put: taken.document } : { delete: taken.id };
  return taken.ifRevision === undefined ? what : { ...what, ifRevision: taken.ifRevision };
};

const expectSame = async (collection: Collection<Thing>, model: Model, asked: readonly PageQuery[]): Promise<void> => {
  for (const tenantId of ['left', 'right']) {
    expect(await readScan(collection, tenantId, { batchSize: 3 })).toEqual(model.page(tenantId, { limit: 1 }));
    for (const one of asked) {
      const expected = model.page(tenantId, one).map((stored) => stored.document);
      expect(await readPages(collection, tenantId, one)).toEqual(expected);
      expect(await collection.count(tenantId, one.where)).toBe(expected.length);
    }
  }
};

export const modelClauses = (target: ContractTarget): void => {
  describe('whatever is written and asked', () => {
    const fixture = withThings(target);

    test('answers equal those of a simple model in memory, tenant by tenant', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 25 }),
          fc.array(query, { minLength: 4, maxLength: 8 }),
          async (steps, asked) => {
            const { collection } = fixture;
            const model = openModel();
            for (const taken of steps) {
              const operation = operationOf(taken);
              const real = await outcome(() => collection.write(taken.tenant, [operation]));
              expect(real).toEqual(await outcome(() => [model.write(taken.tenant, operation)]));
            }
            await expectSame(collection, model, asked);
            for (const tenantId of ['left', 'right']) {
              const left = await readScan(collection, tenantId);
              await collection.write(
                tenantId,
                left.map((item) => ({ delete: item.document.id })),
              );
            }
          },
        ),
        { numRuns: runsOnTarget(target, 150) },
      );
    });
  });
};
