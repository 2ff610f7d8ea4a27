import { startBenchDirectory } from './support/benchDirectory.ts';
import { openUndersign } from './support/openUndersign.ts';

/** `npm run bench:refresh [-- people]`: what a refresh costs after 0, 100 and 5,000 changes among so many people. */
const people = Number(process.argv[2] ?? 100_000);
const directory = await startBenchDirectory(people);
const undersign = await openUndersign({ ...directory, graphUrl: directory.url });

/** Documents about people: what is written though nothing changed is the run itself, its lease and its progress. */
const about = ['teammates', 'runChanges', 'snapshotPeople', 'snapshotMemberships', 'touchedPeople'];
const writesAbout = (): number => about.reduce((sum, name) => sum + (undersign.written().get(name) ?? 0), 0);

try {
  await undersign.sync('full');
  const rows: string[] = [];
  for (const changes of [0, 100, 5000]) {
    const mutations = (await undersign.someIds(changes)).map((id) => ({
      op: 'updateUser',
      id,
      properties: { jobTitle: `Changed ${String(changes)}` },
    }));
    if (mutations.length > 0) await directory.control('directory', mutations);
    const before = { cpu: process.cpuUsage(), time: performance.now(), writes: writesAbout() };
    const run = await undersign.sync('refresh');
    const cpu = process.cpuUsage(before.cpu);
    const cells = [
      changes.toLocaleString('en'),
      String(run.counts.update),
      String(run.progress.graphRequests),
      `${((performance.now() - before.time) / 1000).toFixed(2)} s`,
      `${((cpu.user + cpu.system) / 1e6).toFixed(2)} s`,
      (writesAbout() - before.writes).toLocaleString('en'),
    ];
    rows.push(`| ${cells.join(' | ')} |`);
  }
  console.log(`${people.toLocaleString('en')} people`);
  console.log(
    '| changes | updated | Graph requests | time | own CPU | writes about people |\n| --- | --- | --- | --- | --- | --- |',
  );
  console.log(rows.join('\n'));
} finally {
  await undersign.close();
  directory.stop();
}
