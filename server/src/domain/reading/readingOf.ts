import { optionalAttributes } from '../directory/directoryUser.ts';
import type { PeopleReading } from './peopleReading.ts';
import { ruleOf, type FieldSettings } from '../fields/fieldSettings.ts';
import { smartFields } from '../fields/smartFields.ts';

/** By attribute the field that shows it. */
const keys = new Map(smartFields.map(({ key, attribute }) => [attribute, key]));

/** The key of the field that an attribute of the directory is shown by; those taken into use are called by it. */
export const keyOfAttribute = (attribute: string): string => keys.get(attribute) ?? attribute;

/**
 * What a tenant's fields ask of the directory. A field that is shown to nobody asks for nothing: no rule, condition, address or
 * signature of somebody who reports to that person finds anything in it, whatever the directory says.
 */
export const readingOf = (settings: FieldSettings): PeopleReading => {
  const { directory = [] } = settings;
  const isOut = (attribute: string): boolean => ruleOf(settings, keyOfAttribute(attribute)).policy === 'never';
  const inUse = directory.map(({ attribute }) => attribute).sort();
  return {
    attributes: inUse.filter((attribute) => !isOut(attribute)),
    omitted: [...optionalAttributes, ...inUse].filter(isOut),
  };
};

const optional: ReadonlySet<string> = new Set(optionalAttributes);

/** Whether the directory is asked for a field only where it is shown. */
export const isOptional = (settings: FieldSettings, key: string): boolean =>
  (settings.directory ?? []).some(({ attribute }) => attribute === key) ||
  smartFields.some((field) => field.key === key && optional.has(field.attribute ?? ''));
