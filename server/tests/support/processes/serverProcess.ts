import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment } from './childEnvironment.ts';
import { repositoryRoot } from '../cruise.ts';

export interface ServerProcess {
  readonly child: ChildProcess;
  /** All it wrote so far. */
  output(): string;
  /** Resolves with the address it announced; rejects with its output when it ends first. */
  readonly ready: Promise<string>;
  readonly exited: Promise<number | null>;
}

const announced = /ready(?: at|:)\s+(http:\S+)/;

/** Starts the server as an operator does, with nothing in its environment but what is given. */
export const startServerProcess = (env: Readonly<Record<string, string>>): ServerProcess => {
  const child = spawn(process.execPath, [join(repositoryRoot, 'server/src/main.ts')], {
    env: { ...childEnvironment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = announced.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void exited.then(() => {
      reject(new Error(`The server ended before it was ready:\n${output}`));
    });
  });
  // Whoever only waits for the end does not have to listen for the beginning.
  ready.catch(() => undefined);
  return { child, output: () => output, ready, exited };
};

/** Kills it as the kernel does when memory is short: no handler runs. */
export const killServerProcess = async ({ child, exited }: ServerProcess): Promise<void> => {
  child.kill('SIGKILL');
  await exited;
};
