/** A language tag that programs take, of what the directory has; anything else counts as English. */
export const knownLanguage = (language: string): string => {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
};
