import type { Assignments } from '../domain/assignment/assignment.ts';
import { InvalidFields } from '../domain/errors.ts';
import type { Repositories } from '../ports/repositories.ts';

/** Throws InvalidFields where a rule gives a signature that is not there. */
export const checkOutcomes = async (
  { signatures }: Pick<Repositories, 'signatures'>,
  tenantId: string,
  { rules, otherwise }: Assignments,
): Promise<void> => {
  const known = new Set((await signatures.list(tenantId)).map(({ value }) => value.id));
  const places = [
    ...rules.map(({ outcome }, index) => ({ outcome, path: `body.assignments.rules.${String(index)}.outcome` })),
  ];
  const all = [...places, { outcome: otherwise, path: 'body.assignments.otherwise' }];
  const problems = all
    .filter(({ outcome }) => outcome.kind === 'signature' && !known.has(outcome.signatureId))
    .map(({ path }) => ({ path, code: 'signature-missing', message: 'This signature is gone. Choose another.' }));
  if (problems.length > 0) throw new InvalidFields({ status: 400, code: 'invalid-request', problems });
};
