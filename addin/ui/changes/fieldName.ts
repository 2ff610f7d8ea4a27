import type { i18n } from 'i18next';
import type { FieldLabels } from '../../../server/src/contract/signatures/fields.ts';
import { nearestLocale } from '../../i18n/locale.ts';

/**
 * A field in the reader's language: by its own labels where the tenant gave it some, else from our texts; one we do not
 * know keeps its Graph name.
 */
export function fieldName(texts: i18n, field: string, labels: FieldLabels | null = null): string {
  if (labels !== null) return labels[nearestLocale(texts.language)] ?? labels.en;
  const key = `fields:${field}`;
  return texts.exists(key) ? texts.t(key) : field;
}
