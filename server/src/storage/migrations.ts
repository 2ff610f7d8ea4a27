import type { StorageEngine } from './collection.ts';

/**
 * A change to documents that older versions wrote. Changed keys and indexes need none: engines derive those again by
 * themselves. `migrate/joinStore.ts` decides when it runs; whoever writes one keeps these rules, because replicas of the
 * version before run beside the new ones during an upgrade:
 *
 * 1. The code of the same release reads the old shape and the new one, and writes the one that `Replica.shape()` says
 *    at that moment: the old one until every live replica has this migration, then the new one, then `run` is called.
 *    The schema in `mongo/schemas/` allows both.
 * 2. `run` goes through every tenant, and puts each document it changes with the `ifRevision` it read it at. On
 *    StaleRevision it reads that one again: a replica was first, and may have written the new shape itself.
 * 3. It may be killed half-way and is then repeated from its beginning, so it must not mind what is changed already.
 * 4. It only goes forward. What the old shape held and the new one does not is gone: who goes back restores a backup.
 */
export interface Migration {
  /** 1, 2, 3, …; a version that was released is never changed, removed or reordered. */
  readonly version: number;
  readonly name: string;
  run(engine: StorageEngine): Promise<void>;
}

export const migrations: readonly Migration[] = [];
