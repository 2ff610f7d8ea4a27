import type { Run } from '../server/src/contract/sync/sync.ts';
import { everyoneUnfiltered } from '../server/tests/support/people/selections.ts';
import { openMails, type Opened } from './attack/openMails.ts';
import { openLoad, select, type LoopDelay } from './load/openLoad.ts';
import { saveNowAndThen, type Saved } from './load/saveNowAndThen.ts';

/**
 * `npm run bench:load [-- people seconds]`: how long 2,000 teammates, who open a mail each within a minute, wait for their
 * signature while everybody else of their tenant is imported, beside the same in peace. So few seconds are the part of that
 * minute which is measured. Ends with code 1 when anybody was refused.
 */
const people = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 60);
const perSecond = 2000 / 60;

interface Row extends Opened {
  readonly name: string;
  readonly saved: Saved;
  readonly loop: LoopDelay;
}

const load = await openLoad(people);

const open = async (name: string, time: number, until?: AbortSignal): Promise<Row> => {
  await load.loopDelay();
  const over = new AbortController();
  const saving = saveNowAndThen(load.admin, over.signal);
  const { url, tokens } = load;
  const opened = await openMails({ url, tokens, perSecond, seconds: time, ...(until && { until }) });
  over.abort();
  return { name, ...opened, saved: await saving, loop: await load.loopDelay() };
};

const rows: Row[] = [];
let took = NaN;
try {
  await open('warming up', 5);
  rows.push(await open('nothing', seconds));
  await select(load.admin, everyoneUnfiltered);
  const began = performance.now();
  const run = await load.admin.post<Run>('/api/sync/runs');
  const imported = new AbortController();
  const ended = load.admin.finished(run).then(({ status }) => {
    took = (performance.now() - began) / 1000;
    imported.abort();
    if (status !== 'succeeded') throw new Error(`The import ended as ${status}.`);
  });
  rows.push(await open(`an import of ${people.toLocaleString('en')}`, seconds, imported.signal));
  await ended;
} finally {
  await load.close();
}

const idle = rows[0]?.p99 ?? NaN;
const fixed = (value: number): string => value.toFixed(1);
const cells = ({ name, mails, p50, p99, refused, saved, loop }: Row): readonly string[] => [
  name,
  String(mails),
  `${fixed(p50)} ms`,
  `${fixed(p99)} ms`,
  fixed(p99 / idle),
  `${loop.late.map(fixed).join(' / ')} ms`,
  `${loop.worked.map(fixed).join(' / ')} ms`,
  `${fixed(saved.p50)} / ${fixed(saved.most)} ms`,
  String(refused + saved.refused),
];
const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
const columns = [
  'meanwhile',
  'mails',
  'signature: median',
  'p99',
  'p99 ÷ idle',
  'event loop late: median / p99 / most',
  'of which its own work',
  'a save: median / most',
  'refused',
];
console.log([line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(cells(row)))].join('\n'));
console.log(`\nThe import took ${took.toFixed(0)} s.`);
if (rows.some(({ refused, saved }) => refused + saved.refused > 0)) process.exitCode = 1;
