import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openClassicRuntime } from '../../addin/launchevent/testing/classicRuntime.ts';
import type { Built } from './knownEvents.ts';

const project = join(import.meta.dirname, '../..');
const addin = join(project, 'dist/addin');

/** What was built, as the server serves it. Throws where nothing was. */
export const readBuilt = (): Built => ({
  handlers: openClassicRuntime().names,
  isServed: (path) =>
    path === '/' || existsSync(join(path.startsWith('/icons/') ? join(project, 'addin') : addin, path)),
});
