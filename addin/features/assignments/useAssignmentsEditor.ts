import type { Assignments, SavedAssignments } from '../../../server/src/contract/assignments.ts';
import { useAssignments, useSaveAssignments } from '../../api/assignmentsApi.ts';
import { openDraft } from '../../ui/openDraft.ts';

const useDraft = openDraft<Assignments>();

export interface AssignmentsEditor {
  readonly assignments: Assignments;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly problem: unknown;
  readonly change: (edit: (assignments: Assignments) => Assignments) => void;
  readonly save: () => void;
  readonly discard: () => void;
  /** After somebody else saved: theirs instead of the draft, or the draft over theirs. */
  readonly loadTheirs: () => Promise<void>;
  readonly keepMine: () => Promise<void>;
}

/** The rules while they are being changed. */
export function useAssignmentsEditor(saved: SavedAssignments): AssignmentsEditor {
  const draft = useDraft({ value: saved.assignments, revision: saved.revision });
  const query = useAssignments();
  const saving = useSaveAssignments();
  const discard = () => {
    saving.reset();
    draft.discard();
  };
  return {
    assignments: draft.value,
    isDirty: draft.isTouched && JSON.stringify(draft.value) !== JSON.stringify(saved.assignments),
    isSaving: saving.isPending,
    problem: saving.error,
    change: draft.change,
    save: () => saving.mutate({ assignments: draft.value, revision: draft.revision }, { onSuccess: draft.discard }),
    discard,
    loadTheirs: async () => {
      const { data } = await query.refetch();
      if (data) discard();
    },
    keepMine: async () => {
      const { data } = await query.refetch();
      if (!data) return;
      draft.rebase(data.revision);
      saving.reset();
    },
  };
}
