import { openDesign, type RenderDesign } from '../domain/design/openDesign.ts';
import type { PublishedDesign } from '../domain/design/signature.ts';
import { readDesignContext } from './readDesignContext.ts';
import type { RenderDesk } from './signatureDesk.ts';

/** A published version never changes; its brand may, so the revision of that is part of the name. */
export const openPublished = async (
  { repositories, publicUrl, openedDesigns }: RenderDesk,
  tenantId: string,
  { signatureId, published }: { readonly signatureId: string; readonly published: PublishedDesign },
): Promise<RenderDesign> => {
  const { revision } = await repositories.brands.get(tenantId);
  const key = [tenantId, signatureId, published.version, revision].join('/');
  return openedDesigns.get(key, async () => {
    const { design } = published;
    return openDesign(design, await readDesignContext(repositories, { tenantId, publicUrl }, [design]));
  });
};
