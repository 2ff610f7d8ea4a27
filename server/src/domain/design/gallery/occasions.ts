import type { Brand, MailDesign } from '../signature.ts';
import { button, column, divider, field, label, legal, line, row, spacer, words } from './build.ts';
import { composed, hairline, handOf, saidIn } from './lines.ts';

const confidential = words(
  'This message is meant for the person it is addressed to. If it reached you by mistake, please tell us and delete it.',
  {
    nl: 'Dit bericht is bedoeld voor degene aan wie het is gericht. Hebt u het per vergissing gekregen? Laat het ons weten en verwijder het.',
    de: 'Diese Nachricht ist für die Person bestimmt, an die sie gerichtet ist. Falls Sie sie irrtümlich erhalten haben, sagen Sie uns bitte Bescheid und löschen Sie sie.',
    fr: 'Ce message est destiné à la personne à laquelle il est adressé. Si vous l’avez reçu par erreur, merci de nous le signaler et de le supprimer.',
  },
);

const address = (website: string): string => (website === '' ? 'https://www.example.com/' : website);

/** A message between two lines, in the place where an image may go. */
export const banner = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  const { accent, text } = brand.colors;
  return composed(brand, [
    row([column([hand.name(), hand.role(), ...hand.contactLine()])]),
    row([column([divider(accent, { thickness: 3 })])], 14),
    row(
      [
        column([
          saidIn({ bold: true, fontSize: 18, color: text }, 'Good news, in one line', {
            nl: 'Goed nieuws, in één regel',
          }),
          line([
            {
              kind: 'link',
              text: words('Read more →', { nl: 'Lees verder →', de: 'Mehr lesen →', fr: 'En savoir plus →' }),
              href: address(brand.website),
              style: { ...hand.link, bold: true },
            },
          ]),
        ]),
      ],
      10,
    ),
    row([column([divider(hairline)])], 10),
  ]);
};

/** An invitation with a button. */
export const event = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  const invitation = words('Book a meeting', {
    nl: 'Maak een afspraak',
    de: 'Termin vereinbaren',
    fr: 'Prendre rendez-vous',
  });
  return composed(brand, [
    row([
      column([hand.name(), hand.role(), hand.company(), ...hand.contactLine()], {
        verticalAlign: 'middle',
        padding: 16,
      }),
      column(
        [
          saidIn({ bold: true }, 'Meet us at our stand', {
            nl: 'Kom langs op onze stand',
            de: 'Besuchen Sie uns am Stand',
            fr: 'Retrouvez-nous sur notre stand',
          }),
          saidIn({ ...hand.quiet }, 'Hall 4, 12–14 May', {
            nl: 'Hal 4, 12–14 mei',
            de: 'Halle 4, 12.–14. Mai',
            fr: 'Hall 4, 12–14 mai',
          }),
          spacer(6),
          button(invitation, address(brand.website), brand.colors.accent),
        ],
        { border: { color: hairline, thickness: 1 }, verticalAlign: 'middle' },
      ),
    ]),
  ]);
};

/** With the company's small print under a thin line. */
export const legalFooter = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  return composed(brand, [
    row([column([hand.name(), hand.role()])]),
    row([column([hand.company(), ...hand.contactLine(), hand.address()])], 8),
    row([column([divider(hairline)])], 12),
    row([column([legal(confidential, { fontSize: 11, color: brand.colors.muted })])], 8),
  ]);
};

/** Labels and small print in the language of the sender, and in English below where that is another. */
export const bilingual = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  const { quiet, link } = hand;
  const small = { fontSize: 11, color: brand.colors.muted };
  const english = row([column([legal(words(confidential.default), { ...small, italic: true })])], 6);
  return composed(brand, [
    row([column([hand.name(), hand.role(), hand.company()])]),
    row(
      [
        column([
          line([
            label(words('Phone ', { nl: 'Telefoon ', de: 'Telefon ', fr: 'Téléphone ' }), quiet),
            field('businessPhone'),
          ]),
          line([
            label(words('Mobile ', { nl: 'Mobiel ', de: 'Mobil ', fr: 'Portable ' }), quiet),
            field('mobilePhone'),
          ]),
          line([label(words('E-mail ', { fr: 'Courriel ' }), quiet), field('mail', link)]),
        ]),
      ],
      8,
    ),
    row([column([legal(confidential, small)])], 12),
    {
      ...english,
      condition: { match: 'any', tests: ['nl', 'de', 'fr'].map((value) => ({ kind: 'language', is: 'is', value })) },
    },
  ]);
};

/** For Hebrew, Arabic and Persian: from right to left, numbers and addresses in their own order. */
export const rightToLeft = (brand: Brand): MailDesign => {
  const hand = handOf(brand);
  const labelled = ({ name, ...labels }: Labels) =>
    line([label(words(labels.he, labels), hand.quiet), field(name, name === 'mail' ? hand.link : {})]);
  const blocks = [
    hand.name(),
    hand.role(),
    hand.company(),
    labelled({ name: 'businessPhone', he: 'טלפון ', ar: 'هاتف ', fa: 'تلفن ' }),
    labelled({ name: 'mobilePhone', he: 'נייד ', ar: 'جوال ', fa: 'همراه ' }),
    labelled({ name: 'mail', he: 'דוא״ל ', ar: 'بريد ', fa: 'ایمیل ' }),
  ];
  return composed(
    brand,
    [row([column(blocks, { border: { color: brand.colors.accent, thickness: 3 }, padding: 14 })])],
    {
      direction: 'rtl',
    },
  );
};

interface Labels {
  readonly name: string;
  readonly he: string;
  readonly ar: string;
  readonly fa: string;
}
