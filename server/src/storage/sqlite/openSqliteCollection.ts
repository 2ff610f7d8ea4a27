import { setImmediate } from 'node:timers/promises';
import type { Collection, CollectionDeclaration, Fence, Stored, WriteOperation } from '../collection.ts';
import { checkFenceUse } from '../checkFenceUse.ts';
import { keyText, tenantKey } from '../keys/keyText.ts';
import { readPage, scanInOrder, type ReadInOrder } from '../pages/readInOrder.ts';
import { resolveCount } from '../pages/resolveQuery.ts';
import { raiseMark } from './changeMarks.ts';
import { applyOperation } from './write/applyOperation.ts';
import { checkFence } from './write/checkFence.ts';
import { parseDocument } from './read/parseDocument.ts';
import { countSegments, readSegments } from './read/readSegments.ts';
import { openRowWriter, type RowWriter } from './write/rowWriter.ts';
import type { Statements } from './statements.ts';
import { table, tenantColumn } from './layout/tableNames.ts';
import type { TenantNumbers } from './layout/tenantNumbers.ts';

/** Operations per transaction where others wait. SQLite answers on this thread, so between two of them requests get their turn. */
const transactionSize = 2000;

/**
 * Operations per transaction of a thread that answers nobody, for as long as nobody waits for it: the fewer there are, the less
 * often the same page of an index is written. Another process, which nobody sees waiting, waits half a second for them.
 */
const longestTransaction = 10_000;

/** Ids per statement; a shorter list is filled up, so that three statements do for lists of any length. */
const idsPerStatement = [1, 8, 512] as const;

/** What every collection of one file shares. */
export interface OpenFile {
  readonly statements: Statements;
  readonly tenants: TenantNumbers;
  /** In which documents are written, as it stands in this transaction. */
  readonly shape: () => number;
}

/** The collection as SQLite keeps it. Throws what SQLite throws: the engine translates. */
export const openSqliteCollection = <T>(
  { statements, tenants, shape }: OpenFile,
  declaration: CollectionDeclaration<T>,
): Collection<T> => {
  const { name } = declaration;
  const writer = openRowWriter(statements, declaration);
  const getMany = (tenantId: string, ids: readonly string[]): readonly Stored<T>[] => {
    const tenant = tenants.find(tenantKey(tenantId));
    return tenant === null
      ? []
      : chunkIds(ids).flatMap((chunk) => readByIds(statements, declaration, { tenant, chunk }));
  };
  const readerOf =
    (tenantId: string): ReadInOrder<T> =>
    (asked, stretch) => {
      const tenant = tenants.find(tenantKey(tenantId));
      return tenant === null
        ? []
        : readSegments(statements, { form: declaration, collection: name, tenant, ...asked }, stretch);
    };
  return {
    get: async (tenantId, id) => getMany(tenantId, [id])[0] ?? null,
    getMany: async (tenantId, ids) => getMany(tenantId, ids),
    page: async (tenantId, query) => {
      // Whoever goes on from a page may do so until the last one, and nobody else was looked at before.
      if (query.cursor !== undefined) await setImmediate();
      return readPage(declaration, query, readerOf(tenantId));
    },
    count: async (tenantId, where = []) => {
      const walks = resolveCount(declaration, where);
      const tenant = tenants.find(tenantKey(tenantId));
      if (tenant === null) return 0;
      const reading = { collection: name, tenant, descending: false };
      return walks.reduce((sum, query) => sum + countSegments(statements, { ...reading, query }), 0);
    },
    scan: (tenantId, where = [], batchSize = 500) =>
      scanInOrder(declaration, { where, limit: batchSize }, async (asked, stretch) => {
        if (stretch.position !== null) await setImmediate();
        return readerOf(tenantId)(asked, stretch);
      }),
    write: async (tenantId, operations, fence) => {
      if (fence) checkFenceUse(declaration, operations, fence);
      const tenant = await tenants.take(tenantKey(tenantId));
      return writeOperations(statements, declaration, { writer, tenant, shape, operations, ...(fence && { fence }) });
    },
  };
};

const readByIds = <T>(
  statements: Statements,
  declaration: CollectionDeclaration<T>,
  { tenant, chunk }: { readonly tenant: number; readonly chunk: readonly string[] },
): readonly Stored<T>[] => {
  const marks = chunk.map(() => '?').join(', ');
  const sql = `SELECT id, revision, document FROM ${table(declaration.name)} WHERE ${tenantColumn} = ? AND id IN (${marks})`;
  const rows = statements.prepare(sql).all(tenant, ...chunk);
  return rows.map((row) => ({
    document: parseDocument<T>(declaration, String(row['id']), String(row['document'])),
    revision: Number(row['revision']),
  }));
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
  readonly writer: RowWriter<T>;
  readonly tenant: number;
  readonly shape: () => number;
  readonly operations: readonly WriteOperation<T>[];
  readonly fence?: Fence;
}

/** A batch that fails leaves the transactions before the failing one applied, and nothing of that one. */
const writeOperations = async <T>(
  statements: Statements,
  declaration: CollectionDeclaration<T>,
  { writer, tenant, shape, operations, fence }: Batch<T>,
): Promise<readonly number[]> => {
  const revisions: number[] = [];
  while (revisions.length < operations.length) {
    if (revisions.length > 0) await setImmediate();
    const left = operations.slice(revisions.length);
    const written = await statements.transactionWhenFree(() => {
      if (fence) checkFence(statements, declaration.name, { tenant, fence });
      if (declaration.operational !== true) raiseMark(statements, tenant);
      const now = { tenant, shape: shape() };
      return writer.together(() => {
        const applied: number[] = [];
        for (const operation of left) {
          if (applied.length >= (statements.mayGoOn() ? longestTransaction : transactionSize)) break;
          applied.push(applyOperation(writer, declaration, { ...now, operation }));
        }
        return applied;
      });
    });
    for (const revision of written) revisions.push(revision);
  }
  return revisions;
};
