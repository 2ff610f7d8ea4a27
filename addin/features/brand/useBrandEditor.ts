import { brandSchema, type Brand } from '../../../server/src/contract/signatures/signatures.ts';
import { useBrand, useSaveBrand } from '../../api/signatures/brandApi.ts';
import { openDraft } from '../../ui/state/openDraft.ts';
import { useSavedDraft, type SavedDraft } from '../../ui/saving/useSavedDraft.ts';

const useDraft = openDraft<Brand>({ name: 'undersign.brand', schema: brandSchema });

export type BrandEditor = SavedDraft<Brand>;

/** The brand while it is being changed. */
export function useBrandEditor(saved: { brand: Brand; revision: number }): BrandEditor {
  return useSavedDraft({
    draft: useDraft({ value: saved.brand, revision: saved.revision }),
    stored: saved.brand,
    bodyOf: (brand, revision) => ({ brand, revision }),
    query: useBrand(),
    saving: useSaveBrand(),
  });
}
