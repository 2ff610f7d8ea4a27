import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Search } from './mongoServer.ts';
import { cacheFolder } from '../../support/processes/cacheFolder.ts';

const source = join(import.meta.dirname, '../ferretdb');
const run = promisify(execFile);

/** The program, built once per machine for these sources and this Go; or why there is none, with what the build said. */
export const buildFerretdb = async ({
  env,
  say,
}: Search): Promise<{ readonly program: string } | { readonly failed: string }> => {
  const go = await run('go', ['version'], { cwd: source }).catch(() => undefined);
  if (go === undefined) return { failed: 'No go on the PATH to build FerretDB with.' };
  const folder = cacheFolder(env);
  const program = join(folder, `ferretdb-${fingerprint(go.stdout)}`);
  if (existsSync(program)) return { program };
  say('Building FerretDB with Go for the tests on MongoDB; this takes minutes, once.');
  mkdirSync(folder, { recursive: true });
  // Two runs may build at once: each builds a file of its own, and the last to rename wins with the same program.
  const mine = `${program}.${process.pid}`;
  try {
    await run('go', ['build', '-buildvcs=false', '-trimpath', '-o', mine, '.'], { cwd: source, timeout: 15 * 60_000 });
    renameSync(mine, program);
    return { program };
  } catch (error) {
    return { failed: `FerretDB could not be built with Go:\n${String(error)}` };
  }
};

const fingerprint = (go: string): string => {
  const hash = createHash('sha256').update(go);
  for (const file of globSync('{go.mod,go.sum,*.go}', { cwd: source }).sort()) {
    hash.update(file).update(readFileSync(join(source, file)));
  }
  return hash.digest('hex').slice(0, 16);
};
