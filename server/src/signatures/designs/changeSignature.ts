import type { Signature } from '../../domain/design/signature.ts';
import { RequestError, StaleRevision } from '../../domain/errors.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { Versioned } from '../../ports/versioned.ts';
import { findSignature } from './findSignature.ts';
import type { SignatureActor, SignatureDesk } from '../signatureDesk.ts';

interface SignatureChange {
  readonly id: string;
  /** The revision the change was made over; left out: whatever is there. */
  readonly revision?: number;
}

/**
 * Writes what `change` makes of a signature, in the name of the actor. Throws RequestError 404, or 409 with who was
 * first when somebody else changed it meanwhile.
 */
export const changeSignature = async (
  { repositories, clock }: SignatureDesk,
  { tenantId, displayName }: SignatureActor,
  { id, revision, change }: SignatureChange & { readonly change: (signature: Signature) => Partial<Signature> },
): Promise<Versioned<Signature>> => {
  const found = await findSignature(repositories, tenantId, id);
  if (revision !== undefined && revision !== found.revision) throw changedMeanwhile(found.value);
  const stamp = { updatedAt: clock.now().toISOString(), updatedBy: displayName };
  const changed = { ...found.value, ...change(found.value), ...stamp };
  try {
    return await repositories.signatures.save(tenantId, changed, found.revision);
  } catch (error) {
    if (!(error instanceof StaleRevision)) throw error;
    throw await whoWasFirst(repositories, tenantId, id);
  }
};

const whoWasFirst = async (repositories: Repositories, tenantId: string, id: string): Promise<RequestError> =>
  changedMeanwhile((await findSignature(repositories, tenantId, id)).value);

const changedMeanwhile = ({ updatedBy, updatedAt }: Signature): RequestError =>
  new RequestError(
    409,
    'signature-changed',
    `${updatedBy} saved this signature meanwhile. Look at their version, then keep one of the two.`,
    { values: { by: updatedBy, at: updatedAt } },
  );
