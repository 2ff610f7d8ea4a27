import { describe, expect, test } from '@jest/globals';
import { type MongoWay, takeFirstWay } from './findMongoServer.ts';
import { announceMongo, type MongoServer } from './mongoServer.ts';

const refusing = (reason: string, demanded = false): MongoWay => ({
  kind: 'mongod',
  demanded,
  start: () => Promise.resolve(reason),
});

const starting = () => {
  let stopped = 0;
  const stop = () => {
    stopped += 1;
    return Promise.resolve();
  };
  const way: MongoWay = {
    kind: 'ferretdb',
    demanded: false,
    start: () => Promise.resolve({ url: 'mongodb://here', stop }),
  };
  return { way, stops: () => stopped };
};

const answer = {
  name: 'FerretDB',
  version: '1.2.3',
  capabilities: {
    replicaSet: true,
    sharded: true,
    oneShard: true,
    transactions: false,
    queryPlans: true,
    orderedIndexes: true,
    stepDown: true,
    failPoints: false,
    namesDuplicateKey: true,
  },
};

describe('the search for a MongoDB', () => {
  test('nothing found is said with every reason and what to do, never passed over', async () => {
    const nothing = await takeFirstWay([refusing('No mongod.'), refusing('No Go.')]);
    expect(nothing).toEqual({ notRun: 'No mongod. No Go.' });
    expect(announceMongo(nothing as { notRun: string })).toMatch(
      /^NOT RUN: .*No mongod\. No Go\.\nTo run them: set MONGODB_URL/,
    );
  });

  test('a way that throws is a way that does not lead there', async () => {
    const broken: MongoWay = { kind: 'ferretdb', demanded: false, start: () => Promise.reject(new Error('no room')) };
    expect(await takeFirstWay([broken, refusing('No Go.')])).toEqual({ notRun: 'Error: no room No Go.' });
  });

  test('what was asked for by name is not replaced by something else', async () => {
    await expect(takeFirstWay([refusing('It does not start.', true), refusing('later')])).rejects.toThrow(
      'The MongoDB that was asked for cannot be used: It does not start.',
    );
  });

  test('a server that does not answer is stopped, and the next way is tried', async () => {
    const { way, stops } = starting();
    const silent = () => Promise.reject(new Error('no answer'));
    expect(await takeFirstWay([way, refusing('No Go.')], silent)).toEqual({ notRun: 'Error: no answer No Go.' });
    expect(stops()).toBe(1);
  });

  test('the first that answers is taken, by its own name and version', async () => {
    const { way, stops } = starting();
    const taken = await takeFirstWay([refusing('No mongod.'), way], () => Promise.resolve(answer));
    const found = { url: 'mongodb://here', kind: 'ferretdb', ...answer };
    expect(taken).toEqual({ found, stop: expect.any(Function) });
    expect(stops()).toBe(0);
    expect(announceMongo(found as MongoServer)).toBe(
      'MongoDB contract: FerretDB 1.2.3 (built here with Go), without transactions, failPoints',
    );
  });
});
