import type { Signature } from '../../domain/design/signature.ts';
import { RequestError } from '../../domain/errors.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { Versioned } from '../../ports/versioned.ts';

/** Throws RequestError 404. */
export const findSignature = async (
  { signatures }: Pick<Repositories, 'signatures'>,
  tenantId: string,
  id: string,
): Promise<Versioned<Signature>> => {
  const found = await signatures.get(tenantId, id);
  if (found === null) throw new RequestError(404, 'not-found', 'There is no such signature. It may have been deleted.');
  return found;
};
