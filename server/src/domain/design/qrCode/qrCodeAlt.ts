import type { LocalizedText } from '../composition.ts';
import { inLanguage } from '../inLanguage.ts';

const ofContact: LocalizedText = {
  default: 'QR code: contact details of {what}',
  byLanguage: {
    nl: 'QR-code: contactgegevens van {what}',
    de: 'QR-Code: Kontaktdaten von {what}',
    fr: 'Code QR : coordonnées de {what}',
  },
};

const ofLink: LocalizedText = {
  default: 'QR code: {what}',
  byLanguage: { nl: 'QR-code: {what}', de: 'QR-Code: {what}', fr: 'Code QR : {what}' },
};

/** What is said to those who do not see a code, in their sender's language: whose card it is, or where it leads. */
export const qrCodeAlt = (kind: 'contact' | 'link', what: string, language: string): string =>
  inLanguage(kind === 'contact' ? ofContact : ofLink, language).replace('{what}', () => what);
