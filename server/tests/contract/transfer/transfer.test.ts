import { openSqliteTarget } from '../support/targets/sqliteTarget.ts';
import { transferContract } from './transferContract.ts';

transferContract(openSqliteTarget(), openSqliteTarget());
