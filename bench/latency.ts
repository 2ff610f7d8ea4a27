import { join } from 'node:path';
import { startBenchDirectory } from './support/benchDirectory.ts';
import { measure, table } from './support/measure.ts';

/**
 * `npm run bench:latency [-- people]`: an import at the speed of the real Graph, as others measured it on a tenant of
 * 100,000: 470 ms for a page of 999, 220 ms for a page of changes, 800 resource units a second.
 */
const people = Number(process.argv[2] ?? 100_000);
const directory = await startBenchDirectory(people, ['--list-latency', '470', '--delta-latency', '220']);
const place = [directory.url, directory.tenantId, directory.clientId, directory.clientSecret];
try {
  await directory.control('throttle', { capacity: 8000, unitsPerSecond: 800 });
  const serial = await measure(join(import.meta.dirname, 'latency', 'serial.ts'), place);
  const ours = await measure(join(import.meta.dirname, 'import', 'undersign.ts'), place);
  console.log(table([ours, serial]));
} finally {
  directory.stop();
}
