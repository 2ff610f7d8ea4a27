import { afterAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { indexesOf, type AnyDeclaration } from '../../../src/storage/declare/declaration.ts';
import { readOfWord, readsOf, type Reading } from '../../../src/storage/mongo/read/filters.ts';
import { declaredIndexes, type IndexSpecification } from '../../../src/storage/mongo/prepare/indexes.ts';
import type { AskedQuestion } from '../../../src/storage/mongo/openedCollection.ts';
import { openMongoEngine } from '../../../src/storage/mongo/openMongoEngine.ts';
import { idIndex } from '../../../src/storage/mongo/schemas/indexNames.ts';
import { schemas } from '../../../src/storage/mongo/schemas/schemas.ts';
import { storedSchema } from '../../../src/storage/mongo/schemas/storedSchema.ts';
import { pageSegments } from '../../../src/storage/pages/pageSegments.ts';
import { resolveCount, resolvePage, resolveWalk, type ResolvedQuery } from '../../../src/storage/pages/resolveQuery.ts';
import { describeMongo } from '../../mongo/mongoTarget.ts';
import { stepsOf } from '../../mongo/servers/readCapabilities.ts';
import { repositoriesContract } from '../repositoriesContract.ts';
import type { ContractTarget } from '../support/targets/contractTarget.ts';
import { openSqliteTarget } from '../support/targets/sqliteTarget.ts';

/** What the repositories ask, by shape: one of each is enough. Each is looked at as it is asked, so that its test fails. */
const questions = new Map<string, AskedQuestion>();

const note = (declaration: AnyDeclaration, query: ResolvedQuery, descending: boolean): void => {
  const positions = [null, { key: 'k', id: 'i' }];
  const drives: readonly Reading['drive'][] = [null, ...query.multi];
  for (const position of positions) {
    for (const drive of drives) {
      const segments = pageSegments(query, descending, position);
      for (const read of readsOf({ tenant: 't', query, descending, drive }, segments)) keep(declaration, read);
    }
  }
  for (const word of query.multi) keep(declaration, readOfWord('t', word));
};

/** Counting needs no order, and has no page before it. */
const noteCount = (declaration: AnyDeclaration, query: ResolvedQuery): void => {
  for (const drive of [null, ...query.multi]) {
    const reads = readsOf({ tenant: 't', query, descending: false, drive }, pageSegments(query, false, null));
    for (const { filter, hint } of reads) keep(declaration, { filter, hint });
  }
};

const keep = ({ name }: AnyDeclaration, read: Omit<AskedQuestion, 'collection'>): void => {
  const shape = JSON.stringify([name, read.hint, read.sort, Object.keys(read.filter), operatorsOf(read.filter)]);
  const question = { collection: name, ...read };
  questions.set(shape, question);
  const wrong = whatIsWrongWith(question);
  if (wrong !== null) throw new Error(`${wrong}: ${JSON.stringify(question)}`);
};

const operatorsOf = (filter: object): unknown =>
  Object.values(filter).map((value) => (typeof value === 'object' && value !== null ? Object.keys(value) : 'eq'));

/** Hears every question on its way to another engine, so that no MongoDB is needed to know them. */
const listening = (engine: StorageEngine): StorageEngine => ({
  ...engine,
  collection: (declaration) => {
    const inner = engine.collection(declaration);
    return {
      ...inner,
      page: (tenantId, query) => {
        for (const walk of resolvePage(declaration, query.where ?? [], query.sort))
          note(declaration, walk, query.descending ?? false);
        return inner.page(tenantId, query);
      },
      count: (tenantId, where = []) => {
        for (const walk of resolveCount(declaration, where)) noteCount(declaration, walk);
        return inner.count(tenantId, where);
      },
      scan: (tenantId, where = [], batchSize) => {
        note(declaration, resolveWalk(declaration, where), false);
        return inner.scan(tenantId, where, batchSize);
      },
    };
  },
});

const target: ContractTarget = {
  name: 'SQLite, with MongoDB listening',
  open: async (declared) => {
    const store = await openSqliteTarget().open(declared);
    return { ...store, engine: listening(store.engine) };
  },
};

afterAll(() => {
  expect(questions.size).toBeGreaterThan(40);
  expect([...questions.values()].some(isDrivenByWord)).toBe(true);
});

const wantedIndexes = (declaration: AnyDeclaration): readonly IndexSpecification[] =>
  declaredIndexes(storedSchema(schemas, declaration));
const indexOf = ({ collection, hint }: AskedQuestion): IndexSpecification | undefined => {
  if (hint === idIndex) return { name: idIndex, key: { _id: 1 } };
  const declaration = declarations.find(({ name }) => name === collection);
  return declaration && wantedIndexes(declaration).find(({ name }) => name === hint);
};
const isDrivenByWord = ({ hint }: AskedQuestion): boolean => hint.startsWith('words_');
const isEquality = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Equalities are the first fields of an index, then comes what is sorted by, so that nothing is sorted. */
const sorts = (question: AskedQuestion): boolean => {
  const fields = Object.keys(indexOf(question)?.key ?? {});
  const equal = new Set(
    Object.entries(question.filter).flatMap(([field, value]) => (isEquality(value) ? [field] : [])),
  );
  const first = fields.findIndex((field) => !equal.has(field));
  const walked = first < 0 ? [] : fields.slice(first);
  const sorted = Object.keys(question.sort ?? {}).filter((field) => !equal.has(field) && fields.includes(field));
  return sorted.some((field, place) => walked[place] !== field);
};

const rangesOf = ({ filter }: AskedQuestion): readonly string[] =>
  Object.entries(filter)
    .filter(([field, value]) => !isEquality(value) && field !== '$and' && field !== '_revision' && field !== '_id')
    .map(([field]) => field);

/** Words of a search are looked up in an index of their own, for few, or met along the way, for many. */
const isWordIndex = (question: AskedQuestion): boolean =>
  Object.keys(indexOf(question)?.key ?? {})[1]?.startsWith('_multi.') === true;

const whatIsWrongWith = (question: AskedQuestion): string | null => {
  if (question.filter._tenant !== 't') return 'asked without its tenant';
  if (indexOf(question) === undefined) return 'asked by an index that is not made';
  if (rangesOf(question).length > 1) return 'two conditions are ranges';
  if (isDrivenByWord(question)) return isWordIndex(question) ? null : 'a word is not looked up in an index of words';
  if (sorts(question)) return 'has to be sorted';
  return null;
};

repositoriesContract(target);

describe('the questions of all repositories, as MongoDB gets them', () => {
  test('no two indexes of a collection are the same, and none is made that no declaration names', () => {
    for (const declaration of declarations) {
      const made = wantedIndexes(declaration);
      expect(new Set(made.map(({ key }) => JSON.stringify(Object.keys(key)))).size).toBe(made.length);
      expect(made.filter(({ name }) => name.startsWith('order'))).toHaveLength(indexesOf(declaration).length);
    }
  });
});

describeMongo(
  'query plans of all repositories on MongoDB',
  (mongo) => {
    repositoriesContract(target);

    const { name, version, capabilities } = mongo.server;
    const isInOrder = capabilities.orderedIndexes;
    if (!isInOrder) process.stderr.write(`NOT RUN: that nothing is sorted: ${name} ${version} has no orderedIndexes\n`);

    /** Every question walks its index, and only the few documents of a rare word are sorted. */
    afterAll(async () => {
      const { url } = mongo.openDatabase();
      const engine = await openMongoEngine({ url, declarations, schemas });
      const client = new mongoose.mongo.MongoClient(url);
      try {
        // Of a collection that is not there a server has no plan.
        for (const declared of declarations) await client.db().collection(declared.name).insertOne({ _tenant: 't' });
        for (const question of questions.values()) {
          const cursor = client
            .db()
            .collection(question.collection)
            .find(question.filter)
            .sort({ ...question.sort });
          const { queryPlanner } = await cursor.hint(question.hint).explain('queryPlanner');
          const steps = stepsOf((queryPlanner as { winningPlan?: unknown }).winningPlan);
          expect({ question, steps }).toMatchObject({ steps: expect.arrayContaining(['IXSCAN']) });
          expect(steps).not.toContain('COLLSCAN');
          if (isInOrder && !isDrivenByWord(question)) expect(steps).not.toContain('SORT');
        }
      } finally {
        await client.close();
        await engine.close();
      }
    });
  },
  ['queryPlans'],
);
