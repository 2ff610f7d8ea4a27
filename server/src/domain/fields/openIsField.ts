import { catalogueOf } from './catalogueOf.ts';
import type { FieldSettings } from './fieldSettings.ts';
import { asOfPerson, pathOf } from './pathOf.ts';

/** Whether a tenant has a field of this path, of the directory or of its own. */
export const openIsField = (settings: FieldSettings): ((path: string) => boolean) => {
  const paths = new Set([...catalogueOf(settings).map(({ key }) => pathOf(key)), 'person.address']);
  return (path) => paths.has(asOfPerson(path));
};
