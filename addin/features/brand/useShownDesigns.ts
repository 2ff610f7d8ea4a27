import { useSignatures } from '../../api/signatures/signatureListApi.ts';
import { useSignaturesOf } from '../../api/signatures/signaturesApi.ts';
import type { NamedDesign } from './usesOf.ts';

/** The drafts of all signatures, as far as they have arrived. */
export function useShownDesigns(): readonly NamedDesign[] {
  const list = useSignatures();
  const signatures = useSignaturesOf(list.data?.items.map(({ id }) => id) ?? []);
  return signatures.flatMap(({ data }) => (data ? [{ name: data.name, design: data.draft }] : []));
}
