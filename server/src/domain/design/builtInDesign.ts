import type { Composition, Part } from './composition.ts';
import { column, field, label, line, numbered, row, separator, words } from './gallery/build.ts';
import type { SignatureDesign } from './signature.ts';

const blue = '#0f6cbd';
const link = { color: blue };

const phones: readonly (readonly Part[])[] = [
  [label(words('T ')), field('businessPhone', link)],
  [label(words('M ')), field('mobilePhone', link)],
];

const beside = (lines: readonly (readonly Part[])[]): Composition =>
  numbered({
    base: { fontFamily: 'Segoe UI, Arial, sans-serif', fontSize: 13, lineHeight: 20, color: '#444444' },
    width: 600,
    direction: 'ltr',
    rows: [
      row([
        column(
          [
            line([field('displayName')], { bold: true, fontSize: 16, color: '#1f1f1f' }),
            line([field('jobTitle'), separator(' | '), field('department')]),
            ...lines.map((parts) => line(parts)),
          ],
          { border: { color: blue, thickness: 3 }, padding: 12 },
        ),
      ]),
    ],
  });

/** The signature everybody has until an admin assigns another: full on new mail, short on replies and forwards. */
export const builtInDesign: SignatureDesign = {
  newMail: {
    kind: 'composition',
    composition: beside([[field('companyName', { bold: true })], ...phones, [field('mail', link)], [field('address')]]),
  },
  reply: { kind: 'composition', composition: beside(phones) },
  forward: { kind: 'sameAsReply' },
  images: 'hosted',
};
