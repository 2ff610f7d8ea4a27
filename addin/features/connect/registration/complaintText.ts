import type { i18n } from 'i18next';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { problemText } from '../../../ui/notices/problemText.ts';

interface Complaint {
  readonly code?: string | undefined;
  readonly message: string;
  readonly values?: ApiProblem['values'] | undefined;
}

/** What is wrong with a field, in the reader's language; a code we have no text for keeps the API's English words. */
export function complaintText(texts: i18n, { code, message, values }: Complaint): string {
  if (code === undefined) return message;
  const own = `registration:error.${code}`;
  return texts.exists(own) ? texts.t(own) : problemText(texts, new ApiProblem({ code, detail: message, values })).text;
}
