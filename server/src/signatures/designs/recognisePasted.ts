import { recogniseSignature, type Recognised } from '../../domain/design/recognise/recogniseSignature.ts';
import { RequestError } from '../../domain/errors.ts';
import { fieldTypesOf } from '../../domain/fields/fieldTypeOf.ts';
import { fieldPaths } from '../../domain/fields/paths/openIsField.ts';
import { localToday } from '../assignments/localToday.ts';
import { readPerson } from '../rendering/readPerson.ts';
import type { RenderDesk } from '../signatureDesk.ts';

interface Pasted {
  readonly html: string;
  /** Whose values are looked for; null: of whoever asks. */
  readonly teammateId: string | null;
  readonly asker: Asker;
}

/** Who need be no teammate: of others that would be a mistake. */
interface Asker {
  readonly userId: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
}

/** A pasted signature as a design. Throws RequestError 404, or TemplateError as `recogniseSignature`. */
export const recognisePasted = async (
  desk: RenderDesk,
  tenantId: string,
  { html, teammateId, asker }: Pasted,
): Promise<Recognised & { readonly teammateId: string | null }> => {
  const teammate = await desk.repositories.teammates.get(tenantId, teammateId ?? asker.userId);
  if (teammate === null && teammateId !== null) throw new RequestError(404, 'not-found', 'There is no such teammate.');
  const person =
    teammate &&
    (await readPerson(desk, tenantId, { teammate, today: localToday(desk.clock), asked: { groups: [], units: [] } }));
  // However a number is written in the end, here it is a number.
  const fields = (await desk.repositories.fieldSettings.get(tenantId)).value;
  const recognised = recogniseSignature(html, {
    values: person?.values ?? { 'person.displayName': asker.displayName, 'person.mail': asker.userPrincipalName },
    typeOf: fieldTypesOf({ ...fields, rules: {} }),
    fields: fieldPaths(fields),
  });
  return { ...recognised, teammateId: teammate?.id ?? null };
};
