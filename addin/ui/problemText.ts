import type { i18n } from 'i18next';
import { ApiProblem } from '../api/apiProblem.ts';

export interface ProblemText {
  readonly text: string;
  readonly requestId: string | null;
}

/** Words a problem in the reader's language by its code; a code we have no text for falls back to the API's own words. */
export function problemText(texts: i18n, error: unknown): ProblemText {
  if (!(error instanceof ApiProblem)) return { text: texts.t('problems:unknown'), requestId: null };
  const values = Object.fromEntries(
    Object.entries(error.values).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  const key = `problems:${error.code}`;
  const text = texts.exists(key) ? texts.t(key, values) : error.message || texts.t('problems:unknown');
  return { text, requestId: error.requestId };
}
