import { randomUUID } from 'node:crypto';
import type { Signature, SignatureDesign } from '../../domain/design/signature.ts';
import { RequestError } from '../../domain/errors.ts';
import type { SignatureRepository } from '../../ports/repositories/signatureRepositories.ts';
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
  await refuseTooMany(signatures, tenantId);
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

/** Throws RequestError 409 where there is no room for one more, be it a new one or one that was deleted. */
export const refuseTooMany = async (signatures: Pick<SignatureRepository, 'list'>, tenantId: string): Promise<void> => {
  if ((await signatures.list(tenantId)).length < mostSignatures) return;
  const message = `There are ${String(mostSignatures)} signatures, and no more can be kept. Delete one that nobody uses.`;
  throw new RequestError(409, 'too-many-signatures', message, { values: { most: mostSignatures } });
};
