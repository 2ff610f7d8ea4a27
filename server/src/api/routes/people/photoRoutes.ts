import { endpoints } from '../../../contract/endpoints.ts';
import { RequestError } from '../../../domain/errors.ts';
import { imageFor, photoSizes, type Photo, type PhotoSize } from '../../../domain/enrichment/enrichment.ts';
import type { Repositories } from '../../../ports/repositories.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { knowsEtag } from '../../answers/knowsEtag.ts';
import { answered, type Mount } from '../../mountEndpoint.ts';

export const mountPhotoRoutes = (mount: Mount, { repositories }: ApiOptions): void => {
  mount(endpoints.teammatePhoto, async ({ actor, params, query, request, response }) => {
    const photo = await findPhoto(repositories, actor.tenantId, params.id);
    const image = photo === null ? null : imageFor(photo, sizeOf(query.size));
    if (photo === null || image === null) throw new RequestError(404, 'no-photo', 'We have no photo of this person.');
    const etag = `"${photo.hash}-${String(image.size)}"`;
    response.set({ etag, 'cache-control': 'private, no-cache', vary: 'authorization' });
    if (knowsEtag(request, etag)) response.status(304).end();
    else response.type(image.contentType).send(Buffer.from(image.content, 'base64'));
    return answered;
  });
};

const sizeOf = (asked: string): PhotoSize => photoSizes.find((size) => String(size) === asked) ?? photoSizes[0];

/** Only of those we keep: a removed person is not shown any more, however their photo came to be there. */
const findPhoto = async (
  { teammates, enrichments }: Pick<Repositories, 'teammates' | 'enrichments'>,
  tenantId: string,
  id: string,
): Promise<Photo | null> => {
  const teammate = await teammates.get(tenantId, id);
  if (teammate === null || teammate.status === 'removed') return null;
  return enrichments.getPhoto(tenantId, id);
};
