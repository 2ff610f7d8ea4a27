import { collectionContract } from '../collectionContract.ts';
import { repositoriesContract } from '../repositoriesContract.ts';
import { openSqliteTarget } from '../support/targets/sqliteTarget.ts';

collectionContract(openSqliteTarget());
repositoriesContract(openSqliteTarget());
