import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repositoryRoot } from './cruise.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm run data -- …` as a process of its own; `onError` sees what it has said so far on standard error. */
export const runData = async (
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  onError: (text: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Ended> => {
  const child = spawn(process.execPath, [join(repositoryRoot, 'server/src/transferMain.ts'), ...args], {
    env: { PATH: process.env['PATH'], NODE_OPTIONS: '--disable-warning=ExperimentalWarning', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
    onError(err, (signal) => child.kill(signal));
  });
  await once(child, 'close');
  return { code: child.exitCode, out, err };
};
