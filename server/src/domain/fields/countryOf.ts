import type { ResolvedField } from './resolveFields.ts';

/**
 * The country by which somebody's phones and address are read, also where signatures are not to show it or show other words
 * in its place. Empty where nobody knows.
 */
export const countryOf = (fields: readonly ResolvedField[]): string => {
  const field = fields.find(({ key }) => key === 'country');
  if (field === undefined) return '';
  const isShown = field.source !== 'none' && field.source !== 'fallback' && field.source !== 'hidden';
  return isShown ? field.value : field.override || field.directory;
};
