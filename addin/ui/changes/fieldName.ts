import type { i18n } from 'i18next';
import type { FieldLabels } from '../../../server/src/contract/signatures/fields.ts';
import { nearestLocale } from '../../i18n/locale.ts';

/** Keys of fields that a tenant names, wherever they stand in a path: its own, and attributes that it took into use. */
const tenantKeys =
  /\bcustom\.[a-z][A-Za-z0-9]*|\bextension_[0-9a-fA-F]{32}_\w+|\bextensionAttribute\d+|\b(?:division|costCenter|otherMailAddresses)\b/g;
const ownPrefix = /^(?:custom\.|extension_[0-9a-fA-F]{32}_)/;

/**
 * A field in the reader's language: by its own labels where the tenant gave it some, else from our texts. One that has
 * neither, because it was removed since, keeps the word that somebody once gave it.
 */
export function fieldName(texts: i18n, field: string, labels: FieldLabels | null): string {
  if (labels !== null) return labels[nearestLocale(texts.language)] ?? labels.en;
  const key = `fields:${field}`;
  return texts.exists(key) ? texts.t(key) : field.replace(ownPrefix, '');
}

/** Whether it takes the labels of the tenant to name what changed. */
export const namesTenantField = (path: string): boolean => path.search(tenantKeys) >= 0;

const ofPerson = /^person\.([0-9a-f-]{36})(?:\.(.+))?$/;

/** The same of changes to many people: whose field it is, as far as they are known by name. */
export function changeOfPerson(
  path: string,
  { people, nameOf }: { people: ReadonlyMap<string, string>; nameOf: (path: string) => string },
): string {
  const [, id = '', field] = ofPerson.exec(path) ?? [];
  const name = people.get(id);
  if (name === undefined) return nameOf(path);
  return field === undefined ? name : `${name}: ${nameOf(field)}`;
}

/** What changed, in the reader's language: a field, or a place in which fields of the tenant are named as their labels say. */
export function changeName(texts: i18n, path: string, labels: ReadonlyMap<string, FieldLabels>): string {
  return namesTenantField(path)
    ? path.replace(tenantKeys, (key) => fieldName(texts, key, labels.get(key) ?? null))
    : fieldName(texts, path, null);
}
