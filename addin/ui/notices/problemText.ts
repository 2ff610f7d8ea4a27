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

const isId = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** What is no name among names: `*` is what there is besides those listed, and an id is of what has no name. */
function nameOf(texts: i18n, key: string, value: string): string {
  if (value === '*') return texts.t(`${key}-rest`);
  return isId(value) && texts.exists(`${key}-nameless`) ? texts.t(`${key}-nameless`) : value;
}

/** Words a problem in the reader's language by its code; a code we have no text for falls back to the API's own words. */
export function problemText(texts: i18n, error: unknown): ProblemText {
  if (!(error instanceof ApiProblem)) return { text: texts.t('problems:unknown'), requestId: null };
  const key = keyOf(texts, error.code);
  const values = Object.fromEntries(
    Object.entries(error.values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((one) => (key === null ? one : nameOf(texts, key, one))).join(', ') : value,
    ]),
  );
  const worded = key === null ? error.message || texts.t('problems:unknown') : texts.t(key, values);
  // Runs and some refusals of Microsoft name the code alone: then a sentence that needs nothing else.
  const text = key !== null && isIncomplete(worded) ? texts.t(`${key}-unnamed`) : worded;
  return { text, requestId: error.requestId };
}
