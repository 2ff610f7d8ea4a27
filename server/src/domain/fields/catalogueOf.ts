import { customKey, type FieldSettings } from './fieldSettings.ts';
import { extendedField, smartFields, type SmartField } from './smartFields.ts';

/** Every field of a tenant: those of the directory, then those of it that this tenant took into use, then its own. */
export const catalogueOf = ({ custom, directory = [] }: FieldSettings): readonly SmartField[] => [
  ...smartFields,
  ...directory.map(({ attribute }) => extendedField(attribute)),
  ...custom.map(({ key }) => ({ key: customKey(key), attribute: null, read: () => null })),
];
