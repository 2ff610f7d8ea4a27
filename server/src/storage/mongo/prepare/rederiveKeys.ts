import { StorageError } from '../../../domain/errors.ts';
import { derivedFields, derivedMark, plainId, type StoredDocument } from '../layout.ts';
import { isDuplicate, neverQuiet, unreadableDocument } from '../connection/mongoErrors.ts';
import type { OpenedCollection } from '../openedCollection.ts';
import { parseStored } from '../read/parseStored.ts';
import { idIndex } from '../schemas/indexNames.ts';
import { writeDocuments, type WriteStatement } from '../write/writeDocuments.ts';

const documentsPerBatch = 500;
const mostPasses = 20;

/**
 * Derives the keys of every document anew that was stored with other key functions. Each document says with which, so a
 * pass that was cut short goes on where it was. Replicas may write meanwhile: an update reaches a document only as it was
 * read, and one that was changed is seen again by the next pass. Revisions and stamps stay, because documents do. What
 * cannot be read is told, left as it is and counted in the answer: one broken entry must not keep everybody out.
 */
export const rederiveKeys = async <T>(collection: OpenedCollection<T>): Promise<number> => {
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const { missed, unreadable } = await onePass(collection);
    if (missed > 0) continue;
    for (const error of unreadable) collection.onUnreadable?.(error);
    return unreadable.length;
  }
  throw neverQuiet(collection.declaration.name);
};

interface Pass {
  /** Documents that changed under its hands. */
  readonly missed: number;
  readonly unreadable: readonly StorageError[];
}

const onePass = async <T>(collection: OpenedCollection<T>): Promise<Pass> => {
  const unreadable: StorageError[] = [];
  let missed = 0;
  let last = '';
  for (;;) {
    const stale = { _id: { $gt: last }, _derived: { $ne: derivedMark(collection.declaration) }, _revision: { $gt: 0 } };
    const batch: readonly StoredDocument[] = await collection.model
      .find(stale)
      .sort({ _id: 1 })
      .hint(idIndex)
      .limit(documentsPerBatch)
      .batchSize(documentsPerBatch)
      .lean();
    if (batch.length === 0) return { missed, unreadable };
    const planned = batch.map((fields) => planUpdate(collection, fields));
    unreadable.push(...planned.filter((one) => one instanceof StorageError));
    const updates = planned.filter((one): one is WriteStatement => !(one instanceof StorageError));
    missed += updates.length - (await sendUpdates(collection, updates));
    last = batch.at(-1)?._id ?? last;
  }
};

const planUpdate = <T>(collection: OpenedCollection<T>, fields: StoredDocument): WriteStatement | StorageError => {
  const { _id, _tenant, _stamp } = fields;
  const tenant = String(_tenant);
  try {
    const { document } = parseStored(collection, tenant, fields);
    const derived = derivedFields(collection.declaration, document);
    return { updateOne: { filter: { _id, _tenant, _stamp }, hint: idIndex, update: { $set: { ...derived } } } };
  } catch (error) {
    if (error instanceof StorageError) return error;
    // Its shape is right, and a key function that knows all shapes the product ever wrote cannot cope with it.
    const place = { collection: collection.declaration.name, id: plainId(tenant, _id) };
    return unreadableDocument(place, 'what its keys are made of', `as the product writes it (${String(error)})`);
  }
};

const sendUpdates = async <T>(collection: OpenedCollection<T>, updates: readonly WriteStatement[]): Promise<number> => {
  if (updates.length === 0) return 0;
  try {
    return (await writeDocuments(collection.model, updates, { ordered: false })).matchedCount;
  } catch (error) {
    // Two that swap a unique value meet each other half-way; the next pass brings the second one.
    if (!isDuplicate(error)) throw error;
    return Number(Reflect.get(Reflect.get(error, 'result') ?? {}, 'matchedCount') ?? 0);
  }
};
