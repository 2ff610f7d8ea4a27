import type { Language } from '../../contract/signatures/languages.ts';
import { RequestError } from '../../domain/errors.ts';
import { catalogueOf } from '../../domain/fields/catalogueOf.ts';
import { labelsOf, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { overrideKind } from '../../domain/fields/overrides/overrides.ts';
import { foldText } from '../../domain/teammate/foldText.ts';
import { fieldHeads, personHeads, type PersonHead } from '../export/teammateColumns.ts';

export interface Column {
  readonly name: string;
  /** The field it sets; null: it is left out. */
  readonly key: string | null;
}

export interface Columns {
  readonly columns: readonly Column[];
  /** Places of what names a person; -1 where the file has no such column. */
  readonly people: Readonly<Record<PersonHead, number>>;
}

/**
 * What the columns of a file are about, by the key of a field, its name in any language, or the heads of our own export;
 * of two about the same the first counts. Throws RequestError 422 where none names people or none can be set by hand.
 */
export const readColumns = (heads: readonly string[], settings: FieldSettings): Columns => {
  const names = heads.map(foldText);
  const known = fieldsByName(settings);
  const taken = new Set<string>();
  const columns = heads.map((name, at): Column => {
    const key = known.get(names[at] ?? '') ?? null;
    if (key === null || taken.has(key)) return { name, key: null };
    taken.add(key);
    return { name, key };
  });
  const placeOf = (which: PersonHead): number => names.findIndex((name) => personHeads[which].has(name));
  const people = { id: placeOf('id'), signInName: placeOf('signInName'), mail: placeOf('mail') };
  const places = Object.values(people);
  if (places.every((at) => at < 0)) throw noPerson();
  const fields = columns.map((column, at) => (places.includes(at) ? { ...column, key: null } : column));
  if (fields.every(({ key }) => key === null)) throw noField();
  return { columns: fields, people };
};

/** Fields that can be set by hand, by everything a column about them may be called. */
const fieldsByName = (settings: FieldSettings): ReadonlyMap<string, string> => {
  const names = settableFields(settings).flatMap((key) =>
    [key, ...Object.values(labelsOf(settings, key) ?? {}), ...fieldHeads(key)].map((name): [string, string] => [
      foldText(name),
      key,
    ]),
  );
  return new Map(names.toReversed());
};

/**
 * The heads of a file to fill in: the fields that a tenant named by their label, unless somebody else's column is called
 * that. Read again, each is about its own field.
 */
export const templateHeads = (settings: FieldSettings, language: Language): readonly string[] => {
  const known = fieldsByName(settings);
  const headOf = (key: string): string => {
    const labels = labelsOf(settings, key);
    const label = labels?.[language] ?? labels?.en ?? key;
    const folded = foldText(label);
    return known.get(folded) === key && !Object.values(personHeads).some((heads) => heads.has(folded)) ? label : key;
  };
  return ['userPrincipalName', ...settableFields(settings).map(headOf)];
};

/** Keys of the fields that an admin may set by hand, in the order of the catalogue. */
const settableFields = (settings: FieldSettings): readonly string[] =>
  catalogueOf(settings)
    .map(({ key }) => key)
    .filter((key) => overrideKind(key, settings) !== null);

const noPerson = (): RequestError =>
  new RequestError(
    422,
    'csv-no-person',
    'No column names the people. Call one userPrincipalName or mail, as in the template.',
  );

const noField = (): RequestError =>
  new RequestError(
    422,
    'csv-no-field',
    'No column is about a field that can be set by hand. The template names those that can.',
  );
