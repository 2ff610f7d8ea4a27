import type { mongo } from 'mongoose';
import { derivedFields, derivedMark, type StoredDocument } from './layout.ts';
import { isDuplicate, neverQuiet } from './mongoErrors.ts';
import type { OpenedCollection } from './openedCollection.ts';
import { parseStored } from './parseStored.ts';

const documentsPerBatch = 500;
const mostPasses = 20;

/**
 * Derives the keys of every document anew that was stored with other key functions. Each document says with which, so a
 * pass that was cut short goes on where it was. Replicas may write meanwhile: an update reaches a document only as it was
 * read, and one that was changed is seen again by the next pass. Revisions and stamps stay, because documents do.
 */
export const rederiveKeys = async <T>(collection: OpenedCollection<T>): Promise<void> => {
  // Reservations have no keys, and unique indexes to come must not see two of them as the same.
  await collection.documents.deleteMany({ _revision: 0 });
  for (let pass = 0; pass < mostPasses; pass += 1) {
    if ((await onePass(collection)) === 0) return;
  }
  throw neverQuiet(collection.declaration.name);
};

/** How many documents changed under its hands. */
const onePass = async <T>(collection: OpenedCollection<T>): Promise<number> => {
  let missed = 0;
  let last = '';
  for (;;) {
    const stale = { _id: { $gt: last }, _derived: { $ne: derivedMark(collection.declaration) }, _revision: { $gt: 0 } };
    const found = await collection.documents.find(stale).sort({ _id: 1 }).limit(documentsPerBatch).toArray();
    const batch = found as unknown as readonly StoredDocument[];
    if (batch.length === 0) return missed;
    missed += batch.length - (await updateBatch(collection, batch));
    last = batch.at(-1)?._id ?? last;
  }
};

const updateBatch = async <T>(collection: OpenedCollection<T>, batch: readonly StoredDocument[]): Promise<number> => {
  const statements = batch.map((fields): mongo.AnyBulkWriteOperation<StoredDocument> => {
    const { _id, _tenant, _stamp } = fields;
    const { document } = parseStored(collection, String(_tenant), fields);
    const derived = derivedFields(collection.declaration, String(_tenant), document);
    return { updateOne: { filter: { _id, _tenant, _stamp }, update: { $set: { ...derived } } } };
  });
  try {
    return (await collection.documents.bulkWrite(statements, { ordered: false })).matchedCount;
  } catch (error) {
    // Two that swap a unique value meet each other half-way; the next pass brings the second one.
    if (!isDuplicate(error)) throw error;
    return Number(Reflect.get(Reflect.get(error, 'result') ?? {}, 'matchedCount') ?? 0);
  }
};
