import { readFileSync } from 'node:fs';

/** Linux counts hundredths of a second. */
const ticksPerSecond = 100;

/** Seconds of CPU a process has used, user and system; NaN where the system does not tell. */
export const cpuOf = (pid: number): number => {
  try {
    // After the name, which stands in parentheses and may hold spaces, from the third field on.
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')
        .at(-1)
        ?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return NaN;
  }
};
