import { join } from 'node:path';
import { startBenchDirectory } from './benchDirectory.ts';
import { measure, table } from './measure.ts';

/** `npm run bench:import [-- people]`: a full import of generated people, ours beside the naive way, same directory. */
const people = Number(process.argv[2] ?? 20_000);
const directory = await startBenchDirectory(people);
const place = [directory.url, directory.tenantId, directory.clientId, directory.clientSecret];
try {
  // Each way runs once unmeasured, so that neither pays for warming up the directory.
  const ways = ['undersign', 'naive'].map((name) => join(import.meta.dirname, 'import', `${name}.ts`));
  for (const way of ways) await measure(way, place);
  const measurements = [];
  for (const way of ways) measurements.push(await measure(way, place));
  console.log(table(measurements));
} finally {
  directory.stop();
}
