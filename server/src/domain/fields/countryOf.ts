import type { ResolvedField } from './resolveFields.ts';

/**
 * The country by which somebody's phones and address are read, also where signatures are not to show it or show other words
 * in its place. Empty where nobody knows.
 */
export const countryOf = (fields: readonly ResolvedField[]): string => {
  const field = fields.find(({ key }) => key === 'country');
  if (field === undefined) return '';
  return field.source === 'none' || field.source === 'fallback' ? field.override || field.directory : field.value;
};
