import type { i18n } from 'i18next';

/** What is wrong with a field, in the reader's language; a code we have no text for keeps the API's English words. */
export function complaintText(texts: i18n, { code, message }: { code?: string | undefined; message: string }): string {
  if (code === undefined) return message;
  const key = [`registration:error.${code}`, `problems:${code}`].find((name) => texts.exists(name));
  return key === undefined ? message : texts.t(key);
}
