import { endpoints } from '../../../contract/endpoints.ts';
import { RequestError } from '../../../domain/errors.ts';
import { addImage } from '../../../signatures/images/addImage.ts';
import { removeImage } from '../../../signatures/images/removeImage.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';

export const mountImageRoutes = (mount: Mount, options: ApiOptions): void => {
  const { repositories } = options;

  mount(endpoints.uploadImage, async ({ actor: { tenantId }, query: { name }, request }) => {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes)) throw new RequestError(400, 'invalid-request', 'Send the bytes of one image.');
    return addImage(options, tenantId, { bytes, name });
  });

  mount(endpoints.listImages, async ({ actor: { tenantId } }) => ({
    items: [...(await repositories.images.list(tenantId))],
  }));

  mount(endpoints.deleteImage, async ({ actor: { tenantId }, params }) => {
    await removeImage(options, tenantId, params.id);
    return undefined;
  });
};
