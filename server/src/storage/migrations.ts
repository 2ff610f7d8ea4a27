import type { StorageEngine } from './collection.ts';

/**
 * A change to documents that older versions wrote. Changed keys and indexes need none: engines derive those again by
 * themselves. A run may be killed half-way and is then repeated from its beginning, so it must not mind what it has
 * already changed.
 */
export interface Migration {
  /** 1, 2, 3, …; a version that was released is never changed, removed or reordered. */
  readonly version: number;
  readonly name: string;
  run(engine: StorageEngine): Promise<void>;
}

export const migrations: readonly Migration[] = [];
