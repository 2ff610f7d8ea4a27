import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

const announcementSchema = z.object({
  url: z.url(),
  tenantName: z.string(),
  clientId: z.guid(),
  clientSecret: z.string(),
  accounts: z.record(z.string(), z.object({ displayName: z.string(), userPrincipalName: z.string() })),
});

export interface DemoDirectory extends z.infer<typeof announcementSchema> {
  stop(): void;
}

const script = join(import.meta.dirname, '../../../simulator/main.ts');

/** Another program listens where the demo's directory should. */
export class SimulatorPortTaken extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${String(port)} is in use.`);
    this.port = port;
  }
}

/**
 * Starts the stand-in for Microsoft Entra ID and Graph as a process of its own. What it must remember is kept in the
 * data folder, so that consent survives a restart. Port 0 is any free one. Rejects with SimulatorPortTaken, or when it
 * ends before it is ready.
 */
export const startDemoDirectory = async (dataDir: string, port: number): Promise<DemoDirectory> => {
  mkdirSync(dataDir, { recursive: true });
  if (port !== 0 && !(await isFree(port))) throw new SimulatorPortTaken(port);
  const child = fork(script, ['--port', String(port), '--state', join(dataDir, 'demo-directory.json')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    ...(await announcement(child)),
    stop: () => {
      child.kill();
    },
  };
};

const announcement = (child: ChildProcess): Promise<z.infer<typeof announcementSchema>> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => {
      const parsed = announcementSchema.safeParse(message);
      if (parsed.success) resolve(parsed.data);
      else
        reject(
          new Error('The demo directory announced itself in words we do not understand.', { cause: parsed.error }),
        );
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The demo directory ended before it was ready (exit code ${String(code)}).`));
    });
  });

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () =>
      probe.close(() => {
        resolve(true);
      }),
    );
  });
