import type { Block, Column } from '../composition.ts';
import type { Brand, MailDesign } from '../signature.ts';
import { column, divider, field, line, picture, row, separator, spacer, words } from './build.ts';
import { composed, hairline, handOf } from './lines.ts';

const hair = { color: hairline, thickness: 1 };

const logo = (width: number, { website }: Brand): Block =>
  picture({ source: { kind: 'logo' }, width, alt: words('Logo'), href: website === '' ? null : website });

/** Everything beside a bar in the accent colour. */
export const bar = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  const blocks = [hand.name(), hand.role(), hand.company(), spacer(6), ...hand.contacts(), hand.address()];
  return composed(brand, [
    row([column(blocks, { border: { color: brand.colors.accent, thickness: 3 }, padding: 14 })]),
  ]);
};

/** One under the other, with a short line in the accent colour between who and how. */
export const oneColumn = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  return composed(brand, [
    row([column([hand.name({ fontSize: 18, color: brand.colors.accent }), hand.role()])]),
    row([column([divider(brand.colors.accent, { thickness: 2, width: 48 })])], 8),
    row([column([hand.company(), ...hand.contactLine(), hand.address()])], 8),
  ]);
};

/** Who on the left, how on the right of a thin line. */
export const twoColumns = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  return composed(brand, [
    row([
      column([hand.name(), hand.role(), hand.company({ color: brand.colors.accent })], {
        verticalAlign: 'middle',
        padding: 16,
      }),
      column([...hand.contacts()], { border: hair, verticalAlign: 'middle' }),
    ]),
  ]);
};

/** Logo, who, how. */
export const threeColumns = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  const middle: Partial<Column> = { verticalAlign: 'middle', padding: 16 };
  return composed(brand, [
    row([
      column([logo(88, brand)], middle),
      column([hand.name(), hand.role(), hand.company()], middle),
      column([...hand.contacts()], { ...middle, border: hair }),
    ]),
  ]);
};

/** A round photo beside everything. */
export const photo = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  const portrait = picture({
    source: { kind: 'photo', of: 'person' },
    width: 84,
    height: 84,
    alt: words('Photo', { nl: 'Foto', de: 'Foto' }),
    shape: 'round',
  });
  return composed(brand, [
    row([
      column([portrait], { verticalAlign: 'middle', padding: 16 }),
      column([hand.name(), hand.role(), hand.company(), spacer(4), ...hand.contactLine()], {
        verticalAlign: 'middle',
      }),
    ]),
  ]);
};

/** The logo on the left of a line in the accent colour. */
export const logoLeft = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  return composed(brand, [
    row([
      column([logo(110, brand)], { verticalAlign: 'middle', padding: 16 }),
      column([hand.name(), hand.role(), spacer(6), ...hand.contactLine(), hand.address()], {
        verticalAlign: 'middle',
        border: { color: brand.colors.accent, thickness: 2 },
      }),
    ]),
  ]);
};

/** The logo above, as on a letter. */
export const logoTop = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  return composed(brand, [
    row([column([logo(140, brand)])]),
    row([column([divider(hairline)])], 10),
    row([column([hand.name(), hand.role()])], 10),
    row([column([...hand.contactLine(), hand.address()])], 6),
  ]);
};

/** Letters alone. */
export const plain = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  return composed(brand, [
    row([
      column([
        line([field('displayName')], { bold: true }),
        line([field('jobTitle'), separator(', '), field('companyName')]),
        ...hand.contactLine(),
      ]),
    ]),
  ]);
};

/** Two lines, on new mail and on answers. */
export const compact = (brand: Brand): MailDesign => {
  const { link, quiet } = handOf(brand);
  const bold = { bold: true };
  return composed(brand, [
    row([
      column([
        line([
          field('displayName', bold),
          separator(' · ', quiet),
          field('jobTitle', quiet),
          separator(' · ', quiet),
          field('companyName', quiet),
        ]),
        line([
          field('businessPhone'),
          separator(' · ', quiet),
          field('mobilePhone'),
          separator(' · ', quiet),
          field('mail', link),
        ]),
      ]),
    ]),
  ]);
};
