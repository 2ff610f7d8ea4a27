import { signaturesNamed, type Assignments } from '../../domain/assignment/assignment.ts';
import type { Signature } from '../../domain/design/signature.ts';
import { RequestError } from '../../domain/errors.ts';
import type { Versioned } from '../../ports/versioned.ts';
import type { SignatureDesk } from '../signatureDesk.ts';
import { refuseTooMany } from './createSignature.ts';
import { restorableSince } from '../../domain/design/restorableSince.ts';
import { findDeleted } from './findDeleted.ts';

/** Throws RequestError 404, and 409 with the names of the rules that say who gets it, or may choose it. */
export const removeSignature = async (
  { repositories: { signatures, assignments }, clock }: SignatureDesk,
  tenantId: string,
  id: string,
): Promise<void> => {
  const rules = rulesOf((await assignments.get(tenantId)).value, id);
  if (rules.length > 0) {
    const message = 'Rules say who gets or may choose this signature. Change them first, or they would give nothing.';
    throw new RequestError(409, 'signature-in-use', message, { values: { rules } });
  }
  await signatures.purge(tenantId, restorableSince(clock.now()));
  if ((await signatures.remove(tenantId, id, clock.now().toISOString())) === null) throw noSignature();
};

/** As it was. Throws RequestError 404 where it is not deleted, or was too long ago, and 409 where there are too many. */
export const bringBackSignature = async (
  desk: SignatureDesk,
  tenantId: string,
  id: string,
): Promise<Versioned<Signature>> => {
  const { signatures } = desk.repositories;
  const deleted = await findDeleted(desk, tenantId, id);
  if (deleted === null) throw noSignature();
  await refuseTooMany(signatures, tenantId);
  return signatures.save(tenantId, deleted.value, deleted.revision);
};

const rulesOf = ({ rules, otherwise, also }: Assignments, id: string): readonly string[] => {
  const names = rules
    .filter((rule) => signaturesNamed(rule).includes(id))
    .map(({ name, id: ruleId }) => (name === '' ? ruleId : name));
  return signaturesNamed({ outcome: otherwise, also }).includes(id) ? [...names, '*'] : names;
};

const noSignature = (): RequestError =>
  new RequestError(404, 'not-found', 'There is no such signature. It may have been deleted.');
