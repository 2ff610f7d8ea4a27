import type { BackendModule, i18n, ReadCallback } from 'i18next';
import { nearestLocale, type Locale } from './locale.ts';

type Texts = Readonly<Record<string, object>>;

const load: Readonly<Record<Locale, () => Promise<Texts>>> = {
  en: async () => (await import('./later/en.ts')).laterTexts,
  nl: async () => (await import('./later/nl.ts')).laterTexts,
  de: async () => (await import('./later/de.ts')).laterTexts,
  fr: async () => (await import('./later/fr.ts')).laterTexts,
};

/**
 * Brings the texts of pages that are loaded later, when the first of them asks; the others find theirs then. A part of a page
 * that had to wait for its words would hide the whole page meanwhile, and the focus would be lost with it.
 */
export const laterBackend = (instance: i18n): BackendModule => ({
  type: 'backend',
  init: () => undefined,
  read: (language: string, namespace: string, done: ReadCallback) => {
    load[nearestLocale(language)]().then(
      (texts) => {
        for (const [name, words] of Object.entries(texts)) instance.addResourceBundle(language, name, words);
        done(null, texts[namespace] ?? {});
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
});
