import { restorableSince } from '../../domain/design/restorableSince.ts';
import type { DeletedSignature } from '../../ports/repositories/signatureRepositories.ts';
import type { SignatureDesk } from '../signatureDesk.ts';

/** Those that can still be brought back, the last deleted first. */
export const listRestorable = (
  { repositories: { signatures }, clock }: SignatureDesk,
  tenantId: string,
): Promise<readonly DeletedSignature[]> => signatures.listDeleted(tenantId, restorableSince(clock.now()));

/** A deleted signature that can still be brought back; null where there is none. */
export const findDeleted = async (
  { repositories: { signatures }, clock }: SignatureDesk,
  tenantId: string,
  id: string,
): Promise<DeletedSignature | null> => {
  const found = await signatures.getDeleted(tenantId, id);
  return found === null || found.deletedAt < restorableSince(clock.now()) ? null : found;
};
