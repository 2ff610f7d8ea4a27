import type { LocalizedText } from './composition.ts';

/** The words for a language: exactly that one, else without its region (`nl` for `nl-be`), else the default. */
export const inLanguage = ({ default: usual, byLanguage = {} }: LocalizedText, language: string): string => {
  const parts = language.split('-');
  while (parts.length > 0) {
    const words = Object.hasOwn(byLanguage, parts.join('-')) ? byLanguage[parts.join('-')] : undefined;
    if (words !== undefined && words !== '') return words;
    parts.pop();
  }
  return usual;
};
