import type { BannerBlock, Row } from '../../domain/design/composition.ts';
import { button, column, picture, row, separator, field, line, words } from '../../domain/design/gallery/build.ts';
import { composed, handOf, shortOf } from '../../domain/design/gallery/lines.ts';
import { usualFields, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import type { Brand, MailDesign, SignatureDesign } from '../../domain/design/signature.ts';

/** Hashes of the demo's images, as the image store names them. */
export interface DemoImages {
  readonly logo: string;
  readonly banner: string;
}

/** Local days, both included, on which the demo's banner is shown. */
export interface Season {
  readonly from: string;
  readonly until: string;
  readonly timeZone: string;
}

/** What the made-up company looks like. */
export const demoBrand = ({ logo }: DemoImages): Brand => ({
  logo,
  colors: { accent: '#2f7d5b', text: '#1f1f1f', muted: '#5c5c5c' },
  fontFamily: 'Segoe UI, Arial, sans-serif',
  website: 'https://www.lindenhof.example',
});

/** What the made-up company keeps in an attribute of its own. */
export const demoFields: FieldSettings = {
  ...usualFields,
  directory: [{ attribute: 'extensionAttribute1', labels: { en: 'Pronouns', nl: 'Voornaamwoorden' }, type: 'text' }],
};

const shortOnAnswers = (newMail: MailDesign, brand: Brand): SignatureDesign => ({
  newMail,
  reply: shortOf(brand),
  forward: { kind: 'sameAsReply' },
  images: 'hosted',
});

/** The logo beside who and how. */
export const companyDesign = (brand: Brand): SignatureDesign => shortOnAnswers(composed(brand, [card(brand)]), brand);

/** The same with a way to meet, and a banner while its season lasts. */
export const salesDesign = (brand: Brand, banner: string, season: Season): SignatureDesign => {
  const meet = button(
    words('Plan a call', { nl: 'Plan een gesprek' }),
    'https://www.lindenhof.example/meet',
    brand.colors.accent,
  );
  const openDay: BannerBlock = {
    id: '',
    kind: 'banner',
    condition: null,
    imageId: banner,
    width: 480,
    alt: words('Lindenhof open day: be our guest in Amsterdam', { nl: 'Open huis bij Lindenhof in Amsterdam' }),
    href: 'https://www.lindenhof.example/open-day',
    ...season,
  };
  const rows: readonly Row[] = [card(brand), row([column([meet])], 12), row([column([openDay])], 14)];
  return shortOnAnswers(composed(brand, rows), brand);
};

const card = (brand: Brand): Row => {
  const hand = handOf(brand);
  const logo = picture({ source: { kind: 'logo' }, width: 140, alt: words('Lindenhof Group'), href: brand.website });
  const where = line([field('officeLocation'), separator(' · '), field('address')], hand.quiet);
  return row([
    column([logo], { verticalAlign: 'middle', padding: 16 }),
    column([hand.name(), hand.role(), ...hand.contactLine(), where], {
      verticalAlign: 'middle',
      border: { color: brand.colors.accent, thickness: 2 },
    }),
  ]);
};
