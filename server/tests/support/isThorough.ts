/**
 * `npm run test:all` tries every case in every combination, as before a release; `npm test` the fewest in which each case
 * is met. What is left out is always a combination or one more random run, never a kind of case.
 */
export const isThorough = process.env['TESTS'] === 'all' || process.env['MONGO_TESTS'] === 'all';
