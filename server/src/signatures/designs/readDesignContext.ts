import type { CheckContext } from '../../domain/design/check/checkDesign.ts';
import type { DesignContext, DesignImage } from '../../domain/design/designPerson.ts';
import type { SignatureDesign } from '../../domain/design/signature.ts';
import { fieldTypesOf } from '../../domain/fields/fieldTypeOf.ts';
import { openIsField } from '../../domain/fields/paths/openIsField.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { SecretBox } from '../../ports/secretBox.ts';
import { iconPath } from '../images/iconPath.ts';
import { imagesShownBy } from '../images/imagesShownBy.ts';
import { qrCodePath } from '../images/qrCodePath.ts';

type ContextRepositories = Pick<Repositories, 'images' | 'brands' | 'fieldSettings'>;

export interface ContextPlace {
  readonly tenantId: string;
  readonly publicUrl: string;
  /** Left out: nothing is shown to anybody, so QR codes need no address. */
  readonly secretBox?: Pick<SecretBox, 'mark'>;
}

/** What designs show besides values: their images, the logo of the brand, icons; and which fields there are. */
export const readDesignContext = async (
  { images, brands, fieldSettings }: ContextRepositories,
  { tenantId, publicUrl, secretBox }: ContextPlace,
  designs: readonly SignatureDesign[],
): Promise<DesignContext & CheckContext> => {
  const fields = (await fieldSettings.get(tenantId)).value;
  const { logo, website } = (await brands.get(tenantId)).value;
  const ids = [...imagesShownBy(designs), ...(logo === null ? [] : [logo])];
  const found = await images.getMany(tenantId, ids);
  const byId = new Map<string, DesignImage>(
    found.map(({ id, width, height }) => [id, { url: `${publicUrl}/images/${tenantId}/${id}`, width, height }]),
  );
  const weights = new Map(found.map(({ id, bytes }) => [id, bytes]));
  return {
    image: (id) => byId.get(id) ?? null,
    bytesOf: (id) => weights.get(id) ?? 0,
    logo,
    iconUrl: (icon) => `${publicUrl}${iconPath(icon)}`,
    typeOf: fieldTypesOf(fields),
    isField: openIsField(fields),
    ...(secretBox === undefined
      ? {}
      : { qrCodes: { website, url: (code) => `${publicUrl}${qrCodePath(secretBox, tenantId, code)}` } }),
  };
};
