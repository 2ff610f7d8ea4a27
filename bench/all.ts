import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run bench [-- names]`: runs the benchmarks one after the other, all or those named, and writes what they print into
 * `bench/results.md`; what was not run stays as it is there. All of them take some six minutes. `bench:attack` is apart: it
 * needs a machine that does nothing else.
 */
const benchmarks: Readonly<Record<string, readonly string[]>> = {
  import: ['20000'],
  refresh: ['20000'],
  latency: ['20000'],
  storage: [],
  render: ['100000', '10000'],
  throughput: ['5'],
  load: ['50000', '30'],
  tenants: ['300', '100'],
  outlook: [],
  console: ['20000'],
};

const file = join(import.meta.dirname, 'results.md');
const title = '# What it takes\n\nWritten by `npm run bench`; each part says where and when.\n';

const tableOf = async (name: string, sizes: readonly string[]): Promise<string> => {
  const script = join(import.meta.dirname, `${name}.ts`);
  const child = spawn(process.execPath, [script, ...sizes], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The benchmark ${name} ended with code ${String(code)}.`);
  const table = output.trim();
  return table.startsWith('|') ? table : `\`\`\`text\n${table}\n\`\`\``;
};

/** Parts by name, as the last runs left them. */
const readParts = (): Map<string, string> => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const parts = text.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.split('\n')[0] ?? '', part.split('\n').slice(1).join('\n').trim()]));
};

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  readonly version: string;
};
const gigabytes = Math.round(totalmem() / 2 ** 30);
const machine = `${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}, ${String(gigabytes)} GB`;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) throw new Error(`No benchmark is called ${unknown.join(', ')}.`);

for (const [name, sizes] of Object.entries(benchmarks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`bench:${name} …`);
  // Who else uses the machine says how far times can be trusted; CPU of our own hardly depends on it.
  const busy = loadavg()[0] ?? 0;
  const table = await tableOf(name, sizes);
  console.log(table);
  const date = new Date().toISOString().slice(0, 10);
  const where = `${date}, Undersign ${version}, Node ${process.versions.node}, ${machine}, load average before: ${busy.toFixed(1)}.`;
  const parts = readParts().set(name, `${where}\n\n${table}`);
  const inOrder = Object.keys(benchmarks).flatMap((each) => {
    const part = parts.get(each);
    return part === undefined ? [] : [`\n## ${each}\n\n${part}\n`];
  });
  writeFileSync(file, title + inOrder.join(''));
}
