import { report } from '../support/measure.ts';
import { openUndersign, placeFromArguments } from '../support/openUndersign.ts';

/** A whole sync run as the product does it: staged on disk, planned, guarded, applied, with history and checkpoint. */
await report('Undersign, SQLite', async () => {
  const undersign = await openUndersign(placeFromArguments());
  const run = await undersign.sync('full');
  const people = await undersign.countPeople();
  await undersign.close();
  return { people, requests: run.progress.graphRequests };
});
