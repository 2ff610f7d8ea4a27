import { StaleRevision } from '../../domain/errors.ts';
import { isFresh, stillHolds } from '../../domain/schedule/clockSetRight.ts';
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
  const isSilent = openSilence();
  return {
    announce: async (replica) => {
      await store.write(systemTenant, [{ put: { ...replica, expiresAt: clock.now().getTime() + lifetime } }]);
    },
    leave: async (id) => {
      await store.write(systemTenant, [{ delete: id }]);
    },
    living: async () => {
      const now = clock.now();
      const living: StoredReplica[] = [];
      for await (const batch of store.scan(systemTenant)) {
        for (const one of batch) {
          if (isSilent(one, now)) await forget(one);
          else living.push(one.document);
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

/**
 * Whether a replica has fallen silent. One whose end is far away announced itself by a clock that was ahead, and may live all the
 * same: it is waited for until it has said nothing for as long as anybody else may.
 */
const openSilence = (): ((one: Stored<StoredReplica>, now: Date) => boolean) => {
  const heard = new Map<string, { readonly revision: number; readonly at: Date }>();
  return ({ document: { id, expiresAt }, revision }, now) => {
    const isFarAway = expiresAt > now.getTime() && !stillHolds(expiresAt, now, lifetime);
    const last = heard.get(id);
    if (!isFarAway) {
      heard.delete(id);
      return expiresAt <= now.getTime();
    }
    if (last?.revision === revision) return !isFresh(last.at, now, lifetime);
    heard.set(id, { revision, at: now });
    return false;
  };
};
