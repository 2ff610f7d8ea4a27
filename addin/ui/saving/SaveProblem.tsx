import { isChangedMeanwhile } from '../../api/client/isChangedMeanwhile.ts';
import { ConflictNotice } from '../notices/ConflictNotice.tsx';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import type { SavedDraft } from './useSavedDraft.ts';

interface SaveProblemProps {
  readonly editor: Pick<SavedDraft<unknown>, 'problem' | 'loadTheirs' | 'keepMine'>;
  /** What to say when somebody else saved meanwhile. */
  readonly conflict: string;
}

/** Why saving failed; after somebody else's save with a choice between theirs and ours. */
export function SaveProblem({ editor, conflict }: SaveProblemProps) {
  const { problem, loadTheirs, keepMine } = editor;
  if (problem === null || problem === undefined) return null;
  if (!isChangedMeanwhile(problem)) return <ProblemNotice error={problem} />;
  return <ConflictNotice title={conflict} onReload={() => void loadTheirs()} onKeep={() => void keepMine()} />;
}
