import { recogniseSignature, type Recognised } from '../../domain/design/recognise/recogniseSignature.ts';
import { RequestError } from '../../domain/errors.ts';
import { fieldTypesOf } from '../../domain/fields/fieldTypeOf.ts';
import { localToday } from '../assignments/localToday.ts';
import { readPerson } from '../rendering/readPerson.ts';
import type { RenderDesk } from '../signatureDesk.ts';

interface Pasted {
  readonly html: string;
  /** Whose values are looked for. */
  readonly teammateId: string;
  /** Whether somebody who is no teammate is a mistake, or simply has no values. */
  readonly isAsked: boolean;
}

/** A pasted signature as a design. Throws RequestError 404, or TemplateError as `recogniseSignature`. */
export const recognisePasted = async (
  desk: RenderDesk,
  tenantId: string,
  { html, teammateId, isAsked }: Pasted,
): Promise<Recognised & { readonly teammateId: string | null }> => {
  const teammate = await desk.repositories.teammates.get(tenantId, teammateId);
  if (teammate === null && isAsked) throw new RequestError(404, 'not-found', 'There is no such teammate.');
  const person =
    teammate &&
    (await readPerson(desk, tenantId, { teammate, today: localToday(desk.clock), asked: { groups: [], units: [] } }));
  // However a number is written in the end, here it is a number.
  const fields = (await desk.repositories.fieldSettings.get(tenantId)).value;
  const recognised = recogniseSignature(html, {
    values: person?.values ?? {},
    typeOf: fieldTypesOf({ ...fields, rules: {} }),
  });
  return { ...recognised, teammateId: teammate?.id ?? null };
};
