import { catalogueOf } from '../catalogueOf.ts';
import type { FieldSettings } from '../fieldSettings.ts';
import { asOfPerson, pathOf } from './pathOf.ts';

/** Paths of all fields of a tenant, of the directory or of its own; those of a mailbox are the person's. */
export const fieldPaths = (settings: FieldSettings): readonly string[] => [
  ...catalogueOf(settings).map(({ key }) => pathOf(key)),
  'person.address',
];

/** Whether a tenant has a field of this path. */
export const openIsField = (settings: FieldSettings): ((path: string) => boolean) => {
  const paths = new Set(fieldPaths(settings));
  return (path) => paths.has(asOfPerson(path));
};
