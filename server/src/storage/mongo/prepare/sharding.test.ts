import { expect, test } from '@jest/globals';
import { declarations } from '../../declare/collections.ts';
import { teammates } from '../../declare/people/teammateCollections.ts';
import {
  dropShardIndexes,
  isAlone,
  isShardRouter,
  shardCollections,
  shardingCommands,
  type ShardingServer,
} from './sharding.ts';

test('only the router of a cluster shards', () => {
  expect(isShardRouter({ msg: 'isdbgrid', ok: 1 })).toBe(true);
  expect(isShardRouter({ setName: 'rs0', ok: 1 })).toBe(false);
});

test('a server is alone when it is neither a router nor one of a replica set', () => {
  expect([{ msg: 'isdbgrid' }, { setName: 'rs0' }, { ok: 1 }].map(isAlone)).toEqual([false, false, true]);
});

test('what grows with the people of a tenant is sharded by tenant and id, and nothing that is small or has a unique key', () => {
  const [first, ...others] = shardingCommands('undersign', declarations);
  expect(first).toEqual({ enableSharding: 'undersign' });
  expect(others).toContainEqual({ shardCollection: 'undersign.teammates', key: { _tenant: 1, _id: 1 } });
  const names = others.map((command) => 'shardCollection' in command && command.shardCollection);
  for (const small of ['settings', 'leases', 'runs']) expect(names).not.toContain(`undersign.${small}`);
  const unique = { ...teammates, unique: ['name'] };
  expect(shardingCommands('undersign', [unique])).toEqual([first]);
});

/** A router that answers commands as told, and remembers what was asked of it. */
const router = (answer: (command: Readonly<Record<string, unknown>>, asked: readonly string[]) => void) => {
  const asked: string[] = [];
  const server: ShardingServer = {
    hello: { msg: 'isdbgrid' },
    command: async (command) => {
      asked.push(String(command['shardCollection'] ?? command['enableSharding']));
      answer(command, asked);
      return { ok: 1 };
    },
    createIndex: async (name) => asked.push(`index on ${name}`),
    dropIndex: async (name) => asked.push(`no index on ${name}`),
    isSharded: async (name) => {
      if (name === 'secret') refuse(13);
      return name === 'teammates';
    },
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

test('an index for a sharding that is refused after all does not stay', async () => {
  const { server, asked } = router((command, before) => {
    if (command['shardCollection'] === 'undersign.teammates') refuse(before.includes('index on teammates') ? 13 : 72);
  });
  await shardCollections(server, commands, () => undefined);
  expect(asked.at(-1)).toBe('no index on teammates');
});

test('an index left by an earlier version goes where its collection is not sharded, and stays where that is not known', async () => {
  const { server, asked } = router(() => undefined);
  await dropShardIndexes(server, ['teammates', 'settings', 'secret']);
  expect(asked).toEqual(['no index on settings']);
  await dropShardIndexes({ ...server, hello: { setName: 'rs0' } }, ['teammates']);
  expect(asked).toEqual(['no index on settings', 'no index on teammates']);
});
