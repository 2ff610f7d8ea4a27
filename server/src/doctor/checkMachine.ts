import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/loadConfig.ts';
import { failed, ok, warning, type Checked } from './checked.ts';

const neededNode = 24;

export const checkNode = (version: string): Checked => {
  const isEnough = Number(version.split('.')[0]) >= neededNode;
  if (isEnough) return ok('node', `Node ${version}`);
  return failed(
    'node',
    `Node ${version} is too old`,
    `Start with Node ${String(neededNode)} or newer; npm ci brings it into node_modules/.bin.`,
  );
};

const builtFiles = ['taskpane.html', 'launchevent.html', 'launchevent.js', 'index.html'];

/** The pages and the event handler, without which the server does not start. */
export const checkBundle = (projectDir: string): Checked => {
  const missing = builtFiles.filter((name) => !existsSync(join(projectDir, 'dist/addin', name)));
  if (missing.length === 0) return ok('bundle', 'The add-in is built');
  return failed('bundle', `The add-in is not built: ${missing.join(', ')} missing`, 'Type: npm run build');
};

const megabyte = 1024 * 1024;
const least = { failed: 100 * megabyte, warning: 1024 * megabyte };

/** Where the data folder is, or will be. */
export const checkDisk = async ({ dataDir, databaseUrl }: Config): Promise<Checked | null> => {
  if (databaseUrl !== null || !existsSync(dataDir)) return null;
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const message = `${String(Math.floor(free / megabyte))} MB free for ${dataDir}`;
  const action = 'Make room, or move DATA_DIR to a larger disk; a full disk stops every sync.';
  if (free < least.failed) return failed('disk', message, action);
  return free < least.warning ? warning('disk', message, action) : ok('disk', message);
};
