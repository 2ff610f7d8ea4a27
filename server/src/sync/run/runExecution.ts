import type { Clock } from '../../ports/clock.ts';
import type { DirectoryReader } from '../../ports/directoryReader.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { RunLog } from './runLog.ts';

/** One run while it executes: what it may touch, and the signal that stops it. */
export interface RunExecution {
  readonly tenantId: string;
  readonly repositories: Repositories;
  readonly directory: DirectoryReader;
  readonly clock: Clock;
  readonly log: RunLog;
  readonly signal: AbortSignal;
  /** Throws RunLost when another process has taken the run over. Asked before every batch: a paused process must not write. */
  readonly confirm: () => Promise<void>;
}
