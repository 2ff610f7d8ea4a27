import { useNavigate } from 'react-router';
import { ApiProblem } from '../../api/client/apiProblem.ts';
import { rememberPreview } from '../../api/people/previewedSelections.ts';
import { useStartPreview } from '../../api/sync/runsApi.ts';
import { useSaveSelection } from '../../api/people/selectionApi.ts';
import type { SelectionDraft } from './selectionDraft.ts';

export interface SelectionActions {
  readonly save: () => void;
  readonly discard: () => void;
  readonly preview: () => void;
  readonly isSaving: boolean;
  readonly isPreviewing: boolean;
  /** Why the last action did not work. */
  readonly problem: unknown;
  readonly forgetProblem: () => void;
}

/** Saving, discarding and previewing what is being picked. */
export function useSelectionActions(draft: SelectionDraft): SelectionActions {
  const save = useSaveSelection();
  const preview = useStartPreview();
  const navigate = useNavigate();
  const { selection, revision, isDirty } = draft;
  const forgetProblem = () => {
    save.reset();
    preview.reset();
  };
  return {
    save: () => {
      forgetProblem();
      save.mutate({ selection, revision }, { onSuccess: draft.discard });
    },
    discard: () => {
      forgetProblem();
      draft.discard();
    },
    preview: () => {
      forgetProblem();
      preview.mutate(isDirty ? selection : null, {
        onSuccess: (run) => {
          rememberPreview(run.id, selection);
          void navigate(`/sync/runs/${run.id}`);
        },
      });
    },
    isSaving: save.isPending,
    isPreviewing: preview.isPending,
    problem: save.error ?? preview.error,
    forgetProblem,
  };
}

export const isCode = (error: unknown, code: string): error is ApiProblem =>
  error instanceof ApiProblem && error.code === code;
