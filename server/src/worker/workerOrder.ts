import type { BaseOptions } from '../assembly/openBase.ts';

/** With what a worker begins: everything but what a thread has to open for itself. */
export interface WorkerOrder extends Omit<BaseOptions, 'clock' | 'logger' | 'tracer'> {
  readonly logLevel: string;
  /** Whether anybody counts. */
  readonly isMetered: boolean;
  /** Shared with the thread that answers, whose writes go first. */
  readonly writeTurns: SharedArrayBuffer;
}
