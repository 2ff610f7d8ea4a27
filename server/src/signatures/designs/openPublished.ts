import { openDesign, type RenderDesign } from '../../domain/design/openDesign.ts';
import type { PublishedDesign } from '../../domain/design/signature.ts';
import { readDesignContext } from './readDesignContext.ts';
import type { RenderDesk } from '../signatureDesk.ts';

/** A published version never changes; the brand and the rules of fields may, so their revisions are part of its name. */
export const openPublished = async (
  { repositories, publicUrl, openedDesigns }: RenderDesk,
  tenantId: string,
  { signatureId, published }: { readonly signatureId: string; readonly published: PublishedDesign },
): Promise<RenderDesign> => {
  const { brands, fieldSettings } = repositories;
  const [brand, fields] = await Promise.all([brands.get(tenantId), fieldSettings.get(tenantId)]);
  const key = [tenantId, signatureId, published.version, brand.revision, fields.revision].join('/');
  return openedDesigns.get(key, async () => {
    const { design } = published;
    return openDesign(design, await readDesignContext(repositories, { tenantId, publicUrl }, [design]));
  });
};
