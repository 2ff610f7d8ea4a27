/**
 * `npm run test:repeat -- --times 20 --beside 2 --busy 1 -- --selectProjects unit`: runs the tests again and again, in
 * another order each time, so many runs beside each other and beside so many programs that use up the processor. Prints
 * every test that failed at least once, and why. What follows the second `--` goes to jest.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

interface Failure {
  readonly test: string;
  readonly why: string;
}

const project = join(import.meta.dirname, '..');

const { values, positionals } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    beside: { type: 'string', default: '1' },
    busy: { type: 'string', default: String(availableParallelism()) },
  },
  allowPositionals: true,
});

const keepBusy = (count: number): readonly ChildProcess[] =>
  Array.from({ length: count }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));

const runOnce = async (seed: number, reportFile: string): Promise<readonly Failure[]> => {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const report = ['--json', `--outputFile=${reportFile}`, '--randomize', `--seed=${String(seed)}`];
  await once(spawn(process.execPath, [...jest, ...report, ...positionals], { cwd: project, stdio: 'ignore' }), 'exit');
  return failuresOf(reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8'))));
};

/** A file that does not even load counts as one failed test. */
const failuresOf = ({ testResults }: z.infer<typeof reportSchema>): readonly Failure[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.slice(project.length + 1);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [{ test: `${file} › (the file itself)`, why: message }];
    return failed.map(({ fullName, failureMessages }) => ({
      test: `${file} › ${fullName}`,
      why: failureMessages.join('\n'),
    }));
  });

const times = Number(values.times);
const busy = keepBusy(Number(values.busy));
const folder = mkdtempSync(join(tmpdir(), 'undersign-repeat-'));
const seedsOf = new Map<string, number[]>();
let begun = 0;

/** One run after the other, for as long as there are some left. */
const repeat = async (): Promise<void> => {
  while (begun < times) {
    begun += 1;
    const time = String(begun);
    const seed = Math.floor(Math.random() * 2 ** 31);
    const failed = await runOnce(seed, join(folder, `report-${time}.json`));
    for (const { test } of failed) seedsOf.set(test, [...(seedsOf.get(test) ?? []), seed]);
    const told = failed.map(({ test, why }) => `\n  ${test}\n${why.slice(0, 2000)}`).join('');
    console.log(`${time} of ${String(times)}, seed ${String(seed)}: ${told || 'green'}`);
  }
};

try {
  await Promise.all(Array.from({ length: Number(values.beside) }, repeat));
} finally {
  for (const child of busy) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
for (const [name, seeds] of seedsOf)
  console.log(`${String(seeds.length)} of ${String(times)} failed (--seed=${seeds.join(', ')}): ${name}`);
console.log(seedsOf.size === 0 ? `${String(times)} of ${String(times)} green.` : 'Not green every time.');
process.exitCode = seedsOf.size === 0 ? 0 : 1;
