import { createHash } from 'node:crypto';
import { heaviestImages, type StoredImage } from '../../domain/design/image.ts';
import { readImageFile, type ImageDesk, type ImageFile } from './readImageFile.ts';
import type { RenderDesk } from '../signatureDesk.ts';

export type AttachDesk = RenderDesk & ImageDesk;

/** An image that travels within the mail. */
export interface MailPart {
  /** File name of the attachment, and what stands behind `cid:`. Same content, same name. */
  readonly name: string;
  readonly contentType: StoredImage['contentType'];
  readonly bytes: number;
  /** Base64. */
  readonly content: string;
}

export interface AttachedHtml {
  readonly html: string;
  readonly parts: MailPart[];
}

/** As sanitising leaves it. */
const source = / src="([^"]{1,1000})"/g;

/** The HTML of a signature with `cid:` for the images that this server has, in the order in which they stand there. */
export const attachImages = async (desk: AttachDesk, tenantId: string, html: string): Promise<AttachedHtml> => {
  const named = new Map<string, MailPart>();
  let bytes = 0;
  for (const address of new Set([...html.matchAll(source)].map(([, found = '']) => found))) {
    const file = await readOwn(desk, tenantId, address);
    if (file === null || bytes + file.content.length > heaviestImages) continue;
    bytes += file.content.length;
    named.set(address, partOf(file));
  }
  const attached = html.replace(source, (whole, address: string) => {
    const part = named.get(address);
    return part === undefined ? whole : ` src="cid:${part.name}"`;
  });
  return { html: attached, parts: [...new Map([...named.values()].map((part) => [part.name, part])).values()] };
};

/** Only what this tenant shows anyway. */
const readOwn = async (desk: AttachDesk, tenantId: string, address: string): Promise<ImageFile | null> => {
  const path = address.startsWith(`${desk.publicUrl}/`) ? address.slice(desk.publicUrl.length) : '';
  const isOwn = path.startsWith(`/images/${tenantId}/`) || path.startsWith('/images/icons/');
  return isOwn ? readImageFile(desk, path) : null;
};

const partOf = ({ contentType, content }: ImageFile): MailPart => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 20);
  const name = `${hash}.${contentType.slice('image/'.length)}`;
  return { name, contentType, bytes: content.length, content: content.toString('base64') };
};
