import type { StorageEngine } from '../collection.ts';
import type { AnyDeclaration } from '../declare/declaration.ts';

/**
 * Comes with every change of derived keys. A new replica derives them when it opens the store, so that it sees everybody;
 * replicas of the version before go on writing theirs. This one runs when the last of those is gone, and catches what
 * they left.
 */
export const keysMigration = (version: number, name: string, changed: readonly AnyDeclaration[]) => ({
  version,
  name,
  run: async (engine: StorageEngine): Promise<void> => {
    for (const declaration of changed) await engine.deriveKeys(declaration);
  },
});
