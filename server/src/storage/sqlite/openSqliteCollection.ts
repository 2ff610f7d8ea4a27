import { setImmediate } from 'node:timers/promises';
import type { Collection, CollectionDeclaration, Fence, Stored, WriteOperation } from '../collection.ts';
import { checkFenceUse } from '../checkFenceUse.ts';
import { keyText, tenantKey } from '../keys/keyText.ts';
import { readPage, scanInOrder, type ReadInOrder } from '../pages/readInOrder.ts';
import { resolveCount } from '../pages/resolveQuery.ts';
import { applyOperation } from './applyOperation.ts';
import { checkFence } from './checkFence.ts';
import { parseDocument } from './parseDocument.ts';
import { countSegments, readSegments } from './readSegments.ts';
import { openRowWriter } from './rowWriter.ts';
import type { Statements } from './statements.ts';
import { table } from './tableNames.ts';

/** Operations per transaction. SQLite answers on this thread, so between two of them requests get their turn. */
const transactionSize = 1000;

/** Ids per statement; a shorter list is filled up, so that three statements do for lists of any length. */
const idsPerStatement = [1, 8, 512] as const;

/** The collection as SQLite keeps it. Throws what SQLite throws: the engine translates. */
export const openSqliteCollection = <T>(
  statements: Statements,
  declaration: CollectionDeclaration<T>,
): Collection<T> => {
  const { name } = declaration;
  const getMany = (tenantId: string, ids: readonly string[]): readonly Stored<T>[] =>
    chunkIds(ids).flatMap((chunk) => {
      const marks = chunk.map(() => '?').join(', ');
      const sql = `SELECT id, revision, document FROM ${table(name)} WHERE tenant = ? AND id IN (${marks})`;
      return statements
        .prepare(sql)
        .all(tenantKey(tenantId), ...chunk)
        .map((row) => ({
          document: parseDocument<T>(name, String(row['id']), String(row['document'])),
          revision: Number(row['revision']),
        }));
    });
  const readerOf =
    (tenantId: string): ReadInOrder<T> =>
    (asked, stretch) =>
      readSegments(statements, { collection: name, tenant: tenantKey(tenantId), ...asked }, stretch);
  return {
    get: async (tenantId, id) => getMany(tenantId, [id])[0] ?? null,
    getMany: async (tenantId, ids) => getMany(tenantId, ids),
    page: (tenantId, query) => readPage(declaration, query, readerOf(tenantId)),
    count: async (tenantId, where = []) => {
      const reading = { collection: name, tenant: tenantKey(tenantId), descending: false };
      const walks = resolveCount(declaration, where);
      return walks.reduce((sum, query) => sum + countSegments(statements, { ...reading, query }), 0);
    },
    scan: (tenantId, where = [], batchSize = 500) =>
      scanInOrder(declaration, { where, limit: batchSize }, async (asked, stretch) => {
        if (stretch.position !== null) await setImmediate();
        return readerOf(tenantId)(asked, stretch);
      }),
    write: (tenantId, operations, fence) =>
      writeOperations(statements, declaration, { tenantId, operations, ...(fence && { fence }) }),
  };
};

const chunkIds = (ids: readonly string[]): readonly (readonly string[])[] => {
  const distinct = [...new Set(ids.map(keyText))];
  const size = idsPerStatement.find((some) => distinct.length <= some) ?? idsPerStatement[2];
  const chunks: (readonly string[])[] = [];
  for (let start = 0; start < distinct.length; start += size) {
    const chunk = distinct.slice(start, start + size);
    const last = chunk.at(-1) ?? '';
    chunks.push([...chunk, ...Array<string>(size - chunk.length).fill(last)]);
  }
  return chunks;
};

interface Batch<T> {
  readonly tenantId: string;
  readonly operations: readonly WriteOperation<T>[];
  readonly fence?: Fence;
}

/** A batch that fails leaves the transactions before the failing one applied, and nothing of that one. */
const writeOperations = async <T>(
  statements: Statements,
  declaration: CollectionDeclaration<T>,
  { tenantId, operations, fence }: Batch<T>,
): Promise<readonly number[]> => {
  const tenant = tenantKey(tenantId);
  if (fence) checkFenceUse(declaration, operations, fence);
  const writer = openRowWriter(statements, declaration);
  const revisions: number[] = [];
  for (let start = 0; start < operations.length; start += transactionSize) {
    if (start > 0) await setImmediate();
    const part = operations.slice(start, start + transactionSize);
    const written = await statements.transactionWhenFree(() => {
      if (fence) checkFence(statements, declaration.name, { tenant, fence });
      return part.map((operation) => applyOperation(writer, declaration, { tenant, operation }));
    }, declaration.operational !== true);
    revisions.push(...written);
  }
  return revisions;
};
