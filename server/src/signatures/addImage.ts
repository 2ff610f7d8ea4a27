import { createHash } from 'node:crypto';
import type { StoredImage } from '../domain/design/image.ts';
import { RequestError } from '../domain/errors.ts';
import type { ImageEncoder } from '../ports/imageEncoder.ts';
import type { SignatureDesk } from './signatureDesk.ts';

/** More than any brand has; what nobody uses can be deleted. */
const mostImages = 500;

interface Upload {
  readonly bytes: Buffer;
  readonly name: string;
}

/** Keeps an image, made anew. Throws RequestError as the encoder does, and 409 when there are too many. */
export const addImage = async (
  { repositories: { images }, clock, imageEncoder }: SignatureDesk & { readonly imageEncoder: ImageEncoder },
  tenantId: string,
  { bytes, name }: Upload,
): Promise<StoredImage> => {
  const { content, ...encoded } = await imageEncoder.encode(bytes);
  const id = createHash('sha256').update(content).digest('hex');
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
