import { generateDirectory } from '../../../../simulator/seed/generateDirectory.ts';
import { startSimulator, type Simulator } from '../../../../simulator/startSimulator.ts';
import { noConnection } from '../../../src/domain/connection/connection.ts';
import type { Run } from '../../../src/domain/run/run.ts';
import type { Selection } from '../../../src/domain/scope/selection.ts';
import { openGraphDirectories } from '../../../src/graph/graphDirectoryReader.ts';
import { openGraphSubscriptions } from '../../../src/graph/graphSubscriptions.ts';
import { openAppTokens } from '../../../src/identity/appTokens.ts';
import type { ChangeFeed, OpenDirectory } from '../../../src/ports/directory/directoryReader.ts';
import type { Repositories } from '../../../src/ports/repositories.ts';
import { openLeaseStore } from '../../../src/storage/openLeaseStore.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openAdmission } from '../../../src/sync/connection/admission.ts';
import { checkConnection } from '../../../src/sync/connection/checkConnection.ts';
import { openUnattendedSync } from '../../../src/sync/openUnattendedSync.ts';
import { openRunExecutor } from '../../../src/sync/run/runExecutor.ts';
import { startRun } from '../../../src/sync/startRun.ts';
import { openRecordingLogger } from './recordingLogger.ts';
import { recordWrites } from './recordWrites.ts';
import { allPermissions } from '../processes/startUndersign.ts';
import { openTestClock } from './testClock.ts';
import { openTestStore, type TestStore } from './testStore.ts';
import { signingKey } from './signingKey.ts';

/** One process of several that share a database. */
export interface Replica {
  readonly repositories: Repositories;
  /** Names of the stores written since the list was last emptied. */
  readonly written: string[];
  /** Looks at every tenant once and waits for the run that sets off, if any. */
  look(): Promise<void>;
  /** An admin syncs this selection. */
  sync(selection: Selection): Promise<Run>;
}

/** Scheduler, executor, storage and a directory of thirty people, without HTTP on our side. */
export interface ScheduleBench {
  readonly simulator: Simulator;
  readonly tenantId: string;
  openReplica(): Promise<Replica>;
  /** The link that reports only what happens from now on, by following this one. */
  followToEnd(feed: ChangeFeed, link: string): Promise<string>;
  /** Newest first. */
  runs(): Promise<readonly Run[]>;
  close(): Promise<void>;
}

export const openScheduleBench = async (): Promise<ScheduleBench> => {
  const simulator = await startSimulator({ signingKey, seed: () => generateDirectory({ users: 30 }) });
  const { id: tenantId, clientId } = simulator.tenant;
  simulator.consent.grant(clientId, allPermissions);
  const store = openTestStore();
  const replicas: OpenedReplica[] = [];
  const bench: ScheduleBench = {
    simulator,
    tenantId,
    openReplica: async () => {
      const replica = await openReplica(simulator, store);
      replicas.push(replica);
      return replica;
    },
    followToEnd: async (feed, from) => {
      for (let link = from; ;) {
        const { next, changesLink } = await replicas[0]!.openDirectory(tenantId).readChanges(feed, link);
        if (changesLink !== null) return changesLink;
        link = next ?? link;
      }
    },
    runs: async () => (await replicas[0]!.repositories.runs.page(tenantId, { limit: 100 })).items,
    close: async () => {
      for (const replica of replicas) await replica.close();
      await simulator.close();
      await store.remove();
    },
  };
  return bench;
};

interface OpenedReplica extends Replica {
  readonly openDirectory: OpenDirectory;
  close(): Promise<void>;
}

const openReplica = async (simulator: Simulator, store: TestStore): Promise<OpenedReplica> => {
  const { url } = simulator;
  const { id: tenantId, clientId, clientSecret } = simulator.tenant;
  const clock = openTestClock(() => simulator.clock.now());
  const logger = openRecordingLogger();
  const engine = await store.open();
  const { repositories, written } = recordWrites(openRepositories(engine));
  const leases = openLeaseStore(engine, clock);
  const tokens = openAppTokens({ entraAuthority: url, graphUrl: url, clientId, clientSecret, clock });
  const graph = { graphUrl: url, tokens, clock, logger };
  const openDirectory = openGraphDirectories(graph);
  const executor = openRunExecutor({ repositories, leases, openDirectory, clock, logger });
  const runDesk = { repositories, executor, clock };
  const { connections, firstTenants } = repositories;
  const admission = openAdmission({ allowedTenants: 'open', connections, firstTenants, demoTenantId: '' });
  const desk = { connections, admission, appTokens: tokens, openDirectory, clock };
  const unattended = openUnattendedSync({
    runDesk,
    leases,
    openDirectory,
    openSubscriptions: openGraphSubscriptions(graph),
    lookAtGrant: () => Promise.resolve(false),
    recheckConnection: (tenant) => checkConnection(desk, { tenantId: tenant }),
    address: null,
    logger,
  });
  const settle = async (): Promise<void> => {
    while ((await repositories.runs.active(tenantId, 'sync')) !== null) await clock.sleep(5);
  };
  return {
    openDirectory,
    repositories,
    written,
    look: async () => {
      await unattended.look();
      await settle();
    },
    sync: async (selection) => {
      const connection = { ...noConnection, state: 'connected', grantedPermissions: allPermissions } as const;
      await repositories.connections.save(tenantId, connection);
      const revision = (await repositories.selections.get(tenantId))?.revision ?? 0;
      await repositories.selections.save(tenantId, selection, revision);
      const startedBy = { id: 'admin', displayName: 'Admin' };
      const order = {
        tenantId,
        kind: 'sync',
        mode: 'full',
        trigger: 'admin',
        startedBy,
        approvedDepartures: 0,
      } as const;
      const run = await startRun(runDesk, { ...order, selection });
      await settle();
      return (await repositories.runs.get(tenantId, run.id))!.value;
    },
    close: async () => {
      await unattended.stop();
      await executor.stop();
      await engine.close();
    },
  };
};
