import type { DirectorySeed } from '../../../../simulator/directory/model.ts';
import { openGraphDirectories } from '../../../src/graph/graphDirectoryReader.ts';
import { openAppTokens } from '../../../src/identity/appTokens.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Repositories } from '../../../src/ports/repositories.ts';
import { runEnrichmentPass, type EnrichmentPassResult } from '../../../src/sync/enrichment/runEnrichmentPass.ts';
import { openRecordingLogger } from './recordingLogger.ts';
import { samplePerson, sampleTeammate } from '../people/samplePeople.ts';
import { openSyncBench } from './syncBench.ts';

export interface PassOptions {
  /** Stands between the pass and the store; see `crashAfter` and `recordWrites`. */
  readonly repositories?: Repositories;
  readonly signal?: AbortSignal;
  readonly sleep?: Clock['sleep'];
}

/** The enrichment pass on its own against real Graph over HTTP and real storage; waiting moves the simulated clock. */
export const openSlowBench = async () => {
  const bench = await openSyncBench({ pageSize: 100 });
  const { simulator, tenantId } = bench;
  const clock: Clock = {
    now: () => new Date(simulator.clock.now()),
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      simulator.clock.advance(milliseconds);
    },
  };
  const logger = openRecordingLogger();
  return {
    simulator,
    tenantId,
    get repositories() {
      return bench.repositories;
    },
    /** Empties the store, fills the directory and keeps these people as teammates. */
    begin: async (seed: DirectorySeed, teammateIds: readonly string[]): Promise<void> => {
      simulator.faults.clear();
      await bench.begin(seed);
      await bench.repositories.teammates.save(
        tenantId,
        teammateIds.map((id) => sampleTeammate({ id, profile: samplePerson({ id }) })),
      );
    },
    pass: (options: PassOptions = {}): Promise<EnrichmentPassResult> => {
      const { url, tenant } = simulator;
      const patience: Clock = { now: clock.now, sleep: options.sleep ?? clock.sleep };
      const { clientId, clientSecret } = tenant;
      const tokens = openAppTokens({ entraAuthority: url, graphUrl: url, clientId, clientSecret, clock });
      const directory = openGraphDirectories({ graphUrl: url, tokens, clock: patience, logger })(tenantId);
      const { repositories = bench.repositories, signal = new AbortController().signal } = options;
      return runEnrichmentPass({ tenantId, repositories, directory, clock, logger, signal });
    },
    nextDay: (): void => simulator.clock.advance(25 * 60 * 60_000),
    /** Counts requests to matching paths from now on, those inside batches too. */
    counting: (path: string): (() => number) => {
      const id = simulator.faults.add({ kind: 'slow', milliseconds: 0, path });
      return () => simulator.faults.list().find((active) => active.id === id)?.struck ?? 0;
    },
    close: () => bench.close(),
  };
};

export type SlowBench = Awaited<ReturnType<typeof openSlowBench>>;
