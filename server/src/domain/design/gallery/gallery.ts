import type { Brand, MailDesign, SignatureDesign } from '../signature.ts';
import { banner, bilingual, event, legalFooter, rightToLeft } from './occasions.ts';
import { compact, logoLeft, logoTop, oneColumn, photo, plain, threeColumns, twoColumns, bar } from './layouts.ts';
import { shortOf } from './lines.ts';

export interface GalleryDesign {
  /** Stable; the pane names it in the reader's language. */
  readonly key: string;
  readonly design: SignatureDesign;
}

const designs: readonly (readonly [string, (brand: Brand) => MailDesign])[] = [
  ['bar', bar],
  ['oneColumn', oneColumn],
  ['twoColumns', twoColumns],
  ['threeColumns', threeColumns],
  ['photo', photo],
  ['logoLeft', logoLeft],
  ['logoTop', logoTop],
  ['banner', banner],
  ['event', event],
  ['legal', legalFooter],
  ['bilingual', bilingual],
  ['plain', plain],
];

/** Whole signatures to start from, in a tenant's colours, letters and logo. The same brand gives the same designs. */
export const gallery = (brand: Brand): readonly GalleryDesign[] => [
  ...designs.map(([key, make]) => ({ key, design: designOf(make(brand), shortOf(brand)) })),
  { key: 'compact', design: designOf(compact(brand), null) },
  { key: 'rightToLeft', design: designOf(rightToLeft(brand), null) },
];

/** Full on new mail, short on answers; null: the same on all. */
const designOf = (newMail: MailDesign, reply: MailDesign | null): SignatureDesign => ({
  newMail,
  reply: reply ?? { kind: 'sameAsNew' },
  forward: { kind: 'sameAsReply' },
  images: 'hosted',
});
