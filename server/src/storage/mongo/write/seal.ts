import type { AnyDeclaration } from '../../declare/declaration.ts';
import { documentId, newStamp, tenantIds } from '../layout.ts';
import type { DocumentModel } from '../models.ts';
import type { OpenedCollection } from '../openedCollection.ts';
import { neverQuiet } from '../connection/mongoErrors.ts';
import { idIndex } from '../schemas/indexNames.ts';

/** Documents per statement: a tenant may have a million, and no statement should take minutes. */
const documentsPerStatement = 5000;

/** Others may write without a fence all the while; theirs need no seal. */
const mostPasses = 10;

/** Whose writes are shut out. */
export interface Sealing {
  readonly tenant: string;
  /** What the former holder worked on; undefined where more than that may be on its way. */
  readonly work: string | undefined;
}

interface IdRange {
  readonly $gte: string;
  readonly $lt: string;
}

/** Some of a tenant's documents. */
type Part = Readonly<Record<string, unknown>> & { readonly _id: IdRange };

export const sealAll = async (collections: readonly OpenedCollection<never>[], sealing: Sealing): Promise<void> => {
  for (const { model, declaration } of collections) await sealCollection(model, declaration, sealing);
};

/**
 * Gives every document of the tenant that the former holder may be writing a new stamp and removes reservations, so that
 * no statement that was prepared before reaches anything any more. In order of ids, which no write changes; a document
 * made meanwhile behind the place reached was made by somebody who asked the register after the take-over. See
 * `writeOperations.ts`.
 */
export const sealCollection = async (
  model: DocumentModel,
  declaration: AnyDeclaration,
  { tenant, work }: Sealing,
): Promise<void> => {
  const { $gte, $lt } = work !== undefined && declaration.idsBeginWithWork ? idsOf(tenant, work) : tenantIds(tenant);
  let from: string | null = $gte;
  while (from !== null) {
    const next = await idAfterPart(model, { _tenant: tenant, _id: { $gte: from, $lt } });
    const part = { _tenant: tenant, _id: { $gte: from, $lt: next ?? $lt } };
    await model.deleteMany({ ...part, _revision: 0 }, { hint: idIndex });
    await stampAll(model, part);
    from = next;
  }
};

/** 0 is the character after the slash. */
const idsOf = (tenant: string, work: string): IdRange => ({
  $gte: documentId(tenant, `${work}/`),
  $lt: documentId(tenant, `${work}0`),
});

/** Until nothing is left, or throws: on a sharded cluster an update of many may miss one that moves at that moment. */
const stampAll = async (model: DocumentModel, part: Part): Promise<void> => {
  const _stamp = newStamp();
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const left = { ...part, _stamp: { $ne: _stamp } };
    const { matchedCount } = await model.updateMany(left, { $set: { _stamp } }, { hint: idIndex });
    if (matchedCount === 0) return;
  }
  throw neverQuiet(model.collection.collectionName);
};

/** Where the next part begins; null when this one is the last. */
const idAfterPart = async (model: DocumentModel, part: Part): Promise<string | null> => {
  const [next] = await model
    .find(part)
    .select({ _id: 1 })
    .sort({ _id: 1 })
    .hint(idIndex)
    .skip(documentsPerStatement)
    .limit(1)
    .readConcern('local')
    .lean();
  return next === undefined ? null : String(Reflect.get(next, '_id'));
};
