import { readingOf } from '../../domain/reading/readingOf.ts';
import { isFresh } from '../../domain/schedule/clockSetRight.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OpenDirectory } from '../../ports/directory/directoryReader.ts';
import { leaseNames, type LeaseStore } from '../../ports/lease.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { openFairTurns } from '../openFairTurns.ts';
import { underLease } from '../underLease.ts';
import { runEnrichmentPass, type EnrichmentPassResult } from './runEnrichmentPass.ts';
import { openRests } from '../schedule/openRests.ts';

export interface EnrichmentPassOptions {
  readonly repositories: Repositories;
  readonly leases: LeaseStore;
  readonly openDirectory: OpenDirectory;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Reads photos and managers after syncs and about once a day, at its own pace and in one process at a time. */
export interface EnrichmentPass {
  /** A sync of this tenant is done; whoever is new is looked at as soon as this process watches. */
  wake(tenantId: string): void;
  /** Keeps looking. Resolves after `stop`. */
  watch(): Promise<void>;
  /** Lets go at once; what was found out is kept, and the next start goes on from there. */
  stop(): Promise<void>;
}

const leaseTtl = 60_000;
/** Tenants looked at side by side; one with a hundred thousand people to look at takes hours. */
const atOnce = 4;
/** After this while somebody else has the place, if anybody waits for it; what is left is gone on with at the next turn. */
const slice = 5 * 60_000;
/** How often tenants are looked through for something to do, in milliseconds. */
const tick = 60_000;
/** After a failure, or when somebody had to be left out, it is tried again after this while, or after the next sync. */
const pause = 15 * 60_000;
/** Where everybody is known, nobody is looked for until the next sync, or for so long: another thread may have added one. */
const rest = 60 * 60_000;

export const openEnrichmentPass = (options: EnrichmentPassOptions): EnrichmentPass => {
  const { repositories, clock, logger } = options;
  const stopping = new AbortController();
  const rests = openRests(clock, pause);
  const known = openKnown(options);
  let bell = new AbortController();
  let watching: Promise<void> | undefined;

  const visit = async (tenantId: string, over: AbortSignal): Promise<void> => {
    if (stopping.signal.aborted || rests.areOn(tenantId)) return;
    rests.end(tenantId);
    const tryLater = (): void => rests.begin(tenantId, clock.now().getTime() + pause);
    try {
      const signal = AbortSignal.any([stopping.signal, over]);
      const missed = await known.lookUnlessKnown(tenantId, () => lookAtTenant(options, tenantId, signal));
      if (missed > 0) tryLater();
    } catch (error) {
      if (stopping.signal.aborted || over.aborted) return;
      logger.warn({ msg: 'photos and managers not read', tenantId, err: error });
      tryLater();
    }
  };

  const turns = openFairTurns({ clock, atOnce, slice, work: visit });

  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      bell = new AbortController();
      const tenants = await repositories.checkpoints.tenants().catch((error: unknown) => {
        logger.error({ msg: 'tenants not read', err: error });
        return [];
      });
      turns.offer(tenants);
      await clock.sleep(tick, AbortSignal.any([stopping.signal, bell.signal])).catch(() => undefined);
    }
    await turns.close();
  };

  return {
    wake: (tenantId) => {
      rests.end(tenantId);
      known.forget(tenantId);
      bell.abort();
    },
    watch: () => (watching ??= watch()),
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
};

const nothingDone: EnrichmentPassResult = { isDone: false, missed: 0 };

/** Tenants of which everybody was looked at: a lease for each of a thousand, every minute, would be most of what a server does. */
const openKnown = ({ repositories, clock }: EnrichmentPassOptions) => {
  const done = new Map<string, { readonly runId: string; readonly at: Date }>();
  return {
    forget: (tenantId: string): void => void done.delete(tenantId),
    /** Returns about how many something could not be found out now. */
    lookUnlessKnown: async (tenantId: string, look: () => Promise<EnrichmentPassResult>): Promise<number> => {
      const runId = (await repositories.checkpoints.get(tenantId))?.runId ?? '';
      const last = done.get(tenantId);
      if (last?.runId === runId && isFresh(last.at, clock.now(), rest)) return 0;
      done.delete(tenantId);
      const { isDone, missed } = await look();
      if (isDone && missed === 0) done.set(tenantId, { runId, at: clock.now() });
      return missed;
    },
  };
};

const lookAtTenant = async (
  options: EnrichmentPassOptions,
  tenantId: string,
  stopping: AbortSignal,
): Promise<EnrichmentPassResult> => {
  const { repositories, leases, clock, logger } = options;
  if ((await repositories.connections.get(tenantId))?.value.state !== 'connected') return nothingDone;
  const lease = await leases.acquire(tenantId, leaseNames.enrichmentPass, leaseTtl);
  if (lease === null) return nothingDone;
  // A renewal that fails counts as a loss here: photos can wait.
  return underLease({ leases, clock }, { tenantId, lease, ttl: leaseTtl, isLostUnlessRenewed: true }, async (lost) => {
    const signal = AbortSignal.any([stopping, lost]);
    const { omitted } = readingOf((await repositories.fieldSettings.get(tenantId)).value);
    const directory = options.openDirectory(tenantId, { omitted });
    const fenced = { repositories: repositories.under(lease) };
    return runEnrichmentPass({ tenantId, ...fenced, directory, clock, logger, signal });
  });
};
