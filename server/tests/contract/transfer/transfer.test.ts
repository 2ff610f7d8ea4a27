import { openSqliteTarget } from '../support/sqliteTarget.ts';
import { transferContract } from './transferContract.ts';

transferContract(openSqliteTarget(), openSqliteTarget());
