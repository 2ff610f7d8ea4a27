import type { QrCodeBlock } from '../composition.ts';
import { contactCode } from '../qrCode/contactCode.ts';
import { linkCode } from '../qrCode/linkCode.ts';
import { qrCodeAlt } from '../qrCode/qrCodeAlt.ts';
import { addressOf } from './addressOf.ts';
import type { Eye } from './renderParts.ts';

/** A code for one person. */
export interface QrCodePicture {
  readonly url: string;
  /** What is said of it where the design says nothing. */
  readonly alt: string;
  /** Where it leads; null: to a card. */
  readonly href: string | null;
}

/** Null where there is nothing to put into it, or no room for it. */
export const qrCodeOf = (
  { content, size, color }: QrCodeBlock,
  { person, context }: Pick<Eye, 'person' | 'context'>,
): QrCodePicture | null => {
  const { qrCodes } = context;
  if (qrCodes === undefined) return null;
  if (content.kind === 'link') {
    const href = addressOf(content.href, { person, context });
    if (href === null || linkCode(href, size) === null) return null;
    const url = qrCodes.url({ content: { kind: 'link' }, text: href, size, color });
    return { url, href, alt: qrCodeAlt('link', href, person.language) };
  }
  const { fields } = content;
  const website = content.website ? qrCodes.website : '';
  const found = contactCode({ fields, website, size }, person);
  if (found === null) return null;
  const drawn = { kind: 'contact', personId: person.id, fields, website: content.website } as const;
  const url = qrCodes.url({ content: drawn, text: found.code.text, size, color });
  return { url, href: null, alt: qrCodeAlt('contact', found.name, person.language) };
};
