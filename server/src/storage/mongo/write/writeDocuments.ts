import type { mongo } from 'mongoose';
import type { StoredDocument } from '../layout.ts';
import type { DocumentModel } from '../models.ts';

export type WriteStatement = mongo.AnyBulkWriteOperation<StoredDocument>;

/**
 * The one place where whole documents are written, and the one that goes past Mongoose's casting: `Model.bulkWrite` makes
 * a Mongoose document of each, which takes three times as long as all the rest (ADR 9). What is written was checked
 * against the schema by `documentShape.ts`. Throws what the driver throws.
 */
export const writeDocuments = (
  model: DocumentModel,
  statements: readonly WriteStatement[],
  { ordered }: { readonly ordered: boolean },
): Promise<mongo.BulkWriteResult> =>
  model.db.collection<StoredDocument>(model.collection.name).bulkWrite([...statements], { ordered });
