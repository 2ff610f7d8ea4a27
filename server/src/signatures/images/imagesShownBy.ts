import type { SignatureDesign } from '../../domain/design/signature.ts';

/** Hashes of the uploaded images that designs show. One of 64 digits stands nowhere by chance. */
export const imagesShownBy = (designs: readonly SignatureDesign[]): readonly string[] => [
  ...new Set(JSON.stringify(designs).match(/\b[0-9a-f]{64}\b/g) ?? []),
];
