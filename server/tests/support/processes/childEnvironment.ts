import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a Node that a test starts has in its environment, and nothing else. Node keeps what it made of our sources between
 * starts, which are many: half of what a start costs is reading them.
 */
export const childEnvironment = {
  PATH: process.env['PATH'],
  NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
  NODE_COMPILE_CACHE: join(tmpdir(), 'undersign-compile-cache'),
} as const;
