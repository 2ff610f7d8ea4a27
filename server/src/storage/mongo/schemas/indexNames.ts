/** The order of ids, which every collection has by itself. */
export const idIndex = '_id_';
export const orderIndex = (keys: readonly string[]): string => ['order', ...keys].join('_');
/** Of the documents that have the first of the keys. */
export const partialIndex = (keys: readonly string[]): string => `${orderIndex(keys)}_present`;
export const multiIndex = (key: string): string => `words_${key}`;
/** Not `unique_` and the key alone: so were indexes called that took a document without the key for one with it. */
export const uniqueIndex = (key: string): string => `unique_${key}_present`;

/** The key whose uniqueness an error message says is broken: MongoDB names the index. */
export const keyOfUniqueIndex = (text: string): string | null => /\bunique_([A-Za-z]+)/.exec(text)?.[1] ?? null;

/** An index of ours; names of keys are letters only, so these never clash. */
export const isOurIndex = (name: string): boolean => /^(?:order|words|unique)_/.test(name);
export const isUniqueIndex = (name: string): boolean => name.startsWith('unique_');
