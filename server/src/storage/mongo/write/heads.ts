import { documentId, plainId, reservation, type Stamp } from '../layout.ts';
import { isDuplicate } from '../connection/mongoErrors.ts';
import type { OpenedCollection } from '../openedCollection.ts';
import { idIndex } from '../schemas/indexNames.ts';
import { writeDocuments } from './writeDocuments.ts';

/** What is stored under an id now. */
export interface Head {
  /** 0: a reservation. */
  readonly revision: number;
  readonly stamp: Stamp;
}

export type Heads = ReadonlyMap<string, Head>;

/** Read as the primary has them, confirmed or not: a write that expects what is gone again reaches nothing. */
export const readHeads = async <T>(
  { model }: OpenedCollection<T>,
  tenant: string,
  ids: readonly string[],
): Promise<Heads> => {
  const wanted = ids.map((id) => documentId(tenant, id));
  const found = await model
    .find({ _tenant: tenant, _id: { $in: wanted } })
    .select({ _revision: 1, _stamp: 1 })
    .hint(idIndex)
    // One more than can be found, so that the first answer is all of it.
    .batchSize(ids.length + 1)
    .readConcern('local')
    .lean();
  return new Map(
    found.map((fields) => [
      plainId(tenant, String(fields._id)),
      // A revision that is no number any more is none: reading does not find such a document, and a put heals it.
      {
        revision: Number.isInteger(fields['_revision']) ? Number(fields['_revision']) : 0,
        stamp: fields['_stamp'] as Stamp,
      },
    ]),
  );
};

/** Reserves the ids that have no document, and returns the heads of all. */
export const reserveHeads = async <T>(
  collection: OpenedCollection<T>,
  tenant: string,
  { heads, ids }: { readonly heads: Heads; readonly ids: readonly string[] },
): Promise<Heads> => {
  const missing = ids.filter((id) => !heads.has(id));
  if (missing.length === 0) return heads;
  const made = missing.map((id) => [id, reservation(tenant, id)] as const);
  const statements = made.map(([, document]) => ({ insertOne: { document } }));
  try {
    await writeDocuments(collection.model, statements, { ordered: false });
  } catch (error) {
    // Somebody else was first with some of them, and those have a head now.
    if (!isDuplicate(error)) throw error;
    return new Map([...heads, ...(await readHeads(collection, tenant, missing))]);
  }
  return new Map([...heads, ...made.map(([id, { _stamp }]) => [id, { revision: 0, stamp: _stamp }] as const)]);
};
