import type { Key } from '../collection.ts';

/** What engines store for a text: well-formed, because UTF-8 has no bytes for a lone surrogate. */
export const keyText = (text: string): string => text.toWellFormed();

/** A key as engines store it. Throws on what cannot be ordered: that is a mistake in a key function or a query. */
export const keyValue = (value: Key | null, name: string): Key | null => {
  if (value === null) return null;
  if (typeof value === 'string') return keyText(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`key ${name} is no text or finite number`);
  return value === 0 ? 0 : value;
};

/** Two tenants must never become one, so here nothing is replaced: a tenant id that is not plain text is a bug. */
export const tenantKey = (tenantId: string): string => {
  if (typeof tenantId !== 'string' || tenantId === '' || !tenantId.isWellFormed()) {
    throw new Error('a storage call needs the id of one tenant');
  }
  return tenantId;
};
