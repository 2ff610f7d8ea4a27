import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run, RunMode } from '../../server/src/domain/run/run.ts';
import { emptySelection, type Selection } from '../../server/src/domain/scope/selection.ts';
import { openGraphDirectories } from '../../server/src/graph/graphDirectoryReader.ts';
import { openAppTokens } from '../../server/src/identity/appTokens.ts';
import { openPinoLogger } from '../../server/src/observability/pinoLogger.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';
import type { RunRepository } from '../../server/src/ports/repositories/runRepositories.ts';
import { declarations } from '../../server/src/storage/declare/collections.ts';
import { openLeaseStore } from '../../server/src/storage/openLeaseStore.ts';
import { openRepositories } from '../../server/src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../server/src/storage/sqlite/openSqliteEngine.ts';
import { makeWriteTurns } from '../../server/src/storage/sqlite/write/writeTurns.ts';
import { openRunExecutor } from '../../server/src/sync/run/runExecutor.ts';
import { startRun } from '../../server/src/sync/startRun.ts';
import { countWrites } from './countWrites.ts';

export interface BenchPlace {
  readonly graphUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The place a parent process handed to this one. */
export const placeFromArguments = (): BenchPlace => {
  const [graphUrl = '', tenantId = '', clientId = '', clientSecret = ''] = process.argv.slice(2);
  return { graphUrl, tenantId, clientId, clientSecret };
};

/** Guests and disabled accounts too: everybody the directory has. */
const everyone: Selection = {
  ...emptySelection,
  everyone: true,
  filters: { ...emptySelection.filters, enabledAccountsOnly: false, guests: 'include' },
};

const finished = async (runs: RunRepository, tenantId: string, id: string): Promise<Run> => {
  for (;;) {
    const run = (await runs.get(tenantId, id))?.value;
    if (run?.status === 'succeeded') return run;
    if (run === undefined || run.finishedAt !== null) {
      throw new Error(`The run failed: ${run?.failure?.message ?? 'it is gone'}`);
    }
    await systemClock.sleep(20);
  }
};

/** The product's own pipeline on a fresh database: the same parts the server is assembled from. */
export const openUndersign = async (place: BenchPlace) => {
  const directory = mkdtempSync(join(tmpdir(), 'undersign-bench-'));
  const logger = openPinoLogger('error');
  // As in the thread that syncs.
  const turns = { shared: makeWriteTurns(), goesFirst: false };
  const { engine, written } = countWrites(await openSqliteEngine({ directory, declarations, turns }));
  const repositories = openRepositories(engine);
  const { graphUrl, tenantId } = place;
  const tokens = openAppTokens({ ...place, entraAuthority: graphUrl, clock: systemClock });
  const executor = openRunExecutor({
    repositories,
    leases: openLeaseStore(engine, systemClock),
    openDirectory: openGraphDirectories({ graphUrl, tokens, clock: systemClock, logger }),
    clock: systemClock,
    logger,
  });
  return {
    /** Documents written so far, by collection. */
    written,
    countPeople: () => repositories.teammates.count(tenantId),
    someIds: async (count: number): Promise<readonly string[]> => {
      const ids: string[] = [];
      for await (const batch of repositories.teammates.scan(tenantId)) {
        if (ids.length >= count) break;
        ids.push(...batch.map((teammate) => teammate.id));
      }
      return ids.slice(0, count);
    },
    sync: async (mode: RunMode): Promise<Run> => {
      const startedBy = { id: 'bench', displayName: 'Bench' };
      const order = { tenantId, kind: 'sync', mode, trigger: 'admin', selection: everyone, startedBy } as const;
      const { id } = await startRun(
        { repositories, executor, clock: systemClock },
        { ...order, approvedDepartures: 0 },
      );
      return finished(repositories.runs, tenantId, id);
    },
    close: async (): Promise<void> => {
      await executor.stop();
      await engine.close();
      rmSync(directory, { recursive: true });
    },
  };
};
