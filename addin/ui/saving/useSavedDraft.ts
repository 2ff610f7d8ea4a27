import type { Draft } from '../state/openDraft.ts';

export interface SavedDraft<T> {
  readonly value: T;
  readonly isDirty: boolean;
  /** False while what is being edited cannot be sent as it is. */
  readonly isValid: boolean;
  readonly isSaving: boolean;
  readonly problem: unknown;
  readonly change: (edit: (value: T) => T) => void;
  readonly save: () => void;
  readonly discard: () => void;
  /** After somebody else saved: theirs instead of the draft, or the draft over theirs. */
  readonly loadTheirs: () => Promise<void>;
  readonly keepMine: () => Promise<void>;
}

interface SavedDraftOptions<T, Body> {
  readonly draft: Draft<T>;
  /** What is stored, in the shape of the draft. */
  readonly stored: T;
  /** What is sent over the revision the draft began from; null: not yet fit to be sent. */
  readonly bodyOf: (value: T, revision: number) => Body | null;
  readonly isSame?: (one: T, other: T) => boolean;
  readonly query: { readonly refetch: () => Promise<{ readonly data?: { readonly revision: number } | undefined }> };
  readonly saving: {
    readonly error: unknown;
    readonly isPending: boolean;
    readonly reset: () => void;
    readonly mutate: (body: Body, options: { onSuccess: () => void }) => void;
  };
}

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is edited on a page and saved with one button, over exactly the revision that was read: when somebody else saved
 * meanwhile, neither their work nor ours is lost unseen.
 */
export function useSavedDraft<T, Body>(options: SavedDraftOptions<T, Body>): SavedDraft<T> {
  const { draft, stored, bodyOf, isSame = sameJson, query, saving } = options;
  const body = bodyOf(draft.value, draft.revision);
  const discard = () => {
    saving.reset();
    draft.discard();
  };
  return {
    value: draft.value,
    isDirty: draft.isTouched && !isSame(draft.value, stored),
    isValid: body !== null,
    isSaving: saving.isPending,
    problem: saving.error,
    change: draft.change,
    save: () => {
      if (body !== null) saving.mutate(body, { onSuccess: draft.discard });
    },
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
