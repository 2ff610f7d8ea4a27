import { join } from 'node:path';
import { startBenchDirectory } from './support/benchDirectory.ts';
import { measure, table } from './support/measure.ts';

/**
 * `npm run bench:import [-- people]`: a full import of generated people, ours beside the naive way, same directory. The naive way
 * stops at 20,000.
 */
const people = Number(process.argv[2] ?? 20_000);
const directory = await startBenchDirectory(people);
const place = [directory.url, directory.tenantId, directory.clientId, directory.clientSecret];
try {
  const wayOf = (name: string): string => join(import.meta.dirname, 'import', `${name}.ts`);
  // Once unmeasured, so that nobody pays for warming up the directory.
  await measure(wayOf('undersign'), place);
  const measurements = [await measure(wayOf('undersign'), place), await measure(wayOf('naive'), place)];
  console.log(table(measurements));
} finally {
  directory.stop();
}
