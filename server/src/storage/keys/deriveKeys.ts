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

export const deriveKeys = <T>(declaration: CollectionDeclaration<T>, document: T): DerivedKeys => {
  const keys: Record<string, Key | null> = {};
  for (const [name, derive] of Object.entries(declaration.keys)) {
    keys[name] = keyValue(derive(document), `${declaration.name}.${name}`);
  }
  const multi: Record<string, readonly string[]> = {};
  for (const [name, derive] of Object.entries(declaration.multiKeys ?? {})) {
    multi[name] = [...new Set(derive(document).map(keyText))];
  }
  return { id: keyText(declaration.id(document)), keys, multi };
};
