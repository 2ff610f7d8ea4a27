import { randomUUID } from 'node:crypto';
import { StorageError } from '../../domain/errors.ts';
import type { StoredReplica } from '../declare/systemCollections.ts';
import { beatMilliseconds, openReplicaRoll, type ReplicaRoll } from './replicaRoll.ts';
import { runMigrations, type MigrationDesk } from './runMigrations.ts';
import {
  newestShape,
  readSchemaState,
  refuseNewer,
  refuseUnfinishedImport,
  saveSchemaState,
  type Release,
} from './schemaState.ts';

/** One server's place among those that share a store. */
export interface Replica {
  /** The migration in whose shape documents are to be written at this moment. */
  shape(): number;
  /** Says that this replica lives, and goes on with what is pending. Throws StorageError when it has to stop. */
  beat(): Promise<void>;
  /** Beats until `leave`; rejects with a StorageError when this replica has to stop: a newer one has taken over. */
  watch(): Promise<void>;
  leave(): Promise<void>;
}

/**
 * Announces this replica and brings the store to its release. Migrations run once every live replica has them and
 * writes the new shape, in one replica, which may be this one before this resolves; a replica that comes alone migrates
 * at once. Otherwise this one begins with the documents as they are, and `watch` goes on later.
 *
 * Throws StorageError `storage-newer` where a newer version wrote the data, `storage-importing` where an import did not
 * end.
 */
export const joinStore = async (desk: MigrationDesk): Promise<Replica> => {
  const roll = openReplicaRoll(desk.engine, desk.clock);
  const stopped = new AbortController();
  const me = { id: randomUUID(), knows: newestShape(desk.release), product: desk.release.product };
  let shape = 0;
  let said = '';
  const beat = async (): Promise<void> => {
    for (;;) {
      const step = await takeStep({ desk, roll, me });
      shape = step.shape;
      if (step.next === 'again') continue;
      if (step.next !== said && step.next !== 'done') desk.logger.info({ msg: step.next, shape, knows: me.knows });
      said = step.next;
      return;
    }
  };
  try {
    await beat();
  } catch (error) {
    await roll.leave(me.id).catch(() => undefined);
    throw error;
  }
  return {
    shape: () => shape,
    beat,
    watch: () => watch(desk, beat, stopped.signal),
    leave: async () => {
      stopped.abort();
      await roll.leave(me.id);
    },
  };
};

interface Stand {
  readonly desk: MigrationDesk;
  readonly roll: ReplicaRoll;
  readonly me: Pick<StoredReplica, 'id' | 'knows' | 'product'>;
}

interface Step {
  readonly shape: number;
  /** `again`, `done`, or what is waited for. */
  readonly next: string;
}

/**
 * Announcing comes before reading the state a second time, and setting the target comes before reading the roll, so of
 * an old replica that starts and a new one that migrates at least one sees the other.
 */
const takeStep = async (stand: Stand): Promise<Step> => {
  const { desk, roll, me } = stand;
  const shape = await readShape(desk);
  await roll.announce({ ...me, writes: shape });
  if ((await readShape(desk)) !== shape) return { shape, next: 'again' };
  const { document: state, revision } = await readSchemaState(desk.engine, me.product);
  if (state.version === me.knows) return { shape, next: 'done' };
  const living = await roll.living();
  const goal = Math.min(me.knows, ...living.map(({ knows }) => knows));
  if (goal > state.target) {
    await saveSchemaState(desk.engine, { document: { ...state, target: goal, product: me.product }, revision });
    return { shape, next: 'again' };
  }
  if (living.some(({ writes }) => writes < state.target)) {
    return { shape, next: 'stored documents will be changed once every replica writes the new shape' };
  }
  if (state.version < state.target) {
    const next = (await runMigrations(desk)) ? 'again' : 'another replica is changing stored documents';
    return { shape, next };
  }
  return { shape, next: 'stored documents stay as they are while replicas of an older version run' };
};

const readShape = async ({ engine, release }: { engine: MigrationDesk['engine']; release: Release }) => {
  const { document } = await readSchemaState(engine, release.product);
  refuseNewer(document, release);
  refuseUnfinishedImport(document);
  return document.target;
};

const mustStop: readonly string[] = ['storage-newer', 'storage-importing'];

const watch = async (desk: MigrationDesk, beat: () => Promise<void>, stopped: AbortSignal): Promise<void> => {
  while (!stopped.aborted) {
    await desk.clock.sleep(beatMilliseconds, stopped).catch(() => undefined);
    if (stopped.aborted) return;
    try {
      await beat();
    } catch (error) {
      if (stopped.aborted) return;
      if (error instanceof StorageError && mustStop.includes(error.code)) throw error;
      desk.logger.warn({ msg: 'the place among the replicas was not kept; it is tried again', err: error });
    }
  }
};
