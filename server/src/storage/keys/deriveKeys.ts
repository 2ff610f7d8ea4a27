import type { CollectionDeclaration, Key } from '../collection.ts';
import { keyText, keyValue } from './keyText.ts';

/** Everything an engine stores beside the document itself. */
export interface DerivedKeys {
  readonly id: string;
  /** By key name, for every declared key. */
  readonly keys: Readonly<Record<string, Key | null>>;
  /** By key name, without duplicates. */
  readonly multi: Readonly<Record<string, readonly string[]>>;
}

export const deriveKeys = <T>(declaration: CollectionDeclaration<T>, document: T): DerivedKeys => ({
  id: keyText(declaration.id(document)),
  keys: Object.fromEntries(scalarKeys(declaration).map(({ name, derive }) => [name, derive(document)])),
  multi: Object.fromEntries(multiKeys(declaration).map(({ name, derive }) => [name, derive(document)])),
});

interface Deriver<T, V> {
  readonly name: string;
  readonly derive: (document: T) => V;
}

/** The scalar keys in order of declaration, each as engines store it. */
export const scalarKeys = <T>({
  name: collection,
  keys,
}: CollectionDeclaration<T>): readonly Deriver<T, Key | null>[] =>
  Object.entries(keys).map(([name, derive]) => {
    const label = `${collection}.${name}`;
    return { name, derive: (document) => keyValue(derive(document), label) };
  });

/** The multi-valued keys in order of declaration, each without duplicates. */
export const multiKeys = <T>({
  multiKeys: keys = {},
}: CollectionDeclaration<T>): readonly Deriver<T, readonly string[]>[] =>
  Object.entries(keys).map(([name, derive]) => ({
    name,
    derive: (document) => [...new Set(derive(document).map(keyText))],
  }));
