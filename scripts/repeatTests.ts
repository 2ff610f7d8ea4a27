/**
 * `npm run test:repeat -- --times 20 --busy 2 -- --selectProjects unit`: runs the tests again and again, in another order
 * each time and beside programs that use up the processor, and prints every test that failed at least once.
 * What follows the second `--` goes to jest.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
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
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const project = join(import.meta.dirname, '..');

const { values, positionals } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    busy: { type: 'string', default: String(availableParallelism()) },
  },
  allowPositionals: true,
});

const keepBusy = (count: number): readonly ChildProcess[] =>
  Array.from({ length: count }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));

const runOnce = (seed: number, reportFile: string): z.infer<typeof reportSchema> => {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const report = ['--json', `--outputFile=${reportFile}`, '--randomize', `--seed=${String(seed)}`];
  spawnSync(process.execPath, [...jest, ...report, ...positionals], { cwd: project, stdio: 'ignore' });
  return reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
};

/** A file that does not even load counts as one failed test. */
const failuresOf = ({ testResults }: z.infer<typeof reportSchema>): readonly string[] =>
  testResults.flatMap(({ name, status, assertionResults }) => {
    const file = name.slice(project.length + 1);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${file} › (the file itself)`];
    return failed.map(({ fullName }) => `${file} › ${fullName}`);
  });

const times = Number(values.times);
const busy = keepBusy(Number(values.busy));
const folder = mkdtempSync(join(tmpdir(), 'undersign-repeat-'));
const failures = new Map<string, number[]>();
try {
  for (let time = 1; time <= times; time += 1) {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const failed = failuresOf(runOnce(seed, join(folder, 'report.json')));
    for (const name of failed) failures.set(name, [...(failures.get(name) ?? []), seed]);
    console.log(`${String(time)} of ${String(times)}, seed ${String(seed)}: ${failed.join('; ') || 'green'}`);
  }
} finally {
  for (const child of busy) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
for (const [name, seeds] of failures)
  console.log(`${String(seeds.length)} of ${String(times)} failed (--seed=${seeds.join(', ')}): ${name}`);
console.log(failures.size === 0 ? `${String(times)} of ${String(times)} green.` : 'Not green every time.');
process.exitCode = failures.size === 0 ? 0 : 1;
