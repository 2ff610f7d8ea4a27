import type { mongo } from 'mongoose';
import { idIndex } from './indexes.ts';
import { newStamp, tenantIds, type StoredDocument } from './layout.ts';
import type { DocumentCollection } from './models.ts';
import { neverQuiet } from './mongoErrors.ts';

/** Documents per statement: a tenant may have a million, and no statement should take minutes. */
const documentsPerStatement = 5000;

/** Others may write without a fence all the while; theirs need no seal. */
const mostPasses = 10;

/** Some of a tenant's documents. */
type IdRange = mongo.Filter<StoredDocument>;

/**
 * Gives every document of the tenant a new stamp and removes reservations, so that no statement that was prepared before
 * reaches anything any more. In order of ids, which no write changes; a document made meanwhile behind the place reached
 * was made by somebody who asked the register after the take-over. See `writeOperations.ts`.
 */
export const sealCollection = async (collection: DocumentCollection, tenant: string): Promise<void> => {
  const { $gte, $lt } = tenantIds(tenant);
  let from: string | null = $gte;
  while (from !== null) {
    const next = await idAfterPart(collection, { _tenant: tenant, _id: { $gte: from, $lt } });
    const part: IdRange = { _tenant: tenant, _id: { $gte: from, $lt: next ?? $lt } };
    await collection.deleteMany({ ...part, _revision: 0 });
    await stampAll(collection, part);
    from = next;
  }
};

/** Until nothing is left, or throws: on a sharded cluster an update of many may miss one that moves at that moment. */
const stampAll = async (collection: DocumentCollection, part: IdRange): Promise<void> => {
  const _stamp = newStamp();
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const { matchedCount } = await collection.updateMany({ ...part, _stamp: { $ne: _stamp } }, { $set: { _stamp } });
    if (matchedCount === 0) return;
  }
  throw neverQuiet(collection.collectionName);
};

/** Where the next part begins; null when this one is the last. */
const idAfterPart = async (collection: DocumentCollection, range: IdRange): Promise<string | null> => {
  const options = { projection: { _id: 1 }, hint: idIndex, readConcern: { level: 'local' } } as const;
  const next = collection.find(range, options).sort({ _id: 1 }).skip(documentsPerStatement).limit(1);
  return (await next.toArray())[0]?._id ?? null;
};
