import { customKey, type FieldSettings } from './fieldSettings.ts';
import { smartFields, type SmartField } from './smartFields.ts';

/** Every field of a tenant: those of the directory, then its own. */
export const catalogueOf = ({ custom }: FieldSettings): readonly SmartField[] => [
  ...smartFields,
  ...custom.map(({ key }) => ({ key: customKey(key), attribute: null, read: () => null })),
];
