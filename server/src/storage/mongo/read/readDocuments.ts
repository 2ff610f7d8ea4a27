import type { Stored } from '../../collection.ts';
import { pageSegments } from '../../pages/pageSegments.ts';
import type { PlacedDocument, Stretch } from '../../pages/readInOrder.ts';
import type { MultiCondition } from '../../pages/resolveQuery.ts';
import { readOfWord, readsOf, type Filter, type MongoRead, type Reading } from './filters.ts';
import { documentId, plainId } from '../layout.ts';
import { isMissingIndex } from '../connection/mongoErrors.ts';
import type { OpenedCollection } from '../openedCollection.ts';
import { parseStored } from './parseStored.ts';
import { idIndex } from '../schemas/indexNames.ts';

type StoredFields = Readonly<Record<string, unknown>>;

/** Ids per statement; more would still fit, but each statement should be a short one. */
const idsPerStatement = 1000;

export const readMany = async <T>(
  collection: OpenedCollection<T>,
  tenant: string,
  ids: readonly string[],
): Promise<readonly Stored<T>[]> => {
  const found: Stored<T>[] = [];
  for (let start = 0; start < ids.length; start += idsPerStatement) {
    const wanted = ids.slice(start, start + idsPerStatement).map((id) => documentId(tenant, id));
    const filter = { _tenant: tenant, _id: wanted.length === 1 ? wanted[0] : { $in: wanted }, _revision: { $gt: 0 } };
    const kept = await collection.model
      .find(filter)
      .hint(idIndex)
      .batchSize(wanted.length + 1)
      .lean<StoredFields[]>();
    found.push(...kept.map((fields) => parseStored(collection, tenant, fields)));
  }
  return found;
};

/** The next documents in order after the position, at most `limit`. */
export const readInOrder = async <T>(
  collection: OpenedCollection<T>,
  asked: Omit<Reading, 'drive'>,
  { position, limit }: Stretch,
): Promise<readonly PlacedDocument<T>[]> => {
  const reading = { ...asked, drive: await chooseDrive(collection, asked) };
  const found: PlacedDocument<T>[] = [];
  for (const read of readsOf(reading, pageSegments(asked.query, asked.descending, position))) {
    if (found.length === limit) break;
    const kept = await ask(collection, read, limit - found.length);
    found.push(...kept.map((fields) => place(collection, reading, fields)));
  }
  return found;
};

export const countMatches = async <T>(
  collection: OpenedCollection<T>,
  asked: Omit<Reading, 'drive'>,
): Promise<number> => {
  const reading = { ...asked, drive: await chooseDrive(collection, asked) };
  let matches = 0;
  for (const { filter, hint } of readsOf(reading, pageSegments(asked.query, false, null))) {
    matches += await askCount(collection, { filter, hint });
  }
  return matches;
};

const ask = async <T>(
  collection: OpenedCollection<T>,
  read: MongoRead,
  limit: number,
): Promise<readonly StoredFields[]> => {
  const { filter, sort, hint } = read;
  collection.onQuestion?.({ collection: collection.declaration.name, filter, sort, hint });
  const find = (): ReturnType<typeof collection.model.find> =>
    collection.model.find(filter).sort(sort).limit(limit).batchSize(limit);
  return withoutHint(
    () => find().hint(hint).lean<StoredFields[]>(),
    () => find().lean<StoredFields[]>(),
  );
};

const askCount = async <T>(
  collection: OpenedCollection<T>,
  { filter, hint }: { readonly filter: Filter; readonly hint: string },
  limit?: number,
): Promise<number> => {
  collection.onQuestion?.({ collection: collection.declaration.name, filter, hint });
  const limited = limit === undefined ? {} : { limit };
  return withoutHint(
    () => collection.model.countDocuments(filter, { ...limited, hint }),
    () => collection.model.countDocuments(filter, limited),
  );
};

/** During an upgrade the newer replicas may have dropped an index the older ones still name; slow beats broken. */
const withoutHint = async <R>(hinted: () => PromiseLike<R>, plain: () => PromiseLike<R>): Promise<R> => {
  try {
    return await hinted();
  } catch (error) {
    if (!isMissingIndex(error)) throw error;
    return plain();
  }
};

/** The rarest word of the query, if few documents hold it. */
const chooseDrive = async <T>(
  collection: OpenedCollection<T>,
  { tenant, query }: Omit<Reading, 'drive'>,
): Promise<MultiCondition | null> => {
  let rarest: { readonly word: MultiCondition; readonly documents: number } | null = null;
  const { fewDocuments } = collection;
  for (const word of query.multi) {
    const documents = await askCount(collection, readOfWord(tenant, word), fewDocuments + 1);
    if (documents <= fewDocuments && documents < (rarest?.documents ?? Infinity)) rarest = { word, documents };
  }
  return rarest?.word ?? null;
};

const place = <T>(
  collection: OpenedCollection<T>,
  { tenant, query }: Reading,
  fields: StoredFields,
): PlacedDocument<T> => {
  const keys = fields['_keys'] as Readonly<Record<string, unknown>> | undefined;
  const key = query.sort === 'id' ? null : keys?.[query.sort];
  return {
    stored: parseStored(collection, tenant, fields),
    position: {
      key: typeof key === 'string' || typeof key === 'number' ? key : null,
      id: plainId(tenant, String(fields['_id'])),
    },
  };
};
