import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { childEnvironment } from '../processes/childEnvironment.ts';
import { repositoryRoot } from '../cruise.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A signal that the process gets from within, at a moment of its own work. */
export interface SignalAt {
  readonly signal: NodeJS.Signals;
  readonly moment: 'write' | 'read';
  readonly count: number;
}

const preload = new URL('../processes/signalAtCall.ts', import.meta.url).pathname;

/** `npm run data -- …` as a process of its own. */
export const runData = async (
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  at: SignalAt | null = null,
): Promise<Ended> => {
  const child = spawn(process.execPath, [join(repositoryRoot, 'server/src/commands/transferMain.ts'), ...args], {
    env: {
      ...childEnvironment,
      ...(at && {
        NODE_OPTIONS: `${childEnvironment.NODE_OPTIONS} --import=${preload}`,
        SIGNAL_AT: `${at.signal} ${at.moment} ${String(at.count)}`,
      }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, out, err };
};
