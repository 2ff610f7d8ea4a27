import { setImmediate } from 'node:timers/promises';
import type {
  Collection,
  CollectionDeclaration,
  Fence,
  Page,
  PageQuery,
  Stored,
  WriteOperation,
} from '../collection.ts';
import { keyText, tenantKey } from '../keyText.ts';
import { decodeCursor, encodeCursor, type PagePosition } from '../pageCursor.ts';
import { resolveCount, resolvePage } from '../resolveQuery.ts';
import { applyOperation } from './applyOperation.ts';
import { checkFence } from './checkFence.ts';
import { parseDocument } from './parseDocument.ts';
import { countSegments, readSegments, type PlacedDocument } from './readSegments.ts';
import { openRowWriter } from './rowWriter.ts';
import type { Statements } from './statements.ts';
import { table } from './tableNames.ts';

/** Operations per transaction. SQLite answers on this thread, so between two of them requests get their turn. */
const transactionSize = 1000;

/** Ids per statement; a shorter list is filled up, so that two statements do for lists of any length. */
const idsPerStatement = [8, 512] as const;

const largestPage = 1000;

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
  return {
    get: async (tenantId, id) => getMany(tenantId, [id])[0] ?? null,
    getMany: async (tenantId, ids) => getMany(tenantId, ids),
    page: async (tenantId, query) => readPage(statements, declaration, { tenantId, query }),
    count: async (tenantId, where = []) =>
      countSegments(statements, {
        collection: name,
        tenant: tenantKey(tenantId),
        query: resolveCount(declaration, where),
        descending: false,
      }),
    scan: (tenantId, where = [], batchSize = 500) =>
      scanDocuments(statements, declaration, { tenantId, query: { where, limit: batchSize } }),
    write: (tenantId, operations, fence) =>
      writeOperations(statements, declaration, { tenantId, operations, ...(fence && { fence }) }),
  };
};

const chunkIds = (ids: readonly string[]): readonly (readonly string[])[] => {
  const distinct = [...new Set(ids.map(keyText))];
  const size = distinct.length <= idsPerStatement[0] ? idsPerStatement[0] : idsPerStatement[1];
  const chunks: (readonly string[])[] = [];
  for (let start = 0; start < distinct.length; start += size) {
    const chunk = distinct.slice(start, start + size);
    const last = chunk.at(-1) ?? '';
    chunks.push([...chunk, ...Array<string>(size - chunk.length).fill(last)]);
  }
  return chunks;
};

interface Asked {
  readonly tenantId: string;
  readonly query: PageQuery;
}

const readPage = <T>(
  statements: Statements,
  declaration: CollectionDeclaration<T>,
  { tenantId, query: { where = [], sort, descending = false, limit, cursor } }: Asked,
): Page<T> => {
  checkLimit(limit);
  const query = resolvePage(declaration, where, sort);
  const order = { sort: query.sort, descending };
  const position = cursor === undefined ? null : decodeCursor(order, cursor);
  const reading = { collection: declaration.name, tenant: tenantKey(tenantId), query, descending };
  // One more than asked tells whether there is a next page.
  const found = readSegments<T>(statements, reading, { position, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((item) => item.stored),
    cursor: found.length > limit && last ? encodeCursor(order, last.position) : null,
  };
};

const checkLimit = (limit: number): void => {
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) {
    throw new RangeError(`a page has 1 to ${largestPage} documents, not ${limit}`);
  }
};

/** Each batch is a query of its own from the last id on, so what others write meanwhile disturbs nothing. */
async function* scanDocuments<T>(
  statements: Statements,
  declaration: CollectionDeclaration<T>,
  { tenantId, query: { where = [], limit } }: Asked,
): AsyncGenerator<readonly Stored<T>[]> {
  checkLimit(limit);
  const query = resolvePage(declaration, where);
  const reading = { collection: declaration.name, tenant: tenantKey(tenantId), query, descending: false };
  let position: PagePosition | null = null;
  for (;;) {
    const found: readonly PlacedDocument<T>[] = readSegments(statements, reading, { position, limit });
    if (found.length > 0) yield found.map((item) => item.stored);
    position = found.at(-1)?.position ?? null;
    if (found.length < limit) return;
    await setImmediate();
  }
}

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
  if (fence && declaration.fenced !== true) throw new Error(`${declaration.name} is not declared fenced`);
  const writer = openRowWriter(statements, declaration);
  const revisions: number[] = [];
  for (let start = 0; start < operations.length; start += transactionSize) {
    if (start > 0) await setImmediate();
    const part = operations.slice(start, start + transactionSize);
    const written = statements.transaction(() => {
      if (fence) checkFence(statements, declaration.name, { tenant, fence });
      return part.map((operation) => applyOperation(writer, declaration, { tenant, operation }));
    });
    revisions.push(...written);
  }
  return revisions;
};
