import { createHash } from 'node:crypto';
import type { StoredImage } from '../../domain/design/image.ts';
import { RequestError } from '../../domain/errors.ts';
import type { ImageEncoder } from '../../ports/imageEncoder.ts';
import type { SignatureDesk } from '../signatureDesk.ts';

/** More than any brand has; what nobody uses can be deleted. */
const mostImages = 500;

interface Upload {
  readonly bytes: Buffer;
  readonly name: string;
}

export type AddImageDesk = SignatureDesk & { readonly imageEncoder: ImageEncoder };

/** An image as it is kept, and what it is called then. Throws RequestError as the encoder does. */
export const encodeImage = async (imageEncoder: ImageEncoder, bytes: Buffer) => {
  const encoded = await imageEncoder.encode(bytes);
  return { ...encoded, id: createHash('sha256').update(encoded.content).digest('hex') };
};

/** Keeps an image, made anew. Throws RequestError as the encoder does, and 409 when there are too many. */
export const addImage = async (
  { repositories: { images }, clock, imageEncoder }: AddImageDesk,
  tenantId: string,
  { bytes, name }: Upload,
): Promise<StoredImage> => {
  const { content, id, ...encoded } = await encodeImage(imageEncoder, bytes);
  const known = await images.get(tenantId, id);
  if (known !== null) return known;
  if ((await images.list(tenantId)).length >= mostImages) {
    const message = `There are ${String(mostImages)} images, and no more can be kept. Delete some that no signature shows.`;
    throw new RequestError(409, 'too-many-images', message, { values: { most: mostImages } });
  }
  const image = { id, name, ...encoded, bytes: content.length, addedAt: clock.now().toISOString() };
  await images.add(tenantId, image, content);
  return image;
};
