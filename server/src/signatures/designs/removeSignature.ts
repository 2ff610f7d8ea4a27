import type { Assignments } from '../../domain/assignment/assignment.ts';
import type { Signature } from '../../domain/design/signature.ts';
import { RequestError } from '../../domain/errors.ts';
import type { Versioned } from '../../ports/versioned.ts';
import type { SignatureDesk } from '../signatureDesk.ts';

/** So long a deleted signature can be brought back. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Throws RequestError 404, and 409 with the names of the rules that say who gets it. */
export const removeSignature = async (
  { repositories: { signatures, assignments }, clock }: SignatureDesk,
  tenantId: string,
  id: string,
): Promise<void> => {
  const rules = rulesOf((await assignments.get(tenantId)).value, id);
  if (rules.length > 0) {
    const message = 'Rules say who gets this signature. Change them first, or they would give nothing.';
    throw new RequestError(409, 'signature-in-use', message, { values: { rules } });
  }
  const now = clock.now();
  await signatures.purge(tenantId, new Date(now.getTime() - keptFor).toISOString());
  if ((await signatures.remove(tenantId, id, now.toISOString())) === null) throw noSignature();
};

/** Throws RequestError 404 where it is not deleted, or was too long ago. */
export const bringBackSignature = async (
  { repositories: { signatures } }: SignatureDesk,
  tenantId: string,
  id: string,
): Promise<Versioned<Signature>> => {
  const back = await signatures.bringBack(tenantId, id);
  if (back === null) throw noSignature();
  return back;
};

const rulesOf = ({ rules, otherwise }: Assignments, id: string): readonly string[] => {
  const names = rules
    .filter(({ outcome }) => outcome.kind === 'signature' && outcome.signatureId === id)
    .map(({ name, id: ruleId }) => (name === '' ? ruleId : name));
  return otherwise.kind === 'signature' && otherwise.signatureId === id ? [...names, '*'] : names;
};

const noSignature = (): RequestError =>
  new RequestError(404, 'not-found', 'There is no such signature. It may have been deleted.');
