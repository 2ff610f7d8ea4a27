import { RequestError } from '../../domain/errors.ts';
import type { Repositories } from '../../ports/repositories.ts';

/** Throws RequestError 404, and 409 with the names of the signatures that show it. */
export const removeImage = async (
  repositories: Pick<Repositories, 'signatures' | 'brands' | 'images'>,
  tenantId: string,
  id: string,
): Promise<void> => {
  const { images, brands } = repositories;
  if ((await images.get(tenantId, id)) === null) throw new RequestError(404, 'not-found', 'There is no such image.');
  const shownBy = [...(await signaturesThatShow(repositories, tenantId, id))];
  if ((await brands.get(tenantId)).value.logo === id) shownBy.push('*');
  if (shownBy.length > 0) {
    const message = 'Signatures show this image. Take it out of them first, or people would see a gap.';
    throw new RequestError(409, 'image-in-use', message, { values: { signatures: shownBy } });
  }
  await images.remove(tenantId, id);
};

/** Their drafts, what is published, and every version that could be brought back. */
const signaturesThatShow = async (
  { signatures }: Pick<Repositories, 'signatures'>,
  tenantId: string,
  id: string,
): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const { value } of await signatures.list(tenantId)) {
    const versions = await signatures.versions(tenantId, value.id);
    // A hash of 64 digits stands nowhere by chance.
    if (JSON.stringify([value, versions]).includes(id)) names.push(value.name);
  }
  return names;
};
