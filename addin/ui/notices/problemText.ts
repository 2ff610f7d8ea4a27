import type { i18n } from 'i18next';
import { ApiProblem } from '../../api/client/apiProblem.ts';

export interface ProblemText {
  readonly text: string;
  readonly requestId: string | null;
}

const isIncomplete = (text: string): boolean => text.includes('{{');

/** What may go wrong on the first page has its words from the start; the others come with the pages that are loaded later. */
const keyOf = (texts: i18n, code: string): string | null =>
  [`problems:${code}`, `pageProblems:${code}`, `smartFields:problem.${code}`, `values:problem.${code}`].find((key) =>
    texts.exists(key),
  ) ?? null;

/** Words a problem in the reader's language by its code; a code we have no text for falls back to the API's own words. */
export function problemText(texts: i18n, error: unknown): ProblemText {
  if (!(error instanceof ApiProblem)) return { text: texts.t('problems:unknown'), requestId: null };
  const values = Object.fromEntries(
    Object.entries(error.values).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  const key = keyOf(texts, error.code);
  const worded = key === null ? error.message || texts.t('problems:unknown') : texts.t(key, values);
  // Runs and some refusals of Microsoft name the code alone: then a sentence that needs nothing else.
  const text = key !== null && isIncomplete(worded) ? texts.t(`${key}-unnamed`) : worded;
  return { text, requestId: error.requestId };
}
