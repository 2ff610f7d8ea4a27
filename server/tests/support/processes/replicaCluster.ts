import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { generateDirectory } from '../../../../simulator/seed/generateDirectory.ts';
import { startSimulator, type Simulator } from '../../../../simulator/startSimulator.ts';
import { openApiClient, type ApiClient } from '../http/apiClient.ts';
import { childEnvironment } from './childEnvironment.ts';
import { eventually } from './eventually.ts';
import { freePort } from './freePort.ts';
import { openBalancer, type Balancer } from '../http/openBalancer.ts';
import { killServerProcess, startServerProcess, type ServerProcess } from './serverProcess.ts';
import { signIn } from '../http/signIn.ts';
import { allPermissions } from './startUndersign.ts';
import { StorageError } from '../../../src/domain/errors.ts';
import { openTestStore, type TestStore } from '../sync/testStore.ts';
import { signingKey } from '../sync/signingKey.ts';

export interface ReplicaProcess {
  readonly origin: string;
  readonly server: ServerProcess;
  readonly api: ApiClient;
  /** Whether this message is in its log by now. */
  said(message: string): boolean;
}

/** Real processes on one store, behind one address, and a simulator that outlives them. */
export interface ReplicaCluster {
  readonly simulator: Simulator;
  readonly replicas: readonly ReplicaProcess[];
  readonly balancer: Balancer;
  /** A client of the address that all share. */
  readonly api: ApiClient;
  /** Stops a replica between two of its writes: within one it would hold what others need to write, as long as it stands still. */
  pause(replica: ReplicaProcess): Promise<void>;
  close(): Promise<void>;
}

export interface ClusterOptions {
  readonly people: number;
  readonly replicas: number;
  /** Whether the clock of the replicas stands still, so that what has to happen within a minute does. */
  readonly isClockHeld?: boolean;
}

/** What a replica is started with so that its clock stands still at this moment, in which every token is good. */
const holdClock = (moment: number): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `${childEnvironment.NODE_OPTIONS} --import=${join(import.meta.dirname, 'holdClock.ts')}`,
  HOLD_CLOCK: String(moment),
});

export const startCluster = async (options: ClusterOptions): Promise<ReplicaCluster> => {
  const { people, replicas, isClockHeld = false } = options;
  const simulator = await startSimulator({ signingKey, seed: generateDirectory({ users: people }) });
  simulator.consent.grant(simulator.tenant.clientId, allPermissions);
  const balancer = await openBalancer();
  const store = openTestStore();
  const { accessToken } = await signIn(simulator, simulator.tenant.accounts.globalAdmin.userPrincipalName);
  const encryptionKey = randomBytes(32).toString('base64');
  const clock = isClockHeld ? holdClock(Date.now()) : {};
  const startReplica = async (): Promise<ReplicaProcess> => {
    const port = await freePort();
    const server = startServerProcess({
      PORT: String(port),
      PUBLIC_URL: balancer.url,
      ENTRA_AUTHORITY: simulator.url,
      GRAPH_URL: simulator.url,
      ENTRA_CLIENT_ID: simulator.tenant.clientId,
      ENTRA_CLIENT_SECRET: simulator.tenant.clientSecret,
      ENCRYPTION_KEY: encryptionKey,
      LOG_LEVEL: 'info',
      ...store.env,
      ...clock,
    });
    await server.ready;
    const origin = `http://localhost:${String(port)}`;
    balancer.add(origin);
    return {
      origin,
      server,
      api: openApiClient({ origin: () => origin }, accessToken),
      said: (message) => server.output().includes(`"${message}"`),
    };
  };
  const running: ReplicaProcess[] = [];
  for (let count = 0; count < replicas; count += 1) running.push(await startReplica());
  return {
    simulator,
    balancer,
    replicas: running,
    api: openApiClient({ origin: () => balancer.url }, accessToken),
    pause: async ({ server }) => {
      await eventually('a replica stands still between two writes', async () => {
        server.child.kill('SIGSTOP');
        if (await canBeWritten(store)) return true;
        server.child.kill('SIGCONT');
        return undefined;
      });
    },
    close: async () => {
      await Promise.all(running.map(({ server }) => killServerProcess(server)));
      await balancer.close();
      await simulator.close();
      await store.remove();
    },
  };
};

const canBeWritten = async (store: TestStore): Promise<boolean> => {
  try {
    const engine = await store.open();
    try {
      await engine.check();
    } finally {
      await engine.close();
    }
    return true;
  } catch (error) {
    if (error instanceof StorageError) return false;
    throw error;
  }
};
