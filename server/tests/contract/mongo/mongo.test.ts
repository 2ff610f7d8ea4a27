import { describeMongo } from '../../mongo/mongoTarget.ts';
import { collectionContract } from '../collectionContract.ts';
import { repositoriesContract } from '../repositoriesContract.ts';
import { openMongoTarget } from '../support/targets/mongoTarget.ts';

// A server that keeps to the protocol but not to the speed of MongoDB reads whole collections.
describeMongo('the MongoDB engine', ({ server }) => {
  collectionContract(openMongoTarget(server));
  repositoriesContract(openMongoTarget(server));
});
