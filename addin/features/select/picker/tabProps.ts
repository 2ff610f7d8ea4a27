import type { SelectionDraft } from '../selectionDraft.ts';

export interface TabProps {
  readonly draft: SelectionDraft;
  readonly search: string;
  readonly onClearSearch: () => void;
}
