import { jest } from '@jest/globals';
import { describeMongo } from '../mongo/mongoTarget.ts';
import { openMongoTarget } from './support/mongoTarget.ts';
import { openSqliteTarget } from './support/sqliteTarget.ts';
import { transferContract } from './transferContract.ts';

// A server that keeps to the protocol but not to the speed of MongoDB reads whole collections for every page.
jest.setTimeout(300_000);
const few = { numRuns: 1, many: 505 };

describeMongo('moving house with MongoDB', ({ server }) => {
  transferContract(openSqliteTarget(), openMongoTarget(server), few);
  transferContract(openMongoTarget(server), openSqliteTarget(), few);
});
