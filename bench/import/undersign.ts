import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptySelection } from '../../server/src/domain/scope/selection.ts';
import { openGraphDirectories } from '../../server/src/graph/graphDirectoryReader.ts';
import { openAppTokens } from '../../server/src/identity/appTokens.ts';
import { openPinoLogger } from '../../server/src/observability/pinoLogger.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';
import { declarations } from '../../server/src/storage/collections.ts';
import { migrations } from '../../server/src/storage/migrations.ts';
import { openLeaseStore } from '../../server/src/storage/openLeaseStore.ts';
import { openRepositories } from '../../server/src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../server/src/storage/sqlite/openSqliteEngine.ts';
import { openRunExecutor } from '../../server/src/sync/run/runExecutor.ts';
import { startRun } from '../../server/src/sync/startRun.ts';
import { report, type Work } from '../measure.ts';

const [graphUrl = '', tenantId = '', clientId = '', clientSecret = ''] = process.argv.slice(2);

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
  const order = {
    tenantId,
    kind: 'sync',
    selection: {
      ...emptySelection,
      everyone: true,
      filters: { ...emptySelection.filters, enabledAccountsOnly: false, guests: 'include' },
    },
    startedBy: { id: 'bench', displayName: 'Bench' },
    approvedDepartures: 0,
  } as const;
  const { id } = await startRun({ repositories, executor, clock: systemClock }, order);
  let run = (await repositories.runs.get(tenantId, id))?.value;
  while (run?.finishedAt === null) {
    await systemClock.sleep(20);
    run = (await repositories.runs.get(tenantId, id))?.value;
  }
  if (run?.status !== 'succeeded')
    throw new Error(`The run ended as ${String(run?.status)}: ${run?.failure?.message ?? ''}`);
  const people = await repositories.teammates.count(tenantId);
  await executor.stop();
  await engine.close();
  rmSync(directory, { recursive: true });
  return { people, requests: run.progress.graphRequests };
};

await report('Undersign, SQLite', importEveryone);
