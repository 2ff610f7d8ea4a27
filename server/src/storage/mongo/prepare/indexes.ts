import type { Schema } from 'mongoose';
import { isMissing, isOtherwiseNamed, isPartialRefused } from '../connection/mongoErrors.ts';
import type { DocumentModel } from '../models.ts';
import { isOurIndex, isUniqueIndex } from '../schemas/indexNames.ts';

/** An index as it is created. */
export interface IndexSpecification {
  readonly name: string;
  readonly key: Readonly<Record<string, 1>>;
  readonly unique?: true;
  readonly partialFilterExpression?: Readonly<Record<string, unknown>>;
}

/** Told of an index whose keys an administrator has under a name of their own; questions are then asked without naming it. */
export type OnIndexRefused = (index: IndexSpecification, error: unknown) => void;

/** As `schema.index` declared them, without what Mongoose adds for servers of long ago. */
export const declaredIndexes = (schema: Schema): readonly IndexSpecification[] =>
  schema.indexes().map(([key, options]) => {
    const kept = Object.entries(options).filter(([name]) => name !== 'background');
    return { key, ...Object.fromEntries(kept) } as unknown as IndexSpecification;
  });

/** The names of the indexes a collection has; null for one that nobody has written to yet. */
export const presentIndexes = async (model: DocumentModel): Promise<readonly string[] | null> => {
  const present = await unlessMissing(model.listIndexes() as Promise<readonly { readonly name?: string }[]>);
  return present && present.map(({ name }) => String(name));
};

/**
 * Makes what is missing in one command, or none; the same from several replicas at once is fine. A key that is unique now
 * must have been derived for every document before, see `rederiveKeys.ts`.
 */
export const createIndexes = async (
  model: DocumentModel,
  present: readonly string[],
  onRefused: OnIndexRefused,
): Promise<void> => {
  const missing = declaredIndexes(model.schema).filter(({ name }) => !present.includes(name));
  if (missing.length === 0) return;
  try {
    await create(model, missing);
  } catch (error) {
    if (!isPartialRefused(error) && !isOtherwiseNamed(error)) throw error;
    for (const index of missing) await createOne(model, index, onRefused);
  }
};

/** Not `Model.createIndexes`, which sends a command for each. */
const create = (model: DocumentModel, indexes: readonly IndexSpecification[]): Promise<unknown> =>
  model.collection.createIndexes(indexes.map((index) => ({ ...index })));

const createOne = async (model: DocumentModel, index: IndexSpecification, onRefused: OnIndexRefused): Promise<void> => {
  const { partialFilterExpression, ...whole } = index;
  try {
    await create(model, [index]);
  } catch (error) {
    // Servers that know no partial indexes, such as FerretDB 1, count documents without the key as different anyway.
    if (partialFilterExpression !== undefined && isPartialRefused(error)) await create(model, [whole]);
    // A unique one is not only for speed.
    else if (index.unique !== true && isOtherwiseNamed(error)) onRefused(index, error);
    else throw error;
  }
};

/** What a release that asks for fewer leaves behind. Only ours: one that somebody added for their own questions stays. */
export const oldIndexes = (model: DocumentModel, present: readonly string[]): OldIndexes => {
  const wanted = new Set(declaredIndexes(model.schema).map(({ name }) => name));
  const old = present.filter((name) => isOurIndex(name) && !wanted.has(name));
  return { unique: old.filter(isUniqueIndex), others: old.filter((name) => !isUniqueIndex(name)) };
};

export interface OldIndexes {
  readonly unique: readonly string[];
  readonly others: readonly string[];
}

export const dropIndexes = async (model: DocumentModel, names: readonly string[]): Promise<void> => {
  for (const name of names) await unlessMissing(model.collection.dropIndex(name));
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
