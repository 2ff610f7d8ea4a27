import type { Connection } from 'mongoose';
import { uniqueKeys, type AnyDeclaration } from '../../declare/declaration.ts';

/** A command for the `admin` database of a sharded cluster. */
export type ShardingCommand =
  | { readonly enableSharding: string }
  | { readonly shardCollection: string; readonly key: Readonly<Record<string, 1>> };

/** The tenant first, so that a tenant's questions go to the servers that have it; the id, so that a big one spreads. */
export const shardKey = { _tenant: 1, _id: 1 } as const;

/** The index of the shard key, where a collection had documents before it was sharded. */
export const shardIndex = 'shard';

/** What a server says it is. https://www.mongodb.com/docs/manual/reference/command/hello/ */
export type Hello = Readonly<Record<string, unknown>>;

/** True for the router of a sharded cluster. */
export const isShardRouter = (hello: Hello): boolean => hello['msg'] === 'isdbgrid';

/** True for a server of which there is no second one. */
export const isAlone = (hello: Hello): boolean => !isShardRouter(hello) && hello['setName'] === undefined;

/**
 * Only what is large is worth it. Collections with a unique key stay on one server anyway: a cluster keeps nothing unique
 * that does not begin with the whole shard key.
 */
export const shardingCommands = (
  database: string,
  declarations: readonly AnyDeclaration[],
): readonly ShardingCommand[] => [
  { enableSharding: database },
  ...declarations
    .filter((declaration) => declaration.large === true && uniqueKeys(declaration).length === 0)
    .map(({ name }) => ({ shardCollection: `${database}.${name}`, key: shardKey })),
];

/** As much of a server as sharding needs. */
export interface ShardingServer {
  readonly hello: Hello;
  /** On the `admin` database. */
  command(command: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Makes the index of the shard key on a collection. */
  createIndex(collection: string): Promise<unknown>;
  dropIndex(collection: string): Promise<unknown>;
  isSharded(collection: string): Promise<boolean>;
}

export const shardingServer = (connection: Connection, hello: Hello): ShardingServer => ({
  hello,
  command: (command) =>
    connection
      .getClient()
      .db('admin')
      .command({ ...command }),
  createIndex: (name) => connection.collection(name).createIndex(shardKey, { name: shardIndex }),
  dropIndex: (name) => connection.collection(name).dropIndex(shardIndex),
  isSharded: async (name) => {
    const stats: object = await connection.getClient().db(connection.name).command({ collStats: name });
    return Reflect.get(stats, 'sharded') === true;
  },
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
  if (!isShardRouter(server.hello)) return;
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
    const collection = command.shardCollection.slice(command.shardCollection.indexOf('.') + 1);
    await server.createIndex(collection);
    try {
      await server.command(command);
    } catch (refusal) {
      await server.dropIndex(collection).catch(() => undefined);
      throw refusal;
    }
  }
};

/** Drops what was made for a sharding that did not follow. Where it cannot be told whether one did, the index stays. */
export const dropShardIndexes = async (server: ShardingServer, collections: readonly string[]): Promise<void> => {
  for (const collection of collections) {
    const isSharded = isShardRouter(server.hello) && (await server.isSharded(collection).catch(() => true));
    if (!isSharded) await server.dropIndex(collection);
  }
};

const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code');

/** InvalidOptions: "Please create an index that starts with the proposed shard key". */
const lacksIndex = (error: unknown): boolean => codeOf(error) === 72;

/** Unauthorized, IllegalOperation, CommandNotFound, CommandNotSupported, NotImplemented, Atlas. */
const refusals: readonly unknown[] = [13, 20, 59, 115, 238, 8000];

const isRefusedForAll = (error: unknown): boolean => refusals.includes(codeOf(error));
