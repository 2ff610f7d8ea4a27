import { expect, test } from '@jest/globals';
import { declarations } from '../collections.ts';
import { uniqueKeys } from '../declaration.ts';
import { isShardRouter, shardingCommands } from './sharding.ts';

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
