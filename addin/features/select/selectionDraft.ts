import { useSyncExternalStore } from 'react';
import type { SavedSelection, Selection } from '../../../server/src/contract/selection.ts';
import { sameSelection } from '../../api/sameSelection.ts';

interface Draft {
  readonly selection: Selection;
  /** The revision the draft began from, so that saving it over somebody else's is noticed. */
  readonly revision: number;
}

let draft: Draft | null = null;
const listeners = new Set<() => void>();

function setDraft(next: Draft | null): void {
  draft = next;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export interface SelectionDraft {
  readonly selection: Selection;
  readonly revision: number;
  readonly isDirty: boolean;
  readonly change: (edit: (selection: Selection) => Selection) => void;
  readonly discard: () => void;
  /** Keeps the draft and builds it on a newer revision: the next save goes over what somebody else saved. */
  readonly rebase: (revision: number) => void;
}

/** What the admin is picking. It outlives the page, so that a look at the preview does not lose unsaved picks. */
export function useSelectionDraft(saved: SavedSelection): SelectionDraft {
  const current = useSyncExternalStore(subscribe, () => draft);
  const base = current ?? saved;
  return {
    selection: base.selection,
    revision: base.revision,
    isDirty: current !== null && !sameSelection(current.selection, saved.selection),
    change: (edit) => setDraft({ selection: edit((draft ?? saved).selection), revision: (draft ?? saved).revision }),
    discard: () => setDraft(null),
    rebase: (revision) => setDraft({ selection: base.selection, revision }),
  };
}
