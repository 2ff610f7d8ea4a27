import { describeMongo } from '../../mongo/mongoTarget.ts';
import { manyOn } from '../support/targets/contractTarget.ts';
import { openMongoTarget } from '../support/targets/mongoTarget.ts';
import { openSqliteTarget } from '../support/targets/sqliteTarget.ts';
import { transferContract } from './transferContract.ts';

describeMongo('moving house with MongoDB', ({ server }) => {
  const few = { numRuns: 1, many: manyOn(openMongoTarget(server), 1234) };
  transferContract(openSqliteTarget(), openMongoTarget(server), few);
  transferContract(openMongoTarget(server), openSqliteTarget(), few);
});
