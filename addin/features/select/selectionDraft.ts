import { selectionSchema, type SavedSelection, type Selection } from '../../../server/src/contract/people/selection.ts';
import { sameSelection } from '../../api/people/sameSelection.ts';
import { openDraft } from '../../ui/state/openDraft.ts';

const useDraft = openDraft<Selection>({ name: 'undersign.selection', schema: selectionSchema });

export interface SelectionDraft {
  readonly selection: Selection;
  readonly revision: number;
  readonly isDirty: boolean;
  readonly change: (edit: (selection: Selection) => Selection) => void;
  readonly discard: () => void;
  readonly rebase: (revision: number) => void;
}

/** What the admin is picking. It outlives the page and a reload, so that a look elsewhere does not lose unsaved picks. */
export function useSelectionDraft(saved: SavedSelection): SelectionDraft {
  const { value, isTouched, ...draft } = useDraft({ value: saved.selection, revision: saved.revision });
  return { ...draft, selection: value, isDirty: isTouched && !sameSelection(value, saved.selection) };
}
