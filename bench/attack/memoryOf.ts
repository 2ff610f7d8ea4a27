import { readFileSync } from 'node:fs';

/** Megabytes of memory a process has now, and had at most since it began; NaN where the system does not tell. */
export const memoryOf = (pid: number): { readonly now: number; readonly most: number } => {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const megabytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024;
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  } catch {
    return { now: NaN, most: NaN };
  }
};
