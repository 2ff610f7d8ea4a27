import type { Run, RunStatus } from '../../../server/src/contract/sync/sync.ts';

const finished: readonly RunStatus[] = ['succeeded', 'failed', 'cancelled'];

export const isFinished = (run: Pick<Run, 'status'>): boolean => finished.includes(run.status);
