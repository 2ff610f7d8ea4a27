import { imageFor } from '../../domain/enrichment/enrichment.ts';
import type { StoredImage } from '../../domain/design/image.ts';
import type { ImageEncoder } from '../../ports/imageEncoder.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { SignaturePhoto } from './photoPath.ts';

export interface PhotoCut {
  readonly contentType: StoredImage['contentType'];
  readonly content: Buffer;
}

interface PhotoDesk {
  readonly repositories: Pick<Repositories, 'teammates' | 'enrichments'>;
  readonly imageEncoder: ImageEncoder;
}

/**
 * A photo as signatures show it. Null where this is not, or no longer, the photo of somebody active: only who has seen
 * a signature knows the hash, and who left is shown no more.
 */
export const readPhotoCut = async (
  { repositories: { teammates, enrichments }, imageEncoder }: PhotoDesk,
  { tenantId, teammateId, hash, shape, pixels }: SignaturePhoto,
): Promise<PhotoCut | null> => {
  const [teammate, photo] = await Promise.all([
    teammates.get(tenantId, teammateId),
    enrichments.getPhoto(tenantId, teammateId),
  ]);
  if (teammate?.status !== 'active' || photo === null || photo.hash !== hash) return null;
  const image = imageFor(photo, pixels > 96 ? 240 : 96);
  return image === null ? null : imageEncoder.cut(Buffer.from(image.content, 'base64'), { shape, pixels });
};
