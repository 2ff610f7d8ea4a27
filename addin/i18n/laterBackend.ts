import type { BackendModule, ReadCallback } from 'i18next';
import { nearestLocale, type Locale } from './locale.ts';

type Texts = Readonly<Record<string, object>>;

const load: Readonly<Record<Locale, () => Promise<Texts>>> = {
  en: async () => (await import('./later/en.ts')).laterTexts,
  nl: async () => (await import('./later/nl.ts')).laterTexts,
  de: async () => (await import('./later/de.ts')).laterTexts,
  fr: async () => (await import('./later/fr.ts')).laterTexts,
};

function read(language: string, namespace: string, done: ReadCallback): void {
  load[nearestLocale(language)]().then(
    (texts) => done(null, texts[namespace] ?? {}),
    (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
  );
}

/** Brings the texts of a page that is loaded later, when the page asks for them. */
export const laterBackend: BackendModule = { type: 'backend', init: () => undefined, read };
