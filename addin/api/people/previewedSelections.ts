import type { Selection } from '../../../server/src/contract/people/selection.ts';
import { sameSelection } from './sameSelection.ts';

const previewed = new Map<string, Selection>();

/** Remembers which selection a preview was made for, while this pane is open. */
export function rememberPreview(runId: string, selection: Selection): void {
  previewed.set(runId, selection);
}

/** True when the preview is known to be for something else than what is saved now. */
export function isOtherThanSaved(runId: string, saved: Selection): boolean {
  const selection = previewed.get(runId);
  return selection !== undefined && !sameSelection(selection, saved);
}
