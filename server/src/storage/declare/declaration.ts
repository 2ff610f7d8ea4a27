import type { CollectionDeclaration } from '../collection.ts';

/** Any declaration, for code that does not look into documents. */
export type AnyDeclaration = CollectionDeclaration<never>;

const namePattern = /^[a-z][A-Za-z]*$/;

/** Throws on a declaration that no engine could keep: names end up in tables, columns and field names. */
export const checkDeclarations = (declarations: readonly AnyDeclaration[]): void => {
  const names = new Set<string>();
  for (const declaration of declarations) {
    if (names.has(declaration.name.toLowerCase())) throw new Error(`collection ${declaration.name} is declared twice`);
    names.add(declaration.name.toLowerCase());
    checkDeclaration(declaration);
  }
};

const checkDeclaration = (declaration: AnyDeclaration): void => {
  const scalar = Object.keys(declaration.keys);
  const keys = [...scalar, ...multiKeyNames(declaration)];
  for (const name of [declaration.name, ...keys]) {
    if (!namePattern.test(name)) throw new Error(`${declaration.name}: "${name}" must be letters only`);
  }
  if (keys.includes('id') || new Set(keys.map((key) => key.toLowerCase())).size < keys.length) {
    throw new Error(`${declaration.name}: keys must differ, and "id" is always a key`);
  }
  for (const used of [...indexesOf(declaration).flat(), ...uniqueKeys(declaration), ...sparseKeys(declaration)]) {
    if (!scalar.includes(used)) throw new Error(`${declaration.name}: an index names the undeclared key ${used}`);
  }
  for (const keys of indexesOf(declaration)) {
    const late = keys.slice(1).find((key) => sparseKeys(declaration).includes(key));
    if (late !== undefined)
      throw new Error(`${declaration.name}: the sparse key ${late} must be the first of an index`);
  }
};

export const multiKeyNames = (declaration: AnyDeclaration): readonly string[] =>
  Object.keys(declaration.multiKeys ?? {});

export const indexesOf = (declaration: AnyDeclaration): readonly (readonly string[])[] => declaration.indexes ?? [];

export const uniqueKeys = (declaration: AnyDeclaration): readonly string[] => declaration.unique ?? [];

export const sparseKeys = (declaration: AnyDeclaration): readonly string[] => declaration.sparse ?? [];

/** Holds only the documents that have the first of its keys. */
export const isPartialIndex = (declaration: AnyDeclaration, keys: readonly string[]): boolean =>
  keys[0] !== undefined && sparseKeys(declaration).includes(keys[0]);

/** Changes when stored keys must be derived again from the documents. */
export const keysFingerprint = (declaration: AnyDeclaration): string =>
  JSON.stringify({
    keys: Object.keys(declaration.keys).sort(),
    multiKeys: [...multiKeyNames(declaration)].sort(),
    version: declaration.keysVersion ?? 1,
  });
