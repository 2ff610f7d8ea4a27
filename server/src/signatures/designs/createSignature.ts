import { randomUUID } from 'node:crypto';
import type { Signature, SignatureDesign } from '../../domain/design/signature.ts';
import { RequestError } from '../../domain/errors.ts';
import type { Versioned } from '../../ports/versioned.ts';
import type { SignatureActor, SignatureDesk } from '../signatureDesk.ts';

/** More than anybody can keep in mind, and few enough to be listed at once. */
const mostSignatures = 500;

interface NewSignature {
  readonly name: string;
  readonly design: SignatureDesign;
  /** Left out: one of its own. */
  readonly id?: string;
}

/** A new draft. Throws RequestError 409 when the tenant has as many as it may. */
export const createSignature = async (
  { repositories: { signatures }, clock }: SignatureDesk,
  { tenantId, displayName }: SignatureActor,
  { name, design, id = randomUUID() }: NewSignature,
): Promise<Versioned<Signature>> => {
  if ((await signatures.list(tenantId)).length >= mostSignatures) {
    const message = `There are ${String(mostSignatures)} signatures, and no more can be kept. Delete one that nobody uses.`;
    throw new RequestError(409, 'too-many-signatures', message, { values: { most: mostSignatures } });
  }
  const now = clock.now().toISOString();
  return signatures.save(
    tenantId,
    {
      id,
      name,
      draft: design,
      published: null,
      createdAt: now,
      createdBy: displayName,
      updatedAt: now,
      updatedBy: displayName,
    },
    0,
  );
};
