import { fork } from 'node:child_process';
import { join } from 'node:path';

/** A generated directory in a process of its own, so that its work is not counted as ours. */
export interface BenchDirectory {
  readonly url: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Posts to a control address of the simulator. */
  control(path: string, body: unknown): Promise<void>;
  stop(): void;
}

type Announced = Omit<BenchDirectory, 'stop' | 'control'>;

const permissions = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All'];

/** Starts the simulator with so many people and grants our app what it needs. */
export const startBenchDirectory = async (users: number, options: readonly string[] = []): Promise<BenchDirectory> => {
  const script = join(import.meta.dirname, '../../simulator/main.ts');
  const child = fork(script, ['--port', '0', '--users', String(users), ...options], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const announced = await new Promise<Announced>((resolve, reject) => {
    child.once('message', (message) => {
      resolve(message as Announced);
    });
    child.once('exit', () => {
      reject(new Error('The directory ended before it was ready.'));
    });
  });
  const control = (path: string, body: unknown): Promise<void> => post(`${announced.url}/_simulator/${path}`, body);
  await control('consent', { clientId: announced.clientId, grant: permissions });
  return {
    ...announced,
    control,
    stop: () => {
      child.kill();
    },
  };
};

const post = async (url: string, body: unknown): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}: ${await response.text()}`);
};
