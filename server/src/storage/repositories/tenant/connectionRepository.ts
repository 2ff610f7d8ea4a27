import { noConnection, type Connection } from '../../../domain/connection/connection.ts';
import type { ConnectionRepository } from '../../../ports/repositories/connectionRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { versioned } from '../versioned.ts';
import { connections } from '../../declare/access/connectionCollections.ts';
import { onlyId } from '../../keys/onlyId.ts';

/** Connections saved before a tenant could bring its own registration lack those fields. */
const complete = (stored: Connection): Connection => ({ ...noConnection, ...stored });

export const openConnectionRepository = (engine: StorageEngine): ConnectionRepository => {
  const store = engine.collection(connections);
  return {
    get: async (tenantId) => {
      const found = versioned(await store.get(tenantId, onlyId));
      return found && { ...found, value: complete(found.value) };
    },
    save: async (tenantId, connection, ifRevision) => {
      await store.write(tenantId, [{ put: connection, ...(ifRevision === undefined ? {} : { ifRevision }) }]);
    },
    tenants: () => engine.tenants(connections),
  };
};
