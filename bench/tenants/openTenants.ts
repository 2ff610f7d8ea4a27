import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBase, type BaseOptions } from '../../server/src/assembly/openBase.ts';
import { openWork } from '../../server/src/assembly/openWork.ts';
import { loadConfig } from '../../server/src/config/loadConfig.ts';
import { noConnection } from '../../server/src/domain/connection/connection.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';
import { openPinoLogger } from '../../server/src/observability/pinoLogger.ts';
import type { Clock } from '../../server/src/ports/clock.ts';
import type { AppTokens } from '../../server/src/ports/identity.ts';
import type { CollectionDeclaration, StorageEngine, WriteOperation } from '../../server/src/storage/collection.ts';
import { declarations } from '../../server/src/storage/declare/collections.ts';
import { photos } from '../../server/src/storage/declare/people/enrichmentCollections.ts';
import { replicas } from '../../server/src/storage/declare/systemCollections.ts';
import { runChanges } from '../../server/src/storage/declare/runCollections.ts';
import { snapshotPeople } from '../../server/src/storage/declare/people/snapshotCollections.ts';
import { openLeaseStore } from '../../server/src/storage/openLeaseStore.ts';
import { openRepositories } from '../../server/src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../server/src/storage/sqlite/openSqliteEngine.ts';
import { countElsewhere } from '../../server/src/worker/countElsewhere.ts';
import { startRun } from '../../server/src/sync/startRun.ts';
import { everyoneUnfiltered } from '../../server/tests/support/people/selections.ts';
import { permissions } from '../attack/tokenOf.ts';
import type { BenchDirectory } from '../support/benchDirectory.ts';
import { countWrites } from '../support/countWrites.ts';

/** A store with many tenants that are all alike, and the work on them. */
export interface Tenants {
  /** Documents written so far, by collection. */
  readonly written: () => ReadonlyMap<string, number>;
  /** The work of a server, as its worker has it, in a time that the clock tells. */
  openWork(clock: Clock, onRequest: () => void): ReturnType<typeof openWork>;
  close(): Promise<void>;
}

/** Large, and never looked at where nothing has changed. */
const leftOut: readonly unknown[] = [photos, runChanges, snapshotPeople, replicas];

export const openTenants = async (directory: BenchDirectory, tenants: number): Promise<Tenants> => {
  const folder = mkdtempSync(join(tmpdir(), 'undersign-tenants-'));
  const { engine, written } = countWrites(await openSqliteEngine({ directory: folder, declarations }));
  const open: Tenants['openWork'] = (clock, onRequest) => {
    const store = { repositories: openRepositories(engine), leases: openLeaseStore(engine, clock) };
    const options = optionsOf(directory, folder, clock);
    const base = openBase(options, store, countRequests(onRequest));
    const appTokens = { ...base.appTokens, ...tokensOf(base.appTokens, directory.tenantId) };
    return openWork(options, { ...base, appTokens, openDirectory: base.openDirectoriesWith(appTokens) });
  };
  await syncOne(
    engine,
    directory,
    open(systemClock, () => undefined),
  );
  await copyTenant(engine, directory.tenantId, tenants - 1);
  return {
    written,
    openWork: open,
    close: async () => {
      await engine.close();
      rmSync(folder, { recursive: true });
    },
  };
};

const optionsOf = (directory: BenchDirectory, dataDir: string, clock: Clock): BaseOptions => ({
  config: loadConfig({ DATA_DIR: dataDir, ENTRA_AUTHORITY: directory.url, GRAPH_URL: directory.url }),
  registration: directory,
  isDemo: true,
  // No address that Microsoft could tell anything to: the schedule alone.
  publicUrl: 'http://undersign.example.com',
  version: '0.0.0',
  clock,
  logger: openPinoLogger('error'),
});

const countRequests = (onRequest: () => void) =>
  countElsewhere(({ name }) => {
    if (name === 'graphAnswered') onRequest();
  });

/** There is one directory, which answers for all: everybody comes to it with the tokens of its own tenant. */
const tokensOf = (tokens: AppTokens, tenantId: string): AppTokens => ({
  acquire: (_tenantId, options) => tokens.acquire(tenantId, options),
});

/** A first sync, and photos and managers after it, as everywhere. */
const syncOne = async (
  engine: StorageEngine,
  { tenantId }: BenchDirectory,
  work: ReturnType<Tenants['openWork']>,
): Promise<void> => {
  const repositories = openRepositories(engine);
  const connection = { ...noConnection, state: 'connected', grantedPermissions: permissions } as const;
  await repositories.connections.save(tenantId, connection);
  await repositories.selections.save(tenantId, everyoneUnfiltered, 0);
  const working = work.watch();
  const startedBy = { id: 'bench', displayName: 'Bench' };
  const order = { tenantId, kind: 'sync', mode: 'full', trigger: 'admin', startedBy, approvedDepartures: 0 } as const;
  await startRun({ repositories, executor: work, clock: systemClock }, { ...order, selection: everyoneUnfiltered });
  while ((await repositories.enrichmentRounds.get(tenantId)) === null) await systemClock.sleep(50);
  await work.stop();
  await working;
};

const copyTenant = async (engine: StorageEngine, from: string, copies: number): Promise<void> => {
  const ids = Array.from({ length: copies }, () => randomUUID());
  for (const declaration of declarations as readonly CollectionDeclaration<never>[]) {
    if (leftOut.includes(declaration)) continue;
    const collection = engine.collection(declaration);
    const documents: WriteOperation<never>[] = [];
    for await (const batch of collection.scan(from))
      documents.push(...batch.map(({ document }) => ({ put: document })));
    if (documents.length > 0) for (const id of ids) await collection.write(id, documents);
  }
};
