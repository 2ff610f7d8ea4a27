import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { makeScratchFolder } from '../../support/processes/scratchFolder.ts';
import { buildFerretdb } from './buildFerretdb.ts';
import type { Search, StartedMongo } from './mongoServer.ts';

/** Builds it if need be and starts it with an empty folder. It ends with this process, however that ends. */
export const startFerretdb = async (search: Search): Promise<StartedMongo | string> => {
  const built = await buildFerretdb(search);
  if ('failed' in built) return built.failed;
  const folder = makeScratchFolder();
  // Its input is a pipe from here; the kernel closes that also when this process is killed.
  const child = spawn(built.program, [folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(child), stop };
  } catch (error) {
    await stop();
    return `FerretDB did not start: ${String(error)}`;
  }
};

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /^ready (mongodb:\S+)$/m.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('close', () => reject(new Error(output)));
  });
