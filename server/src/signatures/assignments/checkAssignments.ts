import { signaturesNamed, type AssignmentRule, type Assignments } from '../../domain/assignment/assignment.ts';
import { InvalidFields, RequestError } from '../../domain/errors.ts';
import { openIsField } from '../../domain/fields/paths/openIsField.ts';
import type { Repositories } from '../../ports/repositories.ts';

/**
 * Throws InvalidFields where a rule gives a signature that is not there, or lets people choose it, RequestError 400
 * `rule-field-unknown` with the names where one asks about a field that is not.
 */
export const checkAssignments = async (
  { signatures, fieldSettings }: Pick<Repositories, 'signatures' | 'fieldSettings'>,
  tenantId: string,
  assignments: Assignments,
): Promise<void> => {
  checkOutcomes(new Set((await signatures.list(tenantId)).map(({ value }) => value.id)), assignments);
  const isField = openIsField((await fieldSettings.get(tenantId)).value);
  for (const rule of assignments.rules) {
    const unknown = unknownFieldIn(rule, isField);
    if (unknown !== null) throw unknown;
  }
};

/** Why a rule cannot be kept: it asks about a field that is not there, which would be blank for everybody. */
export const unknownFieldIn = (
  { name, condition }: AssignmentRule,
  isField: (path: string) => boolean,
): RequestError | null => {
  const field = fieldsIn(condition).find((path) => !isField(path));
  if (field === undefined) return null;
  const message = `The rule “${name}” asks about the field ${field}, which does not exist. Choose another field in it.`;
  return new RequestError(400, 'rule-field-unknown', message, { values: { rule: name, field } });
};

const fieldsIn = (condition: AssignmentRule['condition']): readonly string[] =>
  (condition?.tests ?? []).flatMap((test) => (test.kind === 'field' ? [test.field] : []));

const checkOutcomes = (known: ReadonlySet<string>, { rules, otherwise, also }: Assignments): void => {
  const places = [
    ...rules.flatMap((rule, index) => {
      const path = `body.assignments.rules.${String(index)}`;
      return [
        { ids: signaturesNamed({ outcome: rule.outcome }), path: `${path}.outcome` },
        { ids: rule.also ?? [], path: `${path}.also` },
      ];
    }),
    { ids: signaturesNamed({ outcome: otherwise }), path: 'body.assignments.otherwise' },
    { ids: also ?? [], path: 'body.assignments.also' },
  ];
  const problems = places
    .filter(({ ids }) => !ids.every((id) => known.has(id)))
    .map(({ path }) => ({ path, code: 'signature-missing', message: 'This signature is gone. Choose another.' }));
  if (problems.length > 0) throw new InvalidFields({ status: 400, code: 'invalid-request', problems });
};
