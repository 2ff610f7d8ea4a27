import { randomUUID } from 'node:crypto';
import { Duplicate, RequestError } from '../domain/errors.ts';
import { noCounts } from '../domain/plan/plan.ts';
import type { Run, RunKind, RunMode, RunStarter, RunTrigger } from '../domain/run/run.ts';
import { isEmptySelection, type Selection } from '../domain/scope/selection.ts';
import type { Clock } from '../ports/clock.ts';
import type { Repositories } from '../ports/repositories.ts';
import type { RunExecutor } from './run/runExecutor.ts';

export interface RunOrder {
  /** Of the run; left out: any. */
  readonly id?: string;
  readonly tenantId: string;
  readonly kind: RunKind;
  readonly mode: RunMode;
  readonly trigger: RunTrigger;
  readonly selection: Selection;
  readonly startedBy: RunStarter | null;
  readonly approvedDepartures: number;
}

export interface RunDesk {
  readonly repositories: Repositories;
  readonly executor: Pick<RunExecutor, 'wake'>;
  readonly clock: Clock;
}

/**
 * Queues a run and returns at once. Throws RequestError 409 `selection-empty`, or `run-in-progress` with the id of the
 * run that is under way: there is one preview and one sync per tenant at a time.
 */
export const startRun = async (desk: RunDesk, order: RunOrder): Promise<Run> => {
  if (isEmptySelection(order.selection)) {
    throw new RequestError(409, 'selection-empty', 'Nothing is picked yet. Pick units, groups or people first.');
  }
  const run: Run = {
    id: order.id ?? randomUUID(),
    kind: order.kind,
    mode: order.mode,
    trigger: order.trigger,
    status: 'queued',
    startedBy: order.startedBy,
    startedAt: desk.clock.now().toISOString(),
    finishedAt: null,
    selection: order.selection,
    settings: (await desk.repositories.settings.get(order.tenantId)).value,
    cancelRequested: false,
    approvedDepartures: order.approvedDepartures,
    progress: { peopleRead: 0, readsDone: 0, readsKnown: 0, pagesRead: 0, graphRequests: 0, applied: 0 },
    counts: noCounts,
    warnings: [],
    failure: null,
  };
  try {
    await desk.repositories.runs.add(order.tenantId, run);
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
    const active = await desk.repositories.runs.active(order.tenantId, order.kind);
    throw new RequestError(409, 'run-in-progress', 'A run is under way. Wait for it or cancel it first.', {
      cause: error,
      values: { runId: active?.id ?? '' },
    });
  }
  desk.executor.wake();
  return run;
};

/** Asks a run to stop at its next safe point; a run that has ended already is left as it is. Null when there is none. */
export const cancelRun = async (desk: RunDesk, tenantId: string, runId: string): Promise<Run | null> => {
  for (;;) {
    const found = await desk.repositories.runs.get(tenantId, runId);
    if (found === null || found.value.finishedAt !== null || found.value.cancelRequested) return found?.value ?? null;
    try {
      return (await desk.repositories.runs.save(tenantId, { ...found.value, cancelRequested: true }, found.revision))
        .value;
    } catch (error) {
      if (!(error instanceof Error && error.name === 'StaleRevision')) throw error;
    }
  }
};

/** Asks all that is under way for this tenant to stop: there is one run of each kind at most. */
export const cancelRuns = async (desk: RunDesk, tenantId: string): Promise<void> => {
  for (const kind of ['preview', 'sync'] as const) {
    const run = await desk.repositories.runs.active(tenantId, kind);
    if (run !== null) await cancelRun(desk, tenantId, run.id);
  }
};
