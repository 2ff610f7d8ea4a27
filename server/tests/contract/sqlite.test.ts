import { collectionContract } from './collectionContract.ts';
import { repositoriesContract } from './repositoriesContract.ts';
import { sqliteTarget } from './support/sqliteTarget.ts';

collectionContract(sqliteTarget);
repositoriesContract(sqliteTarget);
