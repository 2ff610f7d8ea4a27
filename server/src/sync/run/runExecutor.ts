import { LeaseLost } from '../../domain/errors.ts';
import type { Run } from '../../domain/run/run.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DirectoryReader, OpenDirectory } from '../../ports/directory/directoryReader.ts';
import { leaseNames, type HeldLease, type LeaseStore } from '../../ports/lease.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { Meter } from '../../ports/telemetry/meter.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { Tracer } from '../../ports/telemetry/tracer.ts';
import { isStorageAway } from '../isStorageAway.ts';
import { openFairTurns } from '../openFairTurns.ts';
import { openTurnJudge } from './openTurnJudge.ts';
import { executeRun } from './executeRun.ts';
import { removeOldPreviews, removeOldSnapshots } from './finishRun.ts';
import type { RunExecution } from './runExecution.ts';
import { runFailure } from './runFailure.ts';
import { traceRun } from './traceRun.ts';
import { openRunLog, RunCancelled, RunLost, type RunLog } from './runLog.ts';

export interface RunExecutorOptions {
  readonly repositories: Repositories;
  readonly leases: LeaseStore;
  readonly openDirectory: OpenDirectory;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of every sync that succeeded, for work that follows a sync and must not be part of it. */
  readonly onSynced?: (tenantId: string) => void;
  /** Told of every run that has ended, however. */
  readonly onEnded?: () => void;
  /** Left out: nobody counts. */
  readonly meter?: Meter | undefined;
  readonly tracer?: Tracer | undefined;
  /** How often progress is stored and the lease renewed, in milliseconds. */
  readonly beat?: number;
  /** After so long without a beat another process takes the run over. */
  readonly leaseTtl?: number;
  /** Runs that this process executes side by side. */
  readonly atOnce?: number;
  /** After so many milliseconds a run makes room for those that wait, at the next point from which it goes on without loss. */
  readonly slice?: number;
}

/**
 * Executes queued and interrupted runs, each in one process at a time, and never more of them than this machine carries:
 * whoever had no turn longest is next, so that however many large tenants there are, a small one waits for no more than a slice.
 */
export interface RunExecutor {
  /** Looks for unfinished runs now; call it after adding one. */
  wake(): void;
  /** Keeps looking, so that runs of a killed process are finished by this one. Resolves after `stop`. */
  watch(): Promise<void>;
  /** Lets go of everything at the next safe point; the runs stay unfinished and are resumed later. */
  stop(): Promise<void>;
}

const defaults = { beat: 500, leaseTtl: 8_000, atOnce: 8, slice: 60_000 };

/** Thrown out of runs when the process shuts down, or when others wait for their place. */
class Stopping extends Error {
  override readonly name = 'Stopping';
}

export const openRunExecutor = (options: RunExecutorOptions): RunExecutor => {
  const stopping = new AbortController();
  let unfinished = new Map<string, RunPlace>();

  const execute = async (key: string, over: AbortSignal): Promise<void> => {
    const place = unfinished.get(key);
    if (place === undefined || stopping.signal.aborted) return;
    await takeOn(options, place, { stopping: stopping.signal, over }).catch((error: unknown) => {
      if (error instanceof LeaseLost) return noteLoss(options.logger, place);
      const msg = isStorageAway(error) ? 'run waits for the database' : 'run not executed';
      options.logger.error({ msg, tenantId: place.tenantId, runId: place.run.id, err: error });
    });
  };
  const { clock, atOnce = defaults.atOnce, slice = defaults.slice } = options;
  const turns = openFairTurns({ clock, atOnce, slice, work: execute });

  const look = async (): Promise<void> => {
    const found = await options.repositories.runs.unfinished();
    if (stopping.signal.aborted) return;
    unfinished = new Map(found.map((place) => [`${place.tenantId}/${place.run.id}`, place]));
    turns.offer([...unfinished.keys()]);
  };
  const lookSafely = (): Promise<void> =>
    look().catch((error: unknown) => {
      options.logger.error({ msg: 'unfinished runs not read', err: error });
    });

  return {
    wake: () => void lookSafely(),
    watch: async () => {
      const { leaseTtl = defaults.leaseTtl } = options;
      while (!stopping.signal.aborted) {
        await lookSafely();
        // Where no run is unfinished, none of a dead process can be waiting for the end of a lease.
        const pause = unfinished.size > 0 ? leaseTtl / 3 : leaseTtl;
        await clock.sleep(pause, stopping.signal).catch(() => undefined);
      }
    },
    stop: async () => {
      stopping.abort(new Stopping());
      await turns.close();
    },
  };
};

interface RunPlace {
  readonly tenantId: string;
  readonly run: Run;
}

interface Turn {
  readonly stopping: AbortSignal;
  readonly over: AbortSignal;
}

/** Executes the run if its lease can be had; otherwise somebody else is on it. */
const takeOn = async (options: RunExecutorOptions, { tenantId, run }: RunPlace, turn: Turn): Promise<void> => {
  const ttl = options.leaseTtl ?? defaults.leaseTtl;
  const lease = await options.leases.acquire(tenantId, { name: leaseNames[run.kind], work: run.id }, ttl);
  if (lease === null) return;
  let ended: RunExecution | null = null;
  let isAway = false;
  try {
    const start = await options.repositories.runs.get(tenantId, run.id);
    if (start === null || start.value.finishedAt !== null) return;
    options.logger.info({ msg: 'run taken on', tenantId, runId: run.id, fence: lease.fence });
    const abort = new AbortController();
    const repositories = options.repositories.under(lease);
    const log = openRunLog(repositories.runs, { tenantId, start, abort });
    const heart = new AbortController();
    const renew = () => options.leases.renew(tenantId, lease, ttl);
    const { attributes, omitted } = start.value.selection;
    const directory = options.openDirectory(tenantId, { attributes, omitted });
    const canLetGo = openTurnJudge(log, directory);
    const isOver = (): boolean => turn.over.aborted && canLetGo();
    const beating = keepBeating({ options, log, directory, abort, renew, isOver, stop: heart.signal });
    try {
      const signal = AbortSignal.any([abort.signal, turn.stopping]);
      ended = await traceRun(options.tracer, log, () =>
        conclude({ ...options, repositories }, { tenantId, log, directory, signal }),
      );
    } finally {
      heart.abort();
      await beating;
    }
  } catch (error) {
    isAway = isStorageAway(error);
    throw error;
  } finally {
    if (!isAway) await release(options, tenantId, lease);
  }
  if (ended === null) return;
  count(options, ended.log.current());
  options.onEnded?.();
  await tidy(options, ended);
};

const count = ({ meter }: RunExecutorOptions, { kind, mode, status, startedAt, finishedAt }: Run): void => {
  const outcome = status === 'failed' || status === 'cancelled' ? status : 'succeeded';
  const milliseconds = Date.parse(finishedAt ?? startedAt) - Date.parse(startedAt);
  meter?.runEnded({ kind, mode, outcome, milliseconds });
};

const noteLoss = (logger: Logger, { tenantId, run }: RunPlace): void => {
  logger.info({ msg: 'run went on elsewhere', tenantId, runId: run.id });
};

const release = (options: RunExecutorOptions, tenantId: string, lease: HeldLease): Promise<void> =>
  options.leases.release(tenantId, lease).catch((error: unknown) => {
    options.logger.warn({ msg: 'lease not released; it runs out by itself', tenantId, err: error });
  });

interface Heartbeat {
  readonly options: RunExecutorOptions;
  readonly log: RunLog;
  readonly directory: DirectoryReader;
  readonly abort: AbortController;
  readonly renew: () => Promise<boolean>;
  readonly isOver: () => boolean;
  readonly stop: AbortSignal;
}

/** Stores progress and renews the lease until stopped; a lost lease aborts the run at once, the end of its turn as soon as it may. */
const keepBeating = async ({ options, log, directory, abort, renew, isOver, stop }: Heartbeat): Promise<void> => {
  while (!stop.aborted) {
    await options.clock.sleep(options.beat ?? defaults.beat, stop).catch(() => undefined);
    if (stop.aborted) return;
    try {
      noteWaiting(log, directory);
      if (await renew()) await log.flush();
      else abort.abort(new RunLost());
      if (isOver()) abort.abort(new Stopping());
    } catch (error) {
      abort.abort(error);
    }
  }
};

/** Whether Microsoft keeps the run waiting, so that those who watch it know. */
const noteWaiting = (log: RunLog, { waiting, requestCount }: DirectoryReader): void => {
  const { progress, finishedAt } = log.current();
  if (finishedAt !== null || (progress.waiting ?? null)?.until === waiting?.until) return;
  log.note((run) => ({ progress: { ...run.progress, waiting, graphRequests: requestCount } }));
};

interface Conclusion {
  readonly tenantId: string;
  readonly log: RunLog;
  readonly directory: DirectoryReader;
  readonly signal: AbortSignal;
}

/**
 * Runs to the end and stores how it ended. Null for a run that lost its lease or its process, which stores nothing: it
 * goes on elsewhere. Throws what a database that is away throws.
 */
const conclude = async (
  options: RunExecutorOptions,
  { tenantId, log, directory, signal }: Conclusion,
): Promise<RunExecution | null> => {
  const { repositories, clock, logger } = options;
  const runId = log.current().id;
  const execution: RunExecution = { tenantId, repositories, directory, clock, log, signal };
  try {
    await executeRun(execution);
  } catch (caught) {
    const error = whyEnded(caught, signal);
    if (error instanceof Stopping) return null;
    if (error instanceof RunLost || error instanceof LeaseLost) {
      noteLoss(logger, { tenantId, run: log.current() });
      return null;
    }
    // The run stays unfinished and is taken on again when the database is back.
    if (isStorageAway(error)) throw error;
    const cancelled = error instanceof RunCancelled;
    if (!cancelled) logger.warn({ msg: 'run failed', tenantId, runId, err: error });
    log.note(() => ({
      status: cancelled ? 'cancelled' : 'failed',
      finishedAt: clock.now().toISOString(),
      failure: cancelled ? null : runFailure(error),
    }));
    await log.flush();
    return execution;
  }
  logger.info({ msg: 'run succeeded', tenantId, runId, counts: log.current().counts });
  if (log.current().kind === 'sync') options.onSynced?.(tenantId);
  return execution;
};

/** What the storage says goes first: the lease of a write that may be on its way is not given back. */
const whyEnded = (caught: unknown, signal: AbortSignal): unknown =>
  signal.aborted && !isStorageAway(caught) ? signal.reason : caught;

/**
 * After the lease is given back, so that nobody waits for it; the next holder ends it. What is left over is removed after
 * the next run; how this one ended does not depend on it.
 */
const tidy = async ({ logger }: RunExecutorOptions, execution: RunExecution): Promise<void> => {
  try {
    await removeOldSnapshots(execution);
    if (execution.log.current().kind === 'preview') await removeOldPreviews(execution);
  } catch (error) {
    if (error instanceof LeaseLost) return;
    logger.warn({ msg: 'leftovers not removed', tenantId: execution.tenantId, err: error });
  }
};
