import type { StorageEngine } from '../../../src/storage/collection.ts';
import { schemaStates, systemTenant } from '../../../src/storage/declare/systemCollections.ts';
import { migrations } from '../../../src/storage/migrations.ts';

/** Says of a store that was filled by hand what a server would have said of it by running once. */
export const markAsNewest = async (engine: StorageEngine): Promise<void> => {
  const version = migrations.at(-1)?.version ?? 0;
  const state = { version, target: version, product: '0.0.0', importing: null };
  await engine.collection(schemaStates).write(systemTenant, [{ put: state }]);
};
