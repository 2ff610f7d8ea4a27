import type { Run } from '../../domain/run/run.ts';
import type { RunExecution } from './runExecution.ts';

const order: readonly Run['status'][] = ['queued', 'reading', 'planning', 'applying'];

/** Moves on to a phase; a resumed run that was further already stays there, so that its counts are kept. */
export const enterPhase = async ({ log, signal }: RunExecution, status: Run['status']): Promise<void> => {
  signal.throwIfAborted();
  log.note((run) => (order.indexOf(run.status) < order.indexOf(status) ? { status } : {}));
  await log.flush();
};

export const hasReached = ({ log }: RunExecution, status: Run['status']): boolean =>
  order.indexOf(log.current().status) >= order.indexOf(status);
