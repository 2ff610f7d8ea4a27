import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../../server/src/domain/run/run.ts';
import { emptySelection, type Selection } from '../../server/src/domain/scope/selection.ts';
import { openGraphDirectories } from '../../server/src/graph/graphDirectoryReader.ts';
import { openAppTokens } from '../../server/src/identity/appTokens.ts';
import { openPinoLogger } from '../../server/src/observability/pinoLogger.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';
import type { RunRepository } from '../../server/src/ports/repositories.ts';
import { declarations } from '../../server/src/storage/collections.ts';
import { migrations } from '../../server/src/storage/migrations.ts';
import { openLeaseStore } from '../../server/src/storage/openLeaseStore.ts';
import { openRepositories } from '../../server/src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../server/src/storage/sqlite/openSqliteEngine.ts';
import { openRunExecutor } from '../../server/src/sync/run/runExecutor.ts';
import { startRun } from '../../server/src/sync/startRun.ts';
import { report, type Work } from '../measure.ts';

const [graphUrl = '', tenantId = '', clientId = '', clientSecret = ''] = process.argv.slice(2);

/** Guests and disabled accounts too: everybody the directory has. */
const everyone: Selection = {
  ...emptySelection,
  everyone: true,
  filters: { ...emptySelection.filters, enabledAccountsOnly: false, guests: 'include' },
};

const finished = async (runs: RunRepository, id: string): Promise<Run> => {
  for (;;) {
    const run = (await runs.get(tenantId, id))?.value;
    if (run?.status === 'succeeded') return run;
    if (run === undefined || run.finishedAt !== null)
      throw new Error(`The run failed: ${run?.failure?.message ?? 'it is gone'}`);
    await systemClock.sleep(20);
  }
};

/** A whole sync run as the product does it: staged on disk, planned, guarded, applied, with history and checkpoint. */
const importEveryone = async (): Promise<Work> => {
  const directory = mkdtempSync(join(tmpdir(), 'undersign-bench-'));
  const logger = openPinoLogger('error');
  const engine = await openSqliteEngine({ directory, declarations, migrations });
  const repositories = openRepositories(engine);
  const tokens = openAppTokens({ entraAuthority: graphUrl, graphUrl, clientId, clientSecret, clock: systemClock });
  const executor = openRunExecutor({
    repositories,
    leases: openLeaseStore(engine, systemClock),
    openDirectory: openGraphDirectories({ graphUrl, tokens, clock: systemClock, logger }),
    clock: systemClock,
    logger,
  });
  const startedBy = { id: 'bench', displayName: 'Bench' };
  const order = {
    tenantId,
    kind: 'sync',
    mode: 'full',
    trigger: 'admin',
    selection: everyone,
    startedBy,
    approvedDepartures: 0,
  } as const;
  const { id } = await startRun({ repositories, executor, clock: systemClock }, order);
  const run = await finished(repositories.runs, id);
  const people = await repositories.teammates.count(tenantId);
  await executor.stop();
  await engine.close();
  rmSync(directory, { recursive: true });
  return { people, requests: run.progress.graphRequests };
};

await report('Undersign, SQLite', importEveryone);
