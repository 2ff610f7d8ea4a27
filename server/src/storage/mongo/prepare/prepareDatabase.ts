import type { Connection } from 'mongoose';
import { createIndexes, presentIndexes, type OnIndexRefused } from './indexes.ts';
import { derivedMark } from '../layout.ts';
import type { Meta } from '../connection/meta.ts';
import type { OpenedCollection } from '../openedCollection.ts';
import { noteOf, prepareCollection } from './prepareCollection.ts';
import { rederiveKeys } from './rederiveKeys.ts';
import {
  dropShardIndexes,
  shardCollections,
  shardIndex,
  shardingCommands,
  shardingServer,
  type Hello,
  type ShardingCommand,
} from './sharding.ts';

/** A database, and who is told of what an administrator has to know. */
export interface Preparations {
  readonly connection: Connection;
  readonly hello: Hello;
  readonly meta: Meta;
  readonly onIndexRefused: OnIndexRefused;
  readonly onShardingRefused: (command: ShardingCommand, error: unknown) => void;
}

/** Makes keys, indexes and shards of every collection what the declarations say. Several replicas may, at once. */
export const prepareDatabase = async (
  opened: readonly OpenedCollection<never>[],
  { connection, hello, meta, onIndexRefused, onShardingRefused }: Preparations,
): Promise<void> => {
  const notes = await meta.notes();
  const changed = new Map<string, string>();
  const withShardIndex: string[] = [];
  for (const collection of opened) {
    const note = noteOf(collection);
    const { derived, found } = await prepareCollection(collection, { derived: notes.get(note), onIndexRefused });
    if (derived !== null && derived !== notes.get(note)) changed.set(note, derived);
    if (found?.includes(shardIndex)) withShardIndex.push(collection.declaration.name);
  }
  await meta.note(changed);
  const server = shardingServer(connection, hello);
  const commands = shardingCommands(
    connection.name,
    opened.map(({ declaration }) => declaration),
  );
  await shardCollections(server, commands, onShardingRefused);
  await dropShardIndexes(server, withShardIndex);
};

/** Whatever was noted: an older version may have written since, and dropped indexes when it started. */
export const deriveAnew = async (
  collection: OpenedCollection<never>,
  { meta, onIndexRefused }: Pick<Preparations, 'meta' | 'onIndexRefused'>,
): Promise<void> => {
  const unreadable = await rederiveKeys(collection);
  // Without the note the next start looks again: what was unreadable may have been repaired.
  if (unreadable === 0) await meta.note(new Map([[noteOf(collection), derivedMark(collection.declaration)]]));
  await createIndexes(collection.model, (await presentIndexes(collection.model)) ?? [], onIndexRefused);
};
