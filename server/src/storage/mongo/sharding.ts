import type { Connection } from 'mongoose';
import { uniqueKeys, type AnyDeclaration } from '../declaration.ts';

/** A command for the `admin` database of a sharded cluster. */
export type ShardingCommand =
  { readonly enableSharding: string } | { readonly shardCollection: string; readonly key: Readonly<Record<string, 1>> };

/** The tenant first, so that a tenant's questions go to the servers that have it; the id, so that a big one spreads. */
export const shardKey = { _tenant: 1, _id: 1 } as const;

/** True for the router of a sharded cluster. https://www.mongodb.com/docs/manual/reference/command/hello/ */
export const isShardRouter = (hello: Readonly<Record<string, unknown>>): boolean => hello['msg'] === 'isdbgrid';

/**
 * Collections with a unique key stay on one server: a cluster keeps nothing unique that does not begin with the whole
 * shard key. Those are the small ones.
 */
export const shardingCommands = (
  database: string,
  declarations: readonly AnyDeclaration[],
): readonly ShardingCommand[] => [
  { enableSharding: database },
  ...declarations
    .filter((declaration) => uniqueKeys(declaration).length === 0)
    .map(({ name }) => ({ shardCollection: `${database}.${name}`, key: shardKey })),
];

/**
 * Shards what is not yet; the same again is fine. A hoster may not let us (13, 59 and others): an administrator can run
 * the commands then, so each refusal is only told.
 */
export const shardCollections = async (
  connection: Connection,
  declarations: readonly AnyDeclaration[],
  onRefused: (command: ShardingCommand, error: unknown) => void,
): Promise<void> => {
  const hello = await connection.getClient().db('admin').command({ hello: 1 });
  if (!isShardRouter(hello)) return;
  for (const command of shardingCommands(connection.name, declarations)) {
    try {
      await prepareCollection(connection, command);
      await connection.getClient().db('admin').command(command);
    } catch (error) {
      onRefused(command, error);
    }
  }
};

/** A collection with documents is sharded only along an index that is there. */
const prepareCollection = async (connection: Connection, command: ShardingCommand): Promise<void> => {
  if (!('shardCollection' in command)) return;
  const name = command.shardCollection.slice(connection.name.length + 1);
  await connection.collection(name).createIndex(shardKey, { name: 'shard' });
};
