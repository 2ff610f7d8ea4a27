import { StaleRevision } from '../../domain/errors.ts';
import { finishedStatuses, type Run } from '../../domain/run/run.ts';
import type { RunRepository } from '../../ports/repositories/runRepositories.ts';
import type { Versioned } from '../../ports/versioned.ts';

/** Thrown out of a run that its admin cancelled. */
export class RunCancelled extends Error {
  override readonly name = 'RunCancelled';
}

/** Thrown out of a run that another process has taken over: write nothing more. */
export class RunLost extends Error {
  override readonly name = 'RunLost';
}

/** The stored state of one run while it executes; the only writer but for an admin asking to cancel. */
export interface RunLog {
  current(): Run;
  /** Changes the run in memory; stored with the next `flush`. */
  note(change: (run: Run) => Partial<Run>): void;
  /** Stores what was noted. Aborts the run when somebody asked to cancel it. */
  flush(): Promise<void>;
}

export const openRunLog = (
  runs: RunRepository,
  place: { readonly tenantId: string; readonly start: Versioned<Run>; readonly abort: AbortController },
): RunLog => {
  let stored = place.start;
  let run = place.start.value;
  let turn: Promise<void> = Promise.resolve();

  const save = async (): Promise<void> => {
    if (run === stored.value) return look();
    const saving = run;
    try {
      stored = await runs.save(place.tenantId, saving, stored.revision);
    } catch (error) {
      if (!(error instanceof StaleRevision)) throw error;
      stored = await reload();
      run = { ...run, cancelRequested: stored.value.cancelRequested };
      return save();
    }
    if (run === saving) run = stored.value;
    if (run.cancelRequested && !finishedStatuses.includes(run.status)) place.abort.abort(new RunCancelled());
  };
  /** Nothing to store: only see whether somebody asked to cancel, for a run may wait for Graph for minutes. */
  const look = async (): Promise<void> => {
    const found = await runs.get(place.tenantId, run.id);
    if (found?.value.cancelRequested === true && found.value.finishedAt === null) place.abort.abort(new RunCancelled());
  };
  const reload = async (): Promise<Versioned<Run>> => {
    const found = await runs.get(place.tenantId, run.id);
    if (found === null || finishedStatuses.includes(found.value.status)) throw new RunLost();
    return found;
  };

  return {
    current: () => run,
    note: (change) => {
      run = { ...run, ...change(run) };
    },
    flush: () => {
      turn = turn.catch(() => undefined).then(save);
      return turn;
    },
  };
};
