import { ApiProblem } from '../../api/client/apiProblem.ts';
import { ConflictNotice } from '../notices/ConflictNotice.tsx';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import type { SavedDraft } from './useSavedDraft.ts';

interface SaveProblemProps {
  readonly editor: Pick<SavedDraft<unknown>, 'problem' | 'loadTheirs' | 'keepMine'>;
  /** What to say when somebody else saved meanwhile. */
  readonly conflict: string;
}

const isConflict = (problem: unknown): boolean =>
  problem instanceof ApiProblem && (problem.status === 409 || problem.status === 412);

/** Why saving failed; after somebody else's save with a choice between theirs and ours. */
export function SaveProblem({ editor, conflict }: SaveProblemProps) {
  const { problem, loadTheirs, keepMine } = editor;
  if (problem === null || problem === undefined) return null;
  if (!isConflict(problem)) return <ProblemNotice error={problem} />;
  return <ConflictNotice title={conflict} onReload={() => void loadTheirs()} onKeep={() => void keepMine()} />;
}
