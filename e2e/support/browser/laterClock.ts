import { readFileSync } from 'node:fs';
import { setDate } from '../../../server/tests/support/processes/setDate.ts';

/**
 * Loaded into every thread of a server before anything else: the days that a file names have passed for it. Nobody can wait for
 * what happens after two weeks.
 */
const file = process.env['LATER_CLOCK'] ?? '';
let later = 0;

const look = (): void => {
  try {
    later = Number(readFileSync(file, 'utf8')) * 86_400_000;
  } catch {
    later = 0;
  }
};
look();
setInterval(look, 200).unref();

setDate((now) => now + later);
