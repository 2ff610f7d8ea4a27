import { expect, test } from '@jest/globals';
import { declarations } from '../collections.ts';
import { uniqueKeys } from '../declaration.ts';
import { isShardRouter, shardCollections, shardingCommands, type ShardingServer } from './sharding.ts';

test('only the router of a cluster shards', () => {
  expect(isShardRouter({ msg: 'isdbgrid', ok: 1 })).toBe(true);
  expect(isShardRouter({ setName: 'rs0', ok: 1 })).toBe(false);
});

test('every collection is sharded by tenant and id, but for those with a unique key', () => {
  const [first, ...others] = shardingCommands('undersign', declarations);
  expect(first).toEqual({ enableSharding: 'undersign' });
  expect(others).toContainEqual({ shardCollection: 'undersign.teammates', key: { _tenant: 1, _id: 1 } });
  const unique = declarations.filter((declaration) => uniqueKeys(declaration).length > 0).map(({ name }) => name);
  expect(unique).toEqual(['runs']);
  expect(others).toHaveLength(declarations.length - unique.length);
});

/** A router that answers commands as told, and remembers what was asked of it. */
const router = (answer: (command: Readonly<Record<string, unknown>>, asked: readonly string[]) => void) => {
  const asked: string[] = [];
  const server: ShardingServer = {
    command: async (command) => {
      if ('hello' in command) return { msg: 'isdbgrid' };
      asked.push(String(command['shardCollection'] ?? command['enableSharding']));
      answer(command, asked);
      return { ok: 1 };
    },
    createIndex: async (name) => asked.push(`index on ${name}`),
  };
  return { server, asked };
};

const commands = shardingCommands('undersign', declarations);

const refuse = (code: number): never => {
  throw Object.assign(new Error('no'), { code });
};

test.each([13, 59, 115, 8000])(
  'a cluster that refuses with %i is asked once, told once, and gets no index',
  async (code) => {
    const { server, asked } = router(() => refuse(code));
    const told: unknown[] = [];
    await shardCollections(server, commands, (command) => told.push(command));
    expect([asked, told]).toEqual([['undersign'], [commands[0]]]);
  },
);

test('a collection with documents gets the index the cluster asks for, and no other does', async () => {
  const { server, asked } = router((command, before) => {
    const isFull = command['shardCollection'] === 'undersign.teammates';
    if (isFull && !before.includes('index on teammates')) refuse(72);
  });
  await shardCollections(server, commands, () => expect('refused').toBe('done'));
  expect(asked.filter((line) => line.startsWith('index'))).toEqual(['index on teammates']);
  expect(asked.filter((line) => line === 'undersign.teammates')).toHaveLength(2);
});
