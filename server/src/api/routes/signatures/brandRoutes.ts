import { endpoints } from '../../../contract/endpoints.ts';
import { RequestError } from '../../../domain/errors.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { saveOver } from '../../requests/saveOver.ts';

const message = 'Somebody else saved the brand meanwhile. Reload it and make your change again.';

export const mountBrandRoutes = (mount: Mount, { repositories: { brands, images } }: ApiOptions): void => {
  mount(endpoints.getBrand, async ({ actor: { tenantId } }) => {
    const { value, revision } = await brands.get(tenantId);
    return { brand: { ...value, colors: { ...value.colors } }, revision };
  });

  mount(endpoints.putBrand, async ({ actor: { tenantId }, body: { brand, revision } }) => {
    if (brand.logo !== null && (await images.get(tenantId, brand.logo)) === null) {
      throw new RequestError(400, 'image-missing', 'This logo is not among the uploaded images. Upload it first.');
    }
    return { brand, revision: await saveOver(() => brands.save(tenantId, brand, revision), message) };
  });
};
