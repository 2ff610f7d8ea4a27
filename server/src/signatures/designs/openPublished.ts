import { openDesign, type RenderDesign } from '../../domain/design/openDesign.ts';
import type { PublishedDesign, SignatureDesign } from '../../domain/design/signature.ts';
import { imagesShownBy } from '../images/imagesShownBy.ts';
import type { OpenedDesign } from './openedDesigns.ts';
import { readDesignContext } from './readDesignContext.ts';
import type { RenderDesk } from '../signatureDesk.ts';

/**
 * A published version never changes; the brand and the rules of fields may, so their revisions are part of its name. So are
 * the images that were missing and are there now, and when it was published: in a tenant that was erased all numbers begin anew.
 */
export const openPublished = async (
  desk: RenderDesk,
  tenantId: string,
  { signatureId, published }: { readonly signatureId: string; readonly published: PublishedDesign },
): Promise<RenderDesign> => {
  const { repositories, openedDesigns } = desk;
  const { brands, fieldSettings, images } = repositories;
  const [brand, fields] = await Promise.all([brands.get(tenantId), fieldSettings.get(tenantId)]);
  const { version, at } = published;
  const key = [tenantId, signatureId, version, at, brand.revision, fields.revision].join('/');
  const open = (): Promise<OpenedDesign> => openWith(desk, tenantId, published.design);
  const opened = await openedDesigns.get(key, open);
  if (opened.missing.length === 0) return opened.render;
  const back = (await images.getMany(tenantId, opened.missing)).map(({ id }) => id);
  if (back.length === 0) return opened.render;
  return (await openedDesigns.get([key, ...back.toSorted()].join('/'), open)).render;
};

const openWith = async (
  { repositories, publicUrl, secretBox }: RenderDesk,
  tenantId: string,
  design: SignatureDesign,
): Promise<OpenedDesign> => {
  const context = await readDesignContext(repositories, { tenantId, publicUrl, secretBox }, [design]);
  const shown = [...imagesShownBy([design]), ...(context.logo === null ? [] : [context.logo])];
  return { render: openDesign(design, context), missing: shown.filter((id) => context.image(id) === null) };
};
