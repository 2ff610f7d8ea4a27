import type { i18n } from 'i18next';

/**
 * A field in the reader's language: by its own labels where the tenant gave it some, else from our texts; one we do not
 * know keeps its Graph name.
 */
export function fieldName(
  texts: i18n,
  field: string,
  labels: { readonly en: string; readonly nl: string } | null = null,
): string {
  if (labels !== null) return texts.language.startsWith('nl') ? labels.nl : labels.en;
  const key = `fields:${field}`;
  return texts.exists(key) ? texts.t(key) : field;
}
