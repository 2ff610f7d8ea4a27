import { indexesOf, multiKeyNames, uniqueKeys, type AnyDeclaration } from '../declaration.ts';
import { isMissing } from './mongoErrors.ts';
import type { DocumentCollection } from './models.ts';

/** An index as it is created. */
export interface IndexSpecification {
  readonly name: string;
  readonly key: Readonly<Record<string, 1>>;
  readonly unique?: true;
}

/** The order of ids, which every collection has by itself. */
export const idIndex = '_id_';
export const orderIndex = (keys: readonly string[]): string => ['order', ...keys].join('_');
export const multiIndex = (key: string): string => `words_${key}`;
const uniquePrefix = 'unique_';
export const uniqueIndex = (key: string): string => uniquePrefix + key;

/** The key whose uniqueness an error message says is broken: MongoDB names the index. */
export const keyOfUniqueIndex = (text: string): string | null => /\bunique_([A-Za-z]+)/.exec(text)?.[1] ?? null;

const ours = /^(order|words|unique)_/;

/** Names of keys are letters only, so index names never clash. */
export const wantedIndexes = (declaration: AnyDeclaration): readonly IndexSpecification[] => [
  ...indexesOf(declaration).map((keys) => ({
    name: orderIndex(keys),
    key: ascending(['_tenant', ...keys.map((key) => `_keys.${key}`), '_id']),
  })),
  ...multiKeyNames(declaration).map((key) => ({
    name: multiIndex(key),
    key: ascending(['_tenant', `_multi.${key}`]),
  })),
  ...uniqueKeys(declaration).map((key) => ({
    name: uniqueIndex(key),
    key: ascending(['_tenant', `_unique.${key}`]),
    unique: true as const,
  })),
];

const ascending = (fields: readonly string[]): Readonly<Record<string, 1>> =>
  Object.fromEntries(fields.map((field) => [field, 1 as const]));

/**
 * Makes what is missing; the same from several replicas at once is fine. A key that is unique now must have been derived
 * for every document before, see `rederiveKeys.ts`.
 */
export const createIndexes = async (documents: DocumentCollection, declaration: AnyDeclaration): Promise<void> => {
  for (const { name, key, unique } of wantedIndexes(declaration)) {
    await documents.createIndex(key, unique === true ? { name, unique } : { name });
  }
};

/** Only ours: an index that somebody added for questions of their own stays. */
export const dropOldIndexes = async (documents: DocumentCollection, declaration: AnyDeclaration): Promise<void> => {
  const wanted = new Set(wantedIndexes(declaration).map(({ name }) => name));
  const present = (await unlessMissing(documents.indexes())) ?? [];
  const old = present.map(({ name }) => String(name)).filter((name) => ours.test(name) && !wanted.has(name));
  for (const name of old) await unlessMissing(documents.dropIndex(name));
};

/** A collection nobody has written to yet is not there, and an old index may have been dropped by another replica. */
const unlessMissing = async <R>(work: Promise<R>): Promise<R | null> => {
  try {
    return await work;
  } catch (error) {
    if (!isMissing(error)) throw error;
    return null;
  }
};
