import type { FieldType } from '../design/designPerson.ts';
import { catalogueOf } from './catalogueOf.ts';
import { findCustom, findDirectory, ruleOf, type CustomFieldType, type FieldSettings } from './fieldSettings.ts';
import { asOfPerson, pathOf } from './paths/pathOf.ts';

const types: Readonly<Record<string, CustomFieldType>> = {
  mail: 'email',
  managerMail: 'email',
  businessPhone: 'phone',
  mobilePhone: 'phone',
  faxNumber: 'phone',
  managerPhone: 'phone',
};

/** What a field holds. */
export const valueTypeOf = (settings: FieldSettings, key: string): CustomFieldType =>
  (findCustom(settings, key) ?? findDirectory(settings, key))?.type ?? types[key] ?? 'text';

/** How the values of fields are written and linked, by their paths. */
export const fieldTypesOf = (settings: FieldSettings): ((path: string) => FieldType) => {
  const byPath = new Map(catalogueOf(settings).map(({ key }) => [pathOf(key), typeInDesign(settings, key)]));
  return (path) => byPath.get(asOfPerson(path)) ?? 'text';
};

const typeInDesign = (settings: FieldSettings, key: string): FieldType => {
  const type = valueTypeOf(settings, key);
  if (type === 'date') return 'text';
  return type === 'phone' && ruleOf(settings, key).format === 'national' ? 'nationalPhone' : type;
};
