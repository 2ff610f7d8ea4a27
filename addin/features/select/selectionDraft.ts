import type { SavedSelection, Selection } from '../../../server/src/contract/selection.ts';
import { sameSelection } from '../../api/sameSelection.ts';
import { openDraft } from '../../ui/openDraft.ts';

const useDraft = openDraft<Selection>();

export interface SelectionDraft {
  readonly selection: Selection;
  readonly revision: number;
  readonly isDirty: boolean;
  readonly change: (edit: (selection: Selection) => Selection) => void;
  readonly discard: () => void;
  readonly rebase: (revision: number) => void;
}

/** What the admin is picking. It outlives the page, so that a look at the preview does not lose unsaved picks. */
export function useSelectionDraft(saved: SavedSelection): SelectionDraft {
  const { value, isTouched, ...draft } = useDraft({ value: saved.selection, revision: saved.revision });
  return { ...draft, selection: value, isDirty: isTouched && !sameSelection(value, saved.selection) };
}
