import type { Brand } from '../../../server/src/contract/signatures.ts';
import { useBrand, useSaveBrand } from '../../api/brandApi.ts';
import { openDraft } from '../../ui/openDraft.ts';

const useDraft = openDraft<Brand>();

export interface BrandEditor {
  readonly brand: Brand;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly problem: unknown;
  readonly change: (patch: Partial<Brand>) => void;
  readonly save: () => void;
  readonly discard: () => void;
  /** After somebody else saved: theirs instead of the draft, or the draft over theirs. */
  readonly loadTheirs: () => Promise<void>;
  readonly keepMine: () => Promise<void>;
}

/** The brand while it is being changed. */
export function useBrandEditor(saved: { brand: Brand; revision: number }): BrandEditor {
  const draft = useDraft({ value: saved.brand, revision: saved.revision });
  const query = useBrand();
  const saving = useSaveBrand();
  const discard = () => {
    saving.reset();
    draft.discard();
  };
  return {
    brand: draft.value,
    isDirty: draft.isTouched && JSON.stringify(draft.value) !== JSON.stringify(saved.brand),
    isSaving: saving.isPending,
    problem: saving.error,
    change: (patch) => draft.change((brand) => ({ ...brand, ...patch })),
    save: () => saving.mutate({ brand: draft.value, revision: draft.revision }, { onSuccess: draft.discard }),
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
