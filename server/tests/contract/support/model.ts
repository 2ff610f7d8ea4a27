import { Duplicate, StaleRevision } from '../../../src/domain/errors.ts';
import type { Condition, Key, PageQuery, Stored, WriteOperation } from '../../../src/storage/collection.ts';
import { things, type Thing } from './things.ts';

/** The port at its simplest: arrays, filters and sorting, with no index to be wrong about. */
export interface Model {
  write(tenantId: string, operation: WriteOperation<Thing>): number;
  /** Every match in order, however long; limit and cursor are not looked at. */
  page(tenantId: string, query: PageQuery): readonly Stored<Thing>[];
}

export const openModel = (): Model => {
  const tenants = new Map<string, Map<string, Stored<Thing>>>();
  const kept = (tenantId: string): Map<string, Stored<Thing>> => {
    const documents = tenants.get(tenantId) ?? new Map<string, Stored<Thing>>();
    tenants.set(tenantId, documents);
    return documents;
  };
  return {
    write: (tenantId, operation) => apply(kept(tenantId), operation),
    page: (tenantId, { where = [], sort = 'id', descending = false }) => {
      const matches = [...kept(tenantId).values()].filter(({ document }) =>
        where.every((part) => isMatch(document, part)),
      );
      const direction = descending ? -1 : 1;
      return matches.sort((left, right) => direction * compareIn(sort, left.document, right.document));
    },
  };
};

const apply = (documents: Map<string, Stored<Thing>>, operation: WriteOperation<Thing>): number => {
  const id = 'put' in operation ? operation.put.id : operation.delete;
  const revision = documents.get(id)?.revision ?? 0;
  if (operation.ifRevision !== undefined && operation.ifRevision !== revision) throw new StaleRevision('things', id);
  if ('delete' in operation) {
    documents.delete(id);
    return 0;
  }
  const { code } = operation.put;
  const taken = [...documents.values()].some(
    ({ document }) => code !== null && document.code === code && document.id !== id,
  );
  if (taken) throw new Duplicate('things', 'code');
  documents.set(id, { document: operation.put, revision: revision + 1 });
  return revision + 1;
};

const keyOf = (document: Thing, key: string): Key | null =>
  key === 'id' ? document.id : (things.keys[key]?.(document) ?? null);

const isMatch = (document: Thing, condition: Condition): boolean => {
  const values: readonly (Key | null)[] = things.multiKeys?.[condition.key]?.(document) ?? [
    keyOf(document, condition.key),
  ];
  if ('eq' in condition) return values.includes(condition.eq);
  if ('has' in condition) return values.includes(condition.has);
  if ('in' in condition) return values.some((value) => value !== null && condition.in.includes(value));
  return values.some((value) => typeof value === 'string' && value.startsWith(condition.prefix));
};

const compareIn = (sort: string, left: Thing, right: Thing): number =>
  compare(keyOf(left, sort), keyOf(right, sort)) || compare(left.id, right.id);

const compare = (left: Key | null, right: Key | null): number => {
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const rank = (key: Key | null): number => ['object', 'number', 'string'].indexOf(typeof key);
  return rank(left) - rank(right);
};
