import { startBenchDirectory } from './support/benchDirectory.ts';
import { openTenants } from './tenants/openTenants.ts';
import { scaledClock } from './tenants/scaledClock.ts';

/**
 * `npm run bench:tenants [-- tenants people]`: what fifteen minutes cost in which every tenant had its turn and nothing had
 * changed anywhere. Time goes faster, and one directory answers for all, so the tokens of the others are not counted:
 * one request an hour each.
 */
const tenants = Number(process.argv[2] ?? 1000);
const people = Number(process.argv[3] ?? 500);
const times = 30;
const minute = 60_000 / times;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const directory = await startBenchDirectory(people);
try {
  const all = await openTenants(directory, tenants);
  let requests = 0;
  const work = all.openWork(scaledClock(times), () => (requests += 1));
  const working = work.watch();
  // What is overdue after a start is taken on within two minutes.
  await pause(3 * minute);
  const [before, cpu, writes] = [requests, process.cpuUsage(), total(all.written())];
  const perMinute: number[] = [];
  for (let at = 0; at < 15; at += 1) {
    const until = requests;
    await pause(minute);
    perMinute.push(requests - until);
  }
  const { user, system } = process.cpuUsage(cpu);
  const cells = [
    tenants.toLocaleString('en'),
    people.toLocaleString('en'),
    `${((user + system) / 1e6).toFixed(1)} s`,
    String(requests - before),
    `${String(Math.min(...perMinute))} to ${String(Math.max(...perMinute))}`,
    String(total(all.written()) - writes),
  ];
  const columns = ['tenants', 'people in each', 'own CPU', 'Graph requests', 'in a minute', 'documents written'];
  console.log([columns, columns.map(() => '---'), cells].map((row) => `| ${row.join(' | ')} |`).join('\n'));
  await work.stop();
  await working;
  await all.close();
} finally {
  directory.stop();
}

function total(written: ReadonlyMap<string, number>): number {
  return [...written.values()].reduce((sum, count) => sum + count, 0);
}
