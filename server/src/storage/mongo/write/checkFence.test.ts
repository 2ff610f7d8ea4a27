import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { LeaseLost } from '../../../domain/errors.ts';
import { leases } from '../../declare/systemCollections.ts';
import { openCheckFence } from './checkFence.ts';
import { openModel } from '../models.ts';
import { schemas } from '../schemas/schemas.ts';

type Asked = Readonly<Record<string, unknown>>;

/** A register on no server: what is asked of it is kept, and answered as told. */
const register = (answer: (asked: Asked) => object | null) => {
  const asked: Asked[] = [];
  const model = openModel(mongoose.createConnection(), leases, schemas);
  const findOne = async (filter: object, options: object): Promise<object | null> => {
    asked.push({ ...options, filter });
    return answer({ ...options });
  };
  Object.assign(model.collection, { findOne });
  return { model, asked };
};

const write = { tenant: 't', fence: { register: leases, id: 'sync', fence: 2 }, collection: 'teammates' } as const;

const refusal = (asked: Asked): object => {
  const { level } = asked['readConcern'] as { readonly level: string };
  if (level === 'majority') return { fence: 2 };
  throw Object.assign(new Error('readConcern linearizable is not supported'), { code: 303 });
};

test('of several servers one has to prove that it still is the primary, and never waits for ever', async () => {
  const { model, asked } = register(() => ({ fence: 2 }));
  await openCheckFence({ isAlone: false })(model, write);
  expect(asked).toMatchObject([
    { filter: { _id: 't/sync', _tenant: 't' }, readConcern: { level: 'linearizable' }, maxTimeMS: 5000, hint: '_id_' },
  ]);
});

test('a server that is alone is asked for what it has confirmed', async () => {
  const { model, asked } = register(() => ({ fence: 2 }));
  await openCheckFence({ isAlone: true })(model, write);
  expect(asked).toMatchObject([{ readConcern: { level: 'majority' } }]);
});

test('a server that does not know the level is asked so once, and any other failure is one', async () => {
  const { model, asked } = register(refusal);
  const check = openCheckFence({ isAlone: false });
  await check(model, write);
  await check(model, write);
  expect(asked).toHaveLength(3);
  const away = register(() => {
    throw Object.assign(new Error('operation exceeded time limit'), { code: 50 });
  });
  await expect(openCheckFence({ isAlone: false })(away.model, write)).rejects.toMatchObject({ code: 50 });
  expect(away.asked).toHaveLength(1);
});

test.each([null, { fence: 1 }, { fence: 3 }, { fence: '2' }])('a register with %j is not ours', async (answer) => {
  const { model } = register(() => answer);
  await expect(openCheckFence({ isAlone: false })(model, write)).rejects.toThrow(LeaseLost);
});
