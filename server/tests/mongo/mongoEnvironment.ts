import { TestEnvironment } from 'jest-environment-node';
import { readFoundMongo } from './servers/foundMongo.ts';

/**
 * Runs a test file on MongoDB. Where there is none, the file is skipped; the set-up of the run has said so, loudly.
 * A real server runs them all. FerretDB reads whole collections and is not MongoDB: it runs the files that tell something
 * about MongoDB beyond the contract suite and say `@tells-of-mongodb`, and all of them for `npm run test:mongo`.
 */
export default class MongoEnvironment extends TestEnvironment {
  /** Why not, for the runner beside this, which then leaves the file alone. */
  readonly notRun: string | null;

  constructor(...[config, context]: ConstructorParameters<typeof TestEnvironment>) {
    super(config, context);
    const found = readFoundMongo();
    const tellsOfMongo = 'tells-of-mongodb' in context.docblockPragmas;
    if ('notRun' in found) this.notRun = 'there is no MongoDB';
    else if (!tellsOfMongo && found.kind === 'ferretdb' && process.env['MONGO_TESTS'] !== 'all')
      this.notRun = `${found.name} reads whole collections; npm run test:mongo has the time`;
    else this.notRun = null;
    if (this.notRun !== null) process.stderr.write(`NOT RUN on MongoDB: ${context.testPath}: ${this.notRun}\n`);
  }
}
