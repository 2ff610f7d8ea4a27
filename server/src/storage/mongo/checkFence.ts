import { LeaseLost } from '../../domain/errors.ts';
import type { Fence } from '../collection.ts';
import { keyText } from '../keyText.ts';
import { documentId } from './layout.ts';
import type { DocumentCollection } from './models.ts';

/** A fence of a tenant, and the collection somebody wants to write under it. */
export interface FencedWrite {
  readonly tenant: string;
  readonly fence: Fence;
  readonly collection: string;
}

/**
 * Throws LeaseLost unless the register still carries the fence. Reads what a majority has confirmed: a take-over that
 * could be rolled back is none yet, and its writer does not hold the lease before that either.
 */
export const checkFence = async (
  register: DocumentCollection,
  { tenant, fence, collection }: FencedWrite,
): Promise<void> => {
  const filter = { _id: documentId(tenant, keyText(fence.id)), _tenant: tenant };
  const options = { projection: { fence: 1 }, readConcern: { level: 'majority' } } as const;
  const found = await register.findOne(filter, options);
  if (found?.['fence'] !== fence.fence) throw new LeaseLost(collection);
};
