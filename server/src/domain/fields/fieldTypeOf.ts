import type { FieldType } from '../design/designPerson.ts';

const types: Readonly<Record<string, FieldType>> = {
  mail: 'email',
  userPrincipalName: 'text',
  phone: 'phone',
  businessPhone: 'phone',
  mobilePhone: 'phone',
  faxNumber: 'phone',
};

/** How the value of a field is written and linked, by its path. */
export const fieldTypeOf = (path: string): FieldType => types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text';
