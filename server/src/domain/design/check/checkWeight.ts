import type { Block } from '../composition.ts';
import { heaviestImages } from '../image.ts';
import { ownImagesIn } from '../render/ownImages.ts';
import type { MailDesign } from '../signature.ts';
import type { Finding } from './finding.ts';
import { blocksOf } from './piecesOf.ts';

interface WeighContext {
  /** Id of the image that is the logo of the brand. */
  readonly logo: string | null;
  readonly bytesOf: (imageId: string) => number;
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

/** A warning where the uploaded images of a mail weigh too much together. Those that not everybody gets count too. */
export const checkWeight = (mail: MailDesign, { logo, bytesOf }: WeighContext): readonly Finding[] => {
  const shown = mail.kind === 'html' ? ownImagesIn(mail.html) : blocksOf(mail.composition).flatMap(imagesIn(logo));
  const bytes = [...new Set(shown)].reduce((sum, id) => sum + bytesOf(id), 0);
  if (bytes <= heaviestImages) return [];
  const values = { size: kilobytes(bytes), limit: kilobytes(heaviestImages) };
  return [{ code: 'images-too-heavy', severity: 'warning', blockId: null, values }];
};

const imagesIn =
  (logo: string | null) =>
  (block: Block): readonly string[] => {
    if (block.kind === 'html') return ownImagesIn(block.html);
    if (block.kind === 'banner') return [block.imageId];
    if (block.kind !== 'image') return [];
    const { source } = block;
    if (source.kind === 'logo') return logo === null ? [] : [logo];
    return source.kind === 'upload' ? [source.imageId] : [];
  };
