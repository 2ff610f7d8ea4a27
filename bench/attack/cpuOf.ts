import { readdirSync, readFileSync } from 'node:fs';

/**
 * Seconds of CPU the threads of a process have used, to the nanosecond; NaN where the system does not tell.
 * https://docs.kernel.org/scheduler/sched-stats.html
 */
export const cpuOf = (pid: number): number => {
  const tasks = `/proc/${String(pid)}/task`;
  try {
    return readdirSync(tasks).reduce((sum, task) => {
      const [nanoseconds] = readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ');
      return sum + Number(nanoseconds) / 1e9;
    }, 0);
  } catch {
    return NaN;
  }
};
