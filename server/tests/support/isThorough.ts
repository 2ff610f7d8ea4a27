import { test } from '@jest/globals';

/**
 * `npm run test:all` tries everything: every case in every combination, at every moment and on every engine, as before a
 * release. `npm test`, as before a commit, meets each page, route and guarantee once, and has to be over in minutes.
 */
export const isThorough = process.env['TESTS'] === 'all' || process.env['MONGO_TESTS'] === 'all';

/** A test of the thorough run alone: another way to what `npm test` meets already, which takes long. */
export const thoroughTest = (name: string, run: () => void | Promise<void>): void => {
  if (isThorough) test(name, run);
  else test.skip(name, run);
};
