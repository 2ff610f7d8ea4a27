import { useState } from 'react';
import {
  assignmentsSchema,
  type Assignments,
  type SavedAssignments,
} from '../../../server/src/contract/signatures/assignments.ts';
import { useAssignments, useSaveAssignments } from '../../api/signatures/assignmentsApi.ts';
import { openDraft } from '../../ui/state/openDraft.ts';
import { useSavedDraft, type SavedDraft } from '../../ui/saving/useSavedDraft.ts';

const useDraft = openDraft<Assignments>({ name: 'undersign.assignments', schema: assignmentsSchema });

export interface AssignmentsEditor extends SavedDraft<Assignments> {
  /** Told by fields whether what stands in them can be saved. */
  readonly onRight: (isRight: boolean) => void;
}

/** The rules while they are being changed. */
export function useAssignmentsEditor(saved: SavedAssignments): AssignmentsEditor {
  const [isRight, onRight] = useState(true);
  const draft = useSavedDraft({
    draft: useDraft({ value: saved.assignments, revision: saved.revision }),
    stored: saved.assignments,
    bodyOf: (assignments, revision) => ({ assignments, revision }),
    query: useAssignments(),
    saving: useSaveAssignments(),
  });
  return { ...draft, isValid: draft.isValid && isRight, onRight };
}
