import { join } from 'node:path';
import { startBenchDirectory } from './support/benchDirectory.ts';
import { measure, table, type Measurement } from './support/measure.ts';

/**
 * `npm run bench:import:memory [-- few many]`: how much memory an import takes at most, of many people beside that of few:
 * pages go from Graph to the disk, so ten times the people should take hardly more. Ends with code 1 above 1.3 times.
 */
const sizes = [Number(process.argv[2] ?? 50_000), Number(process.argv[3] ?? 500_000)];
const most = 1.3;

const measurements: Measurement[] = [];
for (const people of sizes) {
  const directory = await startBenchDirectory(people);
  const place = [directory.url, directory.tenantId, directory.clientId, directory.clientSecret];
  try {
    measurements.push(await measure(join(import.meta.dirname, 'import', 'undersign.ts'), place));
  } finally {
    directory.stop();
  }
}
const [few = NaN, many = NaN] = measurements.map(({ peakMegabytes }) => peakMegabytes);
console.log(table(measurements));
console.log(`\nPeak memory: ${(many / few).toFixed(2)} times.`);
if (!(many / few <= most)) process.exitCode = 1;
