import type { Collection, CollectionDeclaration, StorageEngine } from '../../server/src/storage/collection.ts';

/** The same engine, with every document written to it counted by collection. */
export const countWrites = (engine: StorageEngine) => {
  const counts = new Map<string, number>();
  const counted = <T>(declaration: CollectionDeclaration<T>): Collection<T> => {
    const collection = engine.collection(declaration);
    return {
      ...collection,
      write: (tenantId, operations, fence) => {
        counts.set(declaration.name, (counts.get(declaration.name) ?? 0) + operations.length);
        return collection.write(tenantId, operations, fence);
      },
    };
  };
  return { engine: { ...engine, collection: counted }, written: (): ReadonlyMap<string, number> => new Map(counts) };
};
