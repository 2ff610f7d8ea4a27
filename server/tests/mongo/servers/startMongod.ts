import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import type { StartedMongo } from './mongoServer.ts';

/**
 * Starts it on a free port with a folder of its own, as a replica set of one, because only replica sets have majorities
 * and transactions. A watcher beside it ends it when this process dies.
 */
export const startMongod = async (binary: string): Promise<StartedMongo> => {
  // Whatever version the machine has is the one to test; without this the memory server asks for its own.
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] ??= 'false';
  const members = await MongoMemoryReplSet.create({
    binary: { systemBinary: binary },
    instanceOpts: [{ args: ['--setParameter', 'enableTestCommands=1'], launchTimeout: 120_000 }],
    replSet: { count: 1, storageEngine: 'wiredTiger' },
  });
  return {
    url: members.getUri(),
    stop: async () => {
      await members.stop({ doCleanup: true, force: true });
    },
  };
};
