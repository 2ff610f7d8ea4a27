import type { Clock } from '../../ports/clock.ts';
import type { DeletedSignature } from '../../ports/repositories/signatureRepositories.ts';
import type { SignatureDesk } from '../signatureDesk.ts';

/** So long a deleted signature can be brought back, in milliseconds. */
const keptFor = 30 * 24 * 60 * 60_000;

/** What was deleted before this instant is gone for good. */
export const restorableSince = (clock: Clock): string => new Date(clock.now().getTime() - keptFor).toISOString();

/** A deleted signature that can still be brought back; null where there is none. */
export const findDeleted = async (
  { repositories: { signatures }, clock }: SignatureDesk,
  tenantId: string,
  id: string,
): Promise<DeletedSignature | null> => {
  const found = await signatures.getDeleted(tenantId, id);
  return found === null || found.deletedAt < restorableSince(clock) ? null : found;
};
