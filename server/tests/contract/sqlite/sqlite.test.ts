import { collectionContract } from '../collectionContract.ts';
import { repositoriesContract } from '../repositoriesContract.ts';
import { openSqliteTarget } from '../support/sqliteTarget.ts';

collectionContract(openSqliteTarget());
repositoriesContract(openSqliteTarget());
