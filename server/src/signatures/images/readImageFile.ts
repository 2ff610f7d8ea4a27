import { isSocialNetwork } from '../../domain/design/socialNetworks.ts';
import type { StoredImage } from '../../domain/design/image.ts';
import { readPhotoCut } from './readPhotoCut.ts';
import { readQrCode, type QrCodeDesk } from './readQrCode.ts';

export interface ImageFile {
  readonly contentType: StoredImage['contentType'];
  readonly content: Buffer;
}

export type ImageDesk = QrCodeDesk;

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const upload = new RegExp(`^/images/(${guid})/([0-9a-f]{64})$`);
const photo = new RegExp(
  `^/images/(${guid})/photos/(${guid})/([\\w-]{8,128})/` +
    '(square|round)-(16|32|48|64|80|96|112|128|144|160|176|192|208|224|240)$',
);
const icon = /^\/images\/icons\/([a-z]{1,12})-([0-9a-f]{6})-(\d{2})\.png$/;

/** What stands at an address of an image of a signature, below the address of this server; null: nothing, or no more. */
export const readImageFile = async (desk: ImageDesk, path: string): Promise<ImageFile | null> =>
  (await readUpload(desk, path)) ??
  (await readPhoto(desk, path)) ??
  (await readQrCode(desk, path)) ??
  (await readIcon(desk, path));

const readUpload = async ({ repositories: { images } }: ImageDesk, path: string): Promise<ImageFile | null> => {
  const [, tenantId, id] = upload.exec(path) ?? [];
  if (tenantId === undefined || id === undefined) return null;
  const [image, content] = await Promise.all([images.get(tenantId, id), images.content(tenantId, id)]);
  return image === null || content === null ? null : { contentType: image.contentType, content };
};

const readPhoto = async (desk: ImageDesk, path: string): Promise<ImageFile | null> => {
  const [whole, tenantId = '', teammateId = '', hash = '', shape, pixels] = photo.exec(path) ?? [];
  if (whole === undefined) return null;
  const cut = shape === 'round' ? 'round' : 'square';
  return readPhotoCut(desk, { tenantId, teammateId, hash, shape: cut, pixels: Number(pixels) });
};

const readIcon = async ({ imageEncoder }: ImageDesk, path: string): Promise<ImageFile | null> => {
  const [, network = '', color = '', pixels] = icon.exec(path) ?? [];
  if (!isSocialNetwork(network)) return null;
  return imageEncoder.drawIcon({ network, color: `#${color}`, pixels: Number(pixels) });
};
