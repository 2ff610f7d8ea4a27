import type { i18n } from 'i18next';

/** A directory field in the reader's language; one we do not know keeps its Graph name. */
export function fieldName(texts: i18n, field: string): string {
  const key = `fields:${field}`;
  return texts.exists(key) ? texts.t(key) : field;
}
