import type { Clock } from '../../ports/clock.ts';
import type { DirectoryReader } from '../../ports/directory/directoryReader.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { RunLog } from './runLog.ts';

/** One run while it executes: what it may touch, and the signal that stops it. */
export interface RunExecution {
  readonly tenantId: string;
  /** Under the lease of the run: they refuse to write for a process that was paused until another took the run over. */
  readonly repositories: Repositories;
  readonly directory: DirectoryReader;
  readonly clock: Clock;
  readonly log: RunLog;
  readonly signal: AbortSignal;
}
