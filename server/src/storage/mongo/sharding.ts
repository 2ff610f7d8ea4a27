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

/** As much of a server as sharding needs. */
export interface ShardingServer {
  command(command: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  /** Makes the index of the shard key on a collection. */
  createIndex(collection: string): Promise<unknown>;
}

export const shardingServer = (connection: Connection): ShardingServer => ({
  command: (command) =>
    connection
      .getClient()
      .db('admin')
      .command({ ...command }),
  createIndex: (name) => connection.collection(name).createIndex(shardKey, { name: 'shard' }),
});

/**
 * Shards what is not yet; the same again is fine. A hoster may not let us, or not know the commands: an administrator can
 * run them then. What is refused so will be refused for every collection, so the first refusal is told and is the last.
 */
export const shardCollections = async (
  server: ShardingServer,
  commands: readonly ShardingCommand[],
  onRefused: (command: ShardingCommand, error: unknown) => void,
): Promise<void> => {
  if (!isShardRouter(await server.command({ hello: 1 }))) return;
  for (const command of commands) {
    try {
      await shard(server, command);
    } catch (error) {
      onRefused(command, error);
      if (isRefusedForAll(error)) return;
    }
  }
};

/** A collection with documents is sharded only along an index that is there; an empty one gets it by itself. */
const shard = async (server: ShardingServer, command: ShardingCommand): Promise<void> => {
  try {
    await server.command(command);
  } catch (error) {
    if (!('shardCollection' in command) || !lacksIndex(error)) throw error;
    await server.createIndex(command.shardCollection.slice(command.shardCollection.indexOf('.') + 1));
    await server.command(command);
  }
};

const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code');

/** InvalidOptions: "Please create an index that starts with the proposed shard key". */
const lacksIndex = (error: unknown): boolean => codeOf(error) === 72;

/** Unauthorized, IllegalOperation, CommandNotFound, CommandNotSupported, NotImplemented, Atlas. */
const refusals: readonly unknown[] = [13, 20, 59, 115, 238, 8000];

const isRefusedForAll = (error: unknown): boolean => refusals.includes(codeOf(error));
