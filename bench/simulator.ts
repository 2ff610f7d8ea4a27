import { generateDirectory } from '../simulator/seed/generateDirectory.ts';
import { startSimulator } from '../simulator/startSimulator.ts';
import { GraphClient } from '../simulator/support/graphClient.ts';

/** `node bench/simulator.ts [people]`: what the stand-in itself costs, so that its time is never taken for ours. */
const people = Number(process.argv[2] ?? 100_000);
const rows: string[] = [];

const time = async <T>(name: string, work: () => Promise<T>, pages: (result: T) => number): Promise<T> => {
  const began = performance.now();
  const result = await work();
  const milliseconds = performance.now() - began;
  const count = pages(result);
  rows.push(`| ${name} | ${milliseconds.toFixed(0)} ms | ${count} | ${(milliseconds / count).toFixed(1)} ms |`);
  return result;
};

const simulator = await time(
  'start',
  () => startSimulator({ seed: generateDirectory({ users: people }) }),
  () => 1,
);
try {
  const client = await GraphClient.open(simulator);
  const listing = '/users?$top=999&$select=id,displayName,mail,department,accountEnabled';
  await time(
    'listing, 999 a page',
    () => client.follow(listing),
    ({ pages }) => pages.length,
  );
  await time(
    'first delta round',
    () => client.follow('/users/delta?$select=displayName,jobTitle,manager'),
    ({ pages }) => pages.length,
  );
} finally {
  await simulator.close();
}
const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
console.log(
  [
    `${people} people, ${memory} MB with the client`,
    '',
    '| what | took | pages | per page |',
    '| --- | --- | --- | --- |',
  ]
    .concat(rows)
    .join('\n'),
);
