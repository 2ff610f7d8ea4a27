import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { runChanges } from '../../declare/runCollections.ts';
import { teammates } from '../../declare/people/teammateCollections.ts';
import type { AnyDeclaration } from '../../declare/declaration.ts';
import { openModel } from '../models.ts';
import { schemas } from '../schemas/schemas.ts';
import { sealCollection } from './seal.ts';

/** A collection on no server: what is asked of it is kept, and each update reaches as many documents as told. */
const collection = (declaration: AnyDeclaration, reached: readonly number[]) => {
  const asked: (readonly [command: string, filter: Readonly<Record<string, unknown>>, hint: unknown])[] = [];
  const model = openModel(mongoose.createConnection(), declaration, schemas);
  const left = [...reached];
  const hear =
    (command: string, answer: () => unknown) =>
    async (filter: Readonly<Record<string, unknown>>, ...rest: object[]) => {
      asked.push([command, filter, Reflect.get(rest.at(-1) ?? {}, 'hint')]);
      return answer();
    };
  const find = (filter: Readonly<Record<string, unknown>>, options: object) => {
    asked.push(['find', filter, Reflect.get(options, 'hint')]);
    return { toArray: async () => [] };
  };
  const deleteMany = hear('delete', () => ({ deletedCount: 0 }));
  const updateMany = hear('update', () => ({ matchedCount: left.shift() ?? 1 }));
  Object.assign(model.collection, { find, deleteMany, updateMany });
  return { model, asked };
};

test('a seal goes along the ids, and on until it finds nothing more to stamp', async () => {
  const { model, asked } = collection(teammates, [7, 1, 0]);
  await sealCollection(model, teammates, { tenant: 't', work: 'run' });
  expect(asked.map(([command]) => command)).toEqual(['find', 'delete', 'update', 'update', 'update']);
  expect(new Set(asked.map(([, , hint]) => hint))).toEqual(new Set(['_id_']));
  expect(asked[2]?.[1]).toMatchObject({ _tenant: 't', _id: { $gte: 't/', $lt: 't0' } });
});

test('of history it takes what the former holder worked on, where that is known', async () => {
  const { model, asked } = collection(runChanges, [0, 0]);
  await sealCollection(model, runChanges, { tenant: 't', work: 'run' });
  await sealCollection(model, runChanges, { tenant: 't', work: undefined });
  const ranges = asked.filter(([command]) => command === 'update').map(([, filter]) => filter['_id']);
  expect(ranges).toEqual([
    { $gte: 't/run/', $lt: 't/run0' },
    { $gte: 't/', $lt: 't0' },
  ]);
});

test('one that would never come to an end says so instead of passing for done', async () => {
  const { model, asked } = collection(teammates, []);
  await expect(sealCollection(model, teammates, { tenant: 't', work: undefined })).rejects.toMatchObject({
    code: 'storage-busy',
  });
  expect(asked.filter(([command]) => command === 'update')).toHaveLength(10);
});
