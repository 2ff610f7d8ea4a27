export interface SignaturePhoto {
  readonly tenantId: string;
  readonly teammateId: string;
  readonly hash: string;
  readonly shape: 'square' | 'round';
  /** Of the sides. */
  readonly pixels: number;
}

/** More would only be made larger than it is. */
const largest = 240;
/** Sizes come in steps, so that few cuts of each photo are kept. */
const step = 16;

/** Where a photo of a signature is to be had, below the address of this server. */
export const photoPath = ({ tenantId, teammateId, hash, shape, pixels }: SignaturePhoto): string => {
  const size = Math.min(largest, Math.ceil(pixels / step) * step);
  return `/images/${tenantId}/photos/${teammateId}/${hash}/${shape}-${String(size)}`;
};
