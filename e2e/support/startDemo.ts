import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { childEnvironment } from '../../server/tests/support/processes/childEnvironment.ts';

/**
 * The program as a newcomer starts it: a demo, on any free port, with an empty data folder. Its directory tells of no change
 * by itself, nor is it looked at because it now would: what a test changes would else be synced before or after the test does
 * that, whichever is faster.
 */
export interface Demo {
  readonly url: string;
  readonly simulatorUrl: string;
  stop(): Promise<void>;
}

const project = join(import.meta.dirname, '../..');

const refuseSubscriptions = async (simulatorUrl: string): Promise<void> => {
  const response = await fetch(`${simulatorUrl}/_simulator/notifications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ unreachable: true }),
  });
  if (!response.ok) throw new Error(`The simulator refused: ${await response.text()}`);
};

export const startDemo = async (env: Readonly<Record<string, string>> = {}): Promise<Demo> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'undersign-demo-'));
  const child = spawn(process.execPath, [join(project, 'server/src/main.ts')], {
    env: { ...childEnvironment, PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    if (line.includes('Stop with Ctrl+C')) break;
  }
  const [url, simulatorUrl] = printed.join('\n').match(/http:\/\/localhost:\d+/g) ?? [];
  if (url === undefined || simulatorUrl === undefined)
    throw new Error(`The demo did not start:\n${printed.join('\n')}`);
  child.stdout.resume();
  await refuseSubscriptions(simulatorUrl);
  return {
    url,
    simulatorUrl,
    stop: async () => {
      child.kill();
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
