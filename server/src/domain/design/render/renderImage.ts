import type { BannerBlock, ImageBlock } from '../composition.ts';
import { inLanguage } from '../inLanguage.ts';
import type { DesignImage } from '../designPerson.ts';
import { isBlank } from '../../text/isBlank.ts';
import { asText, element } from './markup.ts';
import { pictureTag } from './pictureTag.ts';
import { blank, shown, type Outcome } from './piece.ts';
import type { Eye } from './renderParts.ts';

/** An image of the design, a photo, the logo, or a banner on one of its days. Left out where there is none. */
export const renderImage = (block: ImageBlock | BannerBlock, eye: Eye): Outcome => {
  if (block.kind === 'banner' && !isOn(block, eye.person.today.date(block.timeZone)))
    return { ghost: { id: block.id, reason: 'date', fields: [] } };
  const source = sourceOf(block, eye);
  if (source === null) return blank(block.id);
  const alt = inLanguage(block.alt, eye.person.language).trim();
  const height = heightOf(block, source);
  const image = pictureTag({ url: source.url, alt, width: block.width, height });
  const html = block.href === null ? image : element('a', { href: block.href, style: 'text-decoration:none' }, image);
  const isSign = block.kind === 'image' && block.source.kind !== 'upload';
  return shown(html, isSign ? [] : textOf(alt, block.href, eye.direction));
};

const isOn = ({ from, until }: BannerBlock, today: string): boolean =>
  (from === null || from <= today) && (until === null || today <= until);

type Source = Pick<DesignImage, 'url'> & Partial<DesignImage>;

const sourceOf = (block: ImageBlock | BannerBlock, { person, context }: Eye): Source | null => {
  if (block.kind === 'banner') return context.image(block.imageId);
  const { source, shape, width, height } = block;
  switch (source.kind) {
    case 'upload':
      return context.image(source.imageId);
    case 'logo':
      return context.logo === null ? null : context.image(context.logo);
    case 'photo': {
      const pixels = Math.max(width, height ?? 0) * 2;
      const url = person.photoUrl({ of: source.of, shape, pixels });
      return url === null ? null : { url, width: 1, height: 1 };
    }
  }
};

/** Outlook needs it said; by the image's proportions where the design does not. */
const heightOf = (block: ImageBlock | BannerBlock, { width, height }: Source): number | null => {
  if (block.kind === 'image' && block.height !== null) return block.height;
  return width === undefined || height === undefined ? null : Math.max(1, Math.round((block.width * height) / width));
};

/** What a reader of plain text misses: only what leads somewhere, and neither logos nor photos. */
const textOf = (alt: string, href: string | null, direction: Eye['direction']): readonly string[] => {
  if (href === null) return [];
  return [isBlank(alt) ? href : `${asText(alt, direction)}: ${href}`];
};
