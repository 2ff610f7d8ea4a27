import { restorableSince } from '../../domain/design/restorableSince.ts';
import type { Signature } from '../../domain/design/signature.ts';
import { RequestError } from '../../domain/errors.ts';
import type { SignatureRepository } from '../../ports/repositories/signatureRepositories.ts';
import type { Versioned } from '../../ports/versioned.ts';
import type { SignatureDesk } from '../signatureDesk.ts';

/** Throws RequestError 404, and 409 with the names of the signatures that show it, or would once they are brought back. */
export const removeImage = async (
  { repositories, clock }: SignatureDesk,
  tenantId: string,
  id: string,
): Promise<void> => {
  const { images, brands, signatures } = repositories;
  if ((await images.get(tenantId, id)) === null) throw new RequestError(404, 'not-found', 'There is no such image.');
  const thatShow = openThatShow(signatures, tenantId, id);
  const shownBy = [...(await thatShow(await signatures.list(tenantId)))];
  if ((await brands.get(tenantId)).value.logo === id) shownBy.push('*');
  if (shownBy.length > 0) {
    const message = 'Signatures show this image. Take it out of them first, or people would see a gap.';
    throw new RequestError(409, 'image-in-use', message, { values: { signatures: shownBy } });
  }
  const deleted = await thatShow(await signatures.listDeleted(tenantId, restorableSince(clock.now())));
  if (deleted.length > 0) throw inDeleted(deleted);
  await images.remove(tenantId, id);
};

const inDeleted = (signatures: readonly string[]): RequestError => {
  const message =
    `Deleted signatures show this image, and can be brought back for 30 days: ${signatures.join(', ')}. ` +
    'Bring them back and take it out of them first, or delete it after that.';
  return new RequestError(409, 'image-in-deleted', message, { values: { signatures } });
};

/** Names of those whose draft, published design or any version that could be brought back shows the image. */
const openThatShow =
  (kept: Pick<SignatureRepository, 'versions'>, tenantId: string, imageId: string) =>
  async (signatures: readonly Versioned<Signature>[]): Promise<readonly string[]> => {
    const names: string[] = [];
    for (const { value } of signatures) {
      const versions = await kept.versions(tenantId, value.id);
      // A hash of 64 digits stands nowhere by chance.
      if (JSON.stringify([value, versions]).includes(imageId)) names.push(value.name);
    }
    return names;
  };
