import { RequestError } from '../../domain/errors.ts';
import type { Brand } from '../../domain/design/signature.ts';
import type { ImportDesk, ImportStep } from './importDesk.ts';
import { decided, isSameValue } from './transferred.ts';

export const planBrand = async (
  { desk: { repositories }, actor: { tenantId } }: ImportDesk,
  brand: Brand | null,
): Promise<readonly ImportStep[]> => {
  if (brand === null) return [];
  const { value } = await repositories.brands.get(tenantId);
  const item = decided({ key: 'brand', kind: 'brand', name: '' }, isSameValue(value, brand) ? 'same' : 'changed');
  const apply = async () => {
    if (brand.logo !== null && (await repositories.images.get(tenantId, brand.logo)) === null) {
      throw new RequestError(400, 'image-missing', 'The logo of this brand is not among the images. Import it too.');
    }
    const { revision } = await repositories.brands.get(tenantId);
    return repositories.brands.save(tenantId, brand, revision);
  };
  return [{ item, apply }];
};
