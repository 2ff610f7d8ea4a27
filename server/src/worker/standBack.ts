import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { basename } from 'node:path';

/** So many steps behind the threads that answer people: they get their processor at once, and this one all that they leave. */
const steps = 5;

/**
 * Lets every other thread of this process go first where there are fewer processors than threads with work. On Linux
 * a thread has a priority of its own, by its number (https://man7.org/linux/man-pages/man2/setpriority.2.html); elsewhere, and
 * where it is forbidden, all stay equal.
 */
export const standBack = (): void => {
  try {
    const thread = Number(basename(readlinkSync('/proc/thread-self')));
    setPriority(thread, Math.min(19, getPriority(thread) + steps));
  } catch {
    // It works all the same.
  }
};
