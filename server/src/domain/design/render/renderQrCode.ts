import type { QrCodeBlock } from '../composition.ts';
import { inLanguage } from '../inLanguage.ts';
import { isBlank } from '../../text/isBlank.ts';
import { fieldOf } from './addressOf.ts';
import { asText, element } from './markup.ts';
import { blank, shown, type Outcome } from './piece.ts';
import { pictureTag } from './pictureTag.ts';
import { qrCodeOf } from './qrCodeOf.ts';
import type { Eye } from './renderParts.ts';

/**
 * A code leads by a click to where it leads by a telephone, for whoever reads the mail on one. In plain text stands that
 * address alone: a card is in the other lines.
 */
export const renderQrCode = (block: QrCodeBlock, eye: Eye): Outcome => {
  const { id, size, content } = block;
  const code = qrCodeOf(block, eye);
  if (code === null) return blank(id, content.kind === 'link' ? fieldOf(content.href) : []);
  const { url, href } = code;
  const own = inLanguage(block.alt, eye.person.language).trim();
  const picture = pictureTag({ url, alt: isBlank(own) ? code.alt : own, width: size, height: size });
  if (href === null) return shown(picture, []);
  const words = isBlank(own) ? href : `${asText(own, eye.direction)}: ${href}`;
  return shown(element('a', { href, style: 'text-decoration:none' }, picture), [words]);
};
