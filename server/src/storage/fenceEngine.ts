import type { Fence, StorageEngine } from './collection.ts';

/** The same engine, writing every fenced collection under this fence. */
export const fenceEngine = (engine: StorageEngine, fence: Fence): StorageEngine => ({
  ...engine,
  collection: (declaration) => {
    const collection = engine.collection(declaration);
    if (declaration.fenced !== true) return collection;
    return { ...collection, write: (tenantId, operations) => collection.write(tenantId, operations, fence) };
  },
});
