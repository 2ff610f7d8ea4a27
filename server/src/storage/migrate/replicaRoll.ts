import { StaleRevision } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Stored, StorageEngine } from '../collection.ts';
import { replicas, systemTenant, type StoredReplica } from '../declare/systemCollections.ts';

/** A replica that was not heard of for so long, in milliseconds, is taken for dead. */
const lifetime = 30_000;

/** How often a replica should say that it lives. */
export const beatMilliseconds = lifetime / 3;

/** Who runs on this store: each replica announces itself, and all together forget those who fell silent. */
export interface ReplicaRoll {
  announce(replica: Omit<StoredReplica, 'expiresAt'>): Promise<void>;
  leave(id: string): Promise<void>;
  living(): Promise<readonly StoredReplica[]>;
  /** The same for whoever only looks, whose clock may be wrong: nobody is forgotten. */
  peek(): Promise<readonly StoredReplica[]>;
}

export const openReplicaRoll = (engine: StorageEngine, clock: Clock): ReplicaRoll => {
  const store = engine.collection(replicas);
  /** By revision: one that was only slow may have announced itself again. */
  const forget = async ({ document, revision }: Stored<StoredReplica>): Promise<void> => {
    try {
      await store.write(systemTenant, [{ delete: document.id, ifRevision: revision }]);
    } catch (error) {
      if (!(error instanceof StaleRevision)) throw error;
    }
  };
  return {
    announce: async (replica) => {
      await store.write(systemTenant, [{ put: { ...replica, expiresAt: clock.now().getTime() + lifetime } }]);
    },
    leave: async (id) => {
      await store.write(systemTenant, [{ delete: id }]);
    },
    living: async () => {
      const now = clock.now().getTime();
      const living: StoredReplica[] = [];
      for await (const batch of store.scan(systemTenant)) {
        for (const one of batch) {
          if (one.document.expiresAt > now) living.push(one.document);
          else await forget(one);
        }
      }
      return living;
    },
    peek: async () => {
      const listed = (await store.page(systemTenant, { limit: 1000 })).items.map(({ document }) => document);
      return listed.filter(({ expiresAt }) => expiresAt > clock.now().getTime());
    },
  };
};
