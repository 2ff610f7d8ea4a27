import { languages } from '../../server/src/contract/signatures/languages.ts';

export const locales = languages;
export type Locale = (typeof locales)[number];

/** The nearest language we speak to a BCP 47 tag such as `nl-BE`; English when we speak none of it. */
export function nearestLocale(tag: string): Locale {
  const language = tag.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language) ?? 'en';
}
