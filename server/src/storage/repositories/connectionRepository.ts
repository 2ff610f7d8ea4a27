import type { ConnectionRepository } from '../../ports/repositories.ts';
import type { StorageEngine } from '../collection.ts';
import { versioned } from './versioned.ts';
import { connections, onlyId } from '../collections.ts';

export const openConnectionRepository = (engine: StorageEngine): ConnectionRepository => {
  const store = engine.collection(connections);
  return {
    get: async (tenantId) => versioned(await store.get(tenantId, onlyId)),
    save: async (tenantId, connection) => {
      await store.write(tenantId, [{ put: connection }]);
    },
  };
};
