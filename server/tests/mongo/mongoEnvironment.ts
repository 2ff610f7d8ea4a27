import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';
import { readFoundMongo } from './foundMongo.ts';

/**
 * Runs a test file on MongoDB. Where there is none, every test of it is skipped; the set-up of the run has said so, loudly.
 * A file that asks for much says `@asks-for-indexes`: a server that reads whole collections takes minutes for it, which
 * only `npm run test:mongo` gives it.
 */
export default class MongoEnvironment extends TestEnvironment {
  readonly #notRun: string | null;

  constructor(...[config, context]: ConstructorParameters<typeof TestEnvironment>) {
    super(config, context);
    const found = readFoundMongo();
    const asksForIndexes = 'asks-for-indexes' in context.docblockPragmas;
    if ('notRun' in found) this.#notRun = 'there is no MongoDB';
    else if (asksForIndexes && found.kind === 'ferretdb' && process.env['MONGO_TESTS'] !== 'all')
      this.#notRun = `${found.name} reads whole collections; npm run test:mongo has the time`;
    else this.#notRun = null;
    if (this.#notRun !== null) process.stderr.write(`NOT RUN on MongoDB: ${context.testPath}: ${this.#notRun}\n`);
  }

  handleTestEvent = (event: Circus.Event): void => {
    if (this.#notRun !== null && event.name === 'run_describe_start') event.describeBlock.mode = 'skip';
  };
}
