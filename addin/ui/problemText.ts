import type { i18n } from 'i18next';
import { ApiProblem } from '../api/apiProblem.ts';

export interface ProblemText {
  readonly text: string;
  readonly requestId: string | null;
}

const isIncomplete = (text: string): boolean => text.includes('{{');

/** Words a problem in the reader's language by its code; a code we have no text for falls back to the API's own words. */
export function problemText(texts: i18n, error: unknown): ProblemText {
  if (!(error instanceof ApiProblem)) return { text: texts.t('problems:unknown'), requestId: null };
  const values = Object.fromEntries(
    Object.entries(error.values).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  const key = `problems:${error.code}`;
  const worded = texts.exists(key) ? texts.t(key, values) : error.message || texts.t('problems:unknown');
  // Runs and some refusals of Microsoft name the code alone: then a sentence that needs nothing else.
  const text = isIncomplete(worded) ? texts.t(`${key}-unnamed`) : worded;
  return { text, requestId: error.requestId };
}
