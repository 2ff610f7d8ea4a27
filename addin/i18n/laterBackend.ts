import type { BackendModule, ReadCallback } from 'i18next';

type Texts = Readonly<Record<string, object>>;

const load = async (language: string): Promise<Texts> =>
  language === 'nl' ? (await import('./later/nl.ts')).laterTexts : (await import('./later/en.ts')).laterTexts;

function read(language: string, namespace: string, done: ReadCallback): void {
  load(language).then(
    (texts) => done(null, texts[namespace] ?? {}),
    (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
  );
}

/** Brings the texts of a page that is loaded later, when the page asks for them. */
export const laterBackend: BackendModule = { type: 'backend', init: () => undefined, read };
