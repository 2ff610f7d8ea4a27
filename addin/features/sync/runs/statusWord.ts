import type { Run } from '../../../../server/src/contract/sync/sync.ts';

/** What a run is doing. A preview applies nothing: at the same point it writes its plan down, and must say so. */
export const statusWord = ({ kind, status }: Pick<Run, 'kind' | 'status'>) =>
  kind === 'preview' && status === 'applying' ? 'writingPlan' : status;
