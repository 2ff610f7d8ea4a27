import type { Block, Composition, Part, PartStyle, Row } from '../composition.ts';
import type { Brand, MailDesign } from '../signature.ts';
import { column, field, label, line, numbered, row, said, separator, words } from './build.ts';

/** What the designs of the gallery have in common: lines in the colours of a brand. */
export interface Hand {
  readonly name: (style?: PartStyle) => Block;
  readonly role: () => Block;
  readonly company: (style?: PartStyle) => Block;
  /** Phone, mobile, mail and website, one under the other. */
  readonly contacts: () => readonly Block[];
  /** The same on as few lines as they fit on. */
  readonly contactLine: () => readonly Block[];
  readonly address: () => Block;
  readonly link: PartStyle;
  readonly quiet: PartStyle;
}

const phoneLabel = words('T ');
const mobileLabel = words('M ');

/** Grey that is seen on white and on black. */
export const hairline = '#b8b8b8';

export const handOf = ({ colors, website }: Brand): Hand => {
  const link: PartStyle = { color: colors.accent };
  const quiet: PartStyle = { color: colors.muted };
  const dot = separator(' · ', quiet);
  const site: readonly Part[] =
    website === '' ? [] : [{ kind: 'link', text: words(siteName(website)), href: website, style: link }];
  const phone = [label(phoneLabel, quiet), field('businessPhone')];
  const mobile = [label(mobileLabel, quiet), field('mobilePhone')];
  return {
    link,
    quiet,
    name: (style) => line([field('displayName')], { bold: true, fontSize: 16, color: colors.text, ...style }),
    role: () => line([field('jobTitle'), separator(' | '), field('department')], quiet),
    company: (style) => line([field('companyName')], { bold: true, color: colors.text, ...style }),
    contacts: () => [
      line(phone),
      line(mobile),
      line([field('mail', link)]),
      ...(site.length === 0 ? [] : [line(site)]),
    ],
    contactLine: () => [
      line([...phone, dot, ...mobile]),
      line([field('mail', link), ...(site.length === 0 ? [] : [dot, ...site])]),
    ],
    address: () => line([field('address')], quiet),
  };
};

/** A company's address as people say it. */
const siteName = (website: string): string => website.replace(/^https:\/\//, '').replace(/\/$/, '');

/** A composition in the brand's letters. */
export const composed = (brand: Brand, rows: readonly Row[], other: Partial<Composition> = {}): MailDesign => ({
  kind: 'composition',
  composition: numbered({
    base: { fontFamily: brand.fontFamily, fontSize: 13, lineHeight: 19, color: brand.colors.text },
    width: 560,
    direction: 'ltr',
    rows,
    ...other,
  }),
});

/** What most designs are in a reply: who, what, and how to call. */
export const shortOf = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  const [phones] = hand.contactLine();
  return composed(brand, [
    row([column([hand.name({ fontSize: 13 }), hand.role(), ...(phones === undefined ? [] : [phones])])]),
  ]);
};

export const saidIn = (style: PartStyle, usual: string, others?: Readonly<Record<string, string>>): Block =>
  line([said(words(usual, others))], style);
