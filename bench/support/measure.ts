import { fork } from 'node:child_process';

/** What one way of importing cost, counted in a process of its own. */
export interface Measurement {
  readonly name: string;
  readonly people: number;
  readonly requests: number;
  readonly seconds: number;
  /** CPU of the importing process alone: user and system. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

export interface Work {
  readonly people: number;
  readonly requests: number;
}

/** Called inside the measured process: does the work and tells the parent what it cost. */
export const report = async (name: string, work: () => Promise<Work>): Promise<void> => {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const done = await work();
  const { user, system } = process.cpuUsage(cpu);
  const measurement: Measurement = {
    name,
    ...done,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.send?.(measurement);
  process.disconnect?.();
};

/** Runs a script in a fresh process and waits for its report. */
export const measure = (script: string, args: readonly string[]): Promise<Measurement> =>
  new Promise((resolve, reject) => {
    const child = fork(script, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    let measurement: Measurement | null = null;
    child.once('message', (message) => {
      measurement = message as Measurement;
    });
    child.once('exit', (code) => {
      if (measurement === null) reject(new Error(`${script} ended without a result (exit code ${String(code)}).`));
      else resolve(measurement);
    });
  });

const columns = [
  'way',
  'people',
  'seconds',
  'people/s',
  'Graph requests',
  'own CPU per person',
  'peak memory',
] as const;

/** A table for a terminal and for a README. */
export const table = (measurements: readonly Measurement[]): string => {
  const rows = measurements.map((row) => [
    row.name,
    String(row.people),
    row.seconds.toFixed(2),
    Math.round(row.people / row.seconds).toLocaleString('en'),
    String(row.requests),
    `${((row.cpuSeconds / row.people) * 1e6).toFixed(0)} µs`,
    `${row.peakMegabytes.toFixed(0)} MB`,
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
};
