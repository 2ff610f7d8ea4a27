import { fork } from 'node:child_process';
import { join } from 'node:path';

/** A generated directory in a process of its own, so that its work is not counted as ours. */
export interface BenchDirectory {
  readonly url: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  stop(): void;
}

const permissions = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All'];

/** Starts the simulator with so many people and grants our app what it needs. */
export const startBenchDirectory = async (users: number): Promise<BenchDirectory> => {
  const script = join(import.meta.dirname, '../simulator/main.ts');
  const child = fork(script, ['--port', '0', '--users', String(users)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const announced = await new Promise<Omit<BenchDirectory, 'stop'>>((resolve, reject) => {
    child.once('message', (message) => {
      resolve(message as Omit<BenchDirectory, 'stop'>);
    });
    child.once('exit', () => {
      reject(new Error('The directory ended before it was ready.'));
    });
  });
  const granted = await fetch(`${announced.url}/_simulator/consent`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: announced.clientId, grant: permissions }),
  });
  if (!granted.ok) throw new Error(`Consent was not granted: ${await granted.text()}`);
  return {
    ...announced,
    stop: () => {
      child.kill();
    },
  };
};
