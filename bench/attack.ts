import { join } from 'node:path';
import { attackNames, type AttackName } from './attack/attacks.ts';
import { cpuOf } from './attack/cpuOf.ts';
import { openOffice } from './attack/openOffice.ts';
import { openMails, type Opened } from './attack/openMails.ts';
import { memoryOf } from './attack/memoryOf.ts';
import { startAttacker } from './attack/startAttacker.ts';

/**
 * `npm run bench:attack [-- seconds]`: how long people wait for their signature while somebody else is at the server's
 * throat. First an office of 250 opens 2,000 mails in a minute from one address in peace, then under each attack. Ends with
 * code 1 when anybody was refused, when one in a hundred waited more than twice as long as in peace, or when the server ever
 * had more memory than a small machine has.
 */
const seconds = Number(process.argv[2] ?? 20);
const perSecond = 2000 / 60;
const mostTimesIdle = 2;
/** Megabytes. */
const mostMemory = 1024;

interface Row extends Opened {
  readonly name: string;
  /** Of the server, of one core. */
  readonly cpuPercent: number;
  /** Of the server, in megabytes, when it is over. */
  readonly memory: number;
}

const office = await openOffice({ canBeLate: true });
const rows: Row[] = [];
const open = async (name: string, time: number): Promise<Row> => {
  const [began, cpu] = [performance.now(), cpuOf(office.pid)];
  const opened = await openMails({ url: office.url, tokens: office.tokens, perSecond, seconds: time });
  const took = (performance.now() - began) / 1000;
  const cpuPercent = ((cpuOf(office.pid) - cpu) / took) * 100;
  return { name, ...opened, cpuPercent, memory: memoryOf(office.pid).now };
};

const attacked = async (name: AttackName): Promise<Row> => {
  const attacker = await startAttacker({
    name,
    url: office.url,
    databaseFile: join(office.dataDir, 'undersign.db'),
    teammate: office.tokens[0] ?? '',
    strangers: office.strangers,
    forged: office.forged,
  });
  try {
    return await open(name, seconds);
  } finally {
    await attacker.stop();
  }
};

let most = NaN;
try {
  await open('warming up', 5);
  rows.push(await open('nothing (2,000 mails in a minute)', 60));
  for (const name of attackNames) rows.push(await attacked(name));
  await office.breakKeyEndpoint();
  rows.push(await open('the key endpoint failing, for keys older than ten minutes', seconds));
  most = memoryOf(office.pid).most;
} finally {
  await office.close();
}

const idle = rows[0]?.p99 ?? NaN;
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
const cells = ({ name, mails, p50, p99, refused, cpuPercent, memory }: Row): readonly string[] => [
  name,
  String(mails),
  milliseconds(p50),
  milliseconds(p99),
  (p99 / idle).toFixed(1),
  `${cpuPercent.toFixed(0)} %`,
  `${memory.toFixed(0)} MB`,
  String(refused),
];
const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
const columns = ['meanwhile', 'mails', 'median', 'p99', 'p99 ÷ idle', 'CPU of the server', 'its memory', 'refused'];
console.log([line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(cells(row)))].join('\n'));
console.log(`\nThe server had ${most.toFixed(0)} MB of memory at most.`);
if (most > mostMemory) process.exitCode = 1;
if (rows.some(({ refused, p99 }) => refused > 0 || p99 > mostTimesIdle * idle)) process.exitCode = 1;
