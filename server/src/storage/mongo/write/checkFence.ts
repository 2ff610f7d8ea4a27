import type { Query } from 'mongoose';
import { LeaseLost } from '../../../domain/errors.ts';
import type { Fence } from '../../collection.ts';
import { keyText } from '../../keys/keyText.ts';
import { documentId, type StoredDocument } from '../layout.ts';
import type { DocumentModel } from '../models.ts';
import { isConcernRefused } from '../connection/mongoErrors.ts';
import { idIndex } from '../schemas/indexNames.ts';

/** A fence of a tenant, and the collection somebody wants to write under it. */
export interface FencedWrite {
  readonly tenant: string;
  readonly fence: Fence;
  readonly collection: string;
}

/** Throws LeaseLost unless the register still carries the fence. */
export type CheckFence = (register: DocumentModel, write: FencedWrite) => Promise<void>;

/** A primary that was deposed waits for a majority that never answers; milliseconds. */
const patience = 5000;

/**
 * A server that stands alone answers with what it has. Of several, a primary that was deposed and does not know it yet
 * would answer with the register from before a take-over, so it has to have a majority confirm that it still is the
 * primary. Where a server does not know that level, what a majority has confirmed is asked for: see ADR 8.
 */
export const openCheckFence = ({ isAlone }: { readonly isAlone: boolean }): CheckFence => {
  let level: 'linearizable' | 'majority' = isAlone ? 'majority' : 'linearizable';
  const ask = (query: Query<unknown, StoredDocument>): Promise<unknown> =>
    query.readConcern(level).maxTimeMS(patience).exec();
  return async (register, { tenant, fence, collection }) => {
    const find = (): Query<unknown, StoredDocument> =>
      register
        .findOne({ _id: documentId(tenant, keyText(fence.id)), _tenant: tenant })
        .hint(idIndex)
        .lean() as unknown as Query<unknown, StoredDocument>;
    const found = await ask(find()).catch((error: unknown) => {
      if (level === 'majority' || !isConcernRefused(error)) throw error;
      level = 'majority';
      return ask(find());
    });
    if (Reflect.get(Object(found), 'fence') !== fence.fence) throw new LeaseLost(collection);
  };
};
