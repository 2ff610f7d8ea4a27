import type { Collection, Condition, PageQuery, Stored } from '../../../src/storage/collection.ts';

/** Follows cursors to the end; fails rather than go round for ever. */
export const readPages = async <T>(
  collection: Collection<T>,
  tenantId: string,
  query: PageQuery,
): Promise<readonly T[]> => {
  const documents: T[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 1000; pages += 1) {
    const page = await collection.page(tenantId, cursor === null ? query : { ...query, cursor });
    documents.push(...page.items.map((item) => item.document));
    if (page.cursor === null) return documents;
    cursor = page.cursor;
  }
  throw new Error('the cursors never end');
};

export const readScan = async <T>(
  collection: Collection<T>,
  tenantId: string,
  { where, batchSize }: { readonly where?: readonly Condition[]; readonly batchSize?: number } = {},
): Promise<readonly Stored<T>[]> => {
  const all: Stored<T>[] = [];
  for await (const batch of collection.scan(tenantId, where, batchSize)) all.push(...batch);
  return all;
};

export const idsOf = (documents: readonly { readonly id: string }[]): readonly string[] =>
  documents.map((document) => document.id);
