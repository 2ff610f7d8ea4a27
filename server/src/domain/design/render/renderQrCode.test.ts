import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { column, composition, context, personWith, row } from '../../../../tests/support/designs/compositions.ts';
import { sanitizeSignature } from '../../signature/sanitizeSignature.ts';
import type { QrCodeBlock } from '../composition.ts';
import type { DesignPerson, DrawnQrCode } from '../designPerson.ts';
import { renderComposition } from './renderComposition.ts';

const code: QrCodeBlock = {
  ...{ id: 'q', kind: 'qrCode', condition: null, size: 140, color: '#1f1f1f', alt: { default: '' } },
  content: { kind: 'contact', fields: ['person.mail'], website: true },
};
const linkTo = (href: Extract<QrCodeBlock['content'], { kind: 'link' }>['href']): QrCodeBlock => ({
  ...code,
  content: { kind: 'link', href },
});
const ada = (other: Partial<DesignPerson> = {}) =>
  personWith({ 'person.displayName': 'Ada', 'person.mail': 'ada@linden.example' }, other);

const render = (block: QrCodeBlock, person: DesignPerson) => {
  const drawn: DrawnQrCode[] = [];
  const url = (each: DrawnQrCode): string => {
    drawn.push(each);
    return 'https://u.example/code';
  };
  const qrCodes = { website: 'https://linden.example/', url };
  const fillHtml = () => ({ html: '', text: '', ghosts: [] });
  return {
    ...renderComposition(composition(row(column(block))), person, { context: { ...context, qrCodes }, fillHtml }),
    drawn,
  };
};
const altOf = (html: string): string => /alt="([^"]*)"/.exec(html)?.[1] ?? '';

describe('a QR code in a signature', () => {
  test('is a picture as large as it was made, of the card of that person, and no line in plain text', () => {
    const { html, text, drawn } = render(code, ada());
    expect(html).toContain(
      '<img src="https://u.example/code" alt="QR code: contact details of Ada" width="140" height="140"',
    );
    expect(html).not.toContain('<a ');
    expect(text).toBe('');
    const content = { kind: 'contact', personId: 'p', fields: ['person.mail'], website: true };
    expect(drawn).toEqual([{ content, size: 140, color: '#1f1f1f', text: expect.stringContaining('EMAIL') }]);
    expect(drawn[0]?.text).toContain('URL:https://linden.example/');
  });

  test('says what it is in the language of its sender, or in the words of the design', () => {
    const altFor = (language: string, alt = code.alt) => altOf(render({ ...code, alt }, ada({ language })).html);
    expect(altFor('nl-be')).toBe('QR-code: contactgegevens van Ada');
    expect(altFor('de')).toBe('QR-Code: Kontaktdaten von Ada');
    expect(altFor('fr')).toBe('Code QR : coordonnées de Ada');
    expect(altFor('tlh')).toBe('QR code: contact details of Ada');
    expect(altFor('nl', { default: 'Card', byLanguage: { nl: 'Kaartje' } })).toBe('Kaartje');
  });

  test('with an address leads there by a click too, and in plain text', () => {
    const block = linkTo({ kind: 'url', url: 'https://linden.example/?a=1&b=2' });
    const { html, text, drawn } = render(block, ada());
    expect(html).toContain('<a href="https://linden.example/?a=1&amp;b=2" style="text-decoration:none"><img ');
    expect(altOf(html)).toBe('QR code: https://linden.example/?a=1&amp;b=2');
    expect(text).toBe('https://linden.example/?a=1&b=2');
    expect(drawn[0]).toMatchObject({ content: { kind: 'link' }, text: 'https://linden.example/?a=1&b=2' });
    expect(render({ ...block, alt: { default: 'Our site' } }, ada()).text).toBe(
      'Our site: https://linden.example/?a=1&b=2',
    );
    expect(render(linkTo({ kind: 'field', field: 'person.mail' }), ada()).text).toBe('mailto:ada@linden.example');
  });

  test('leaves no trace where there is no name, no address, or one with more than can be read', () => {
    const nothing = { html: '', text: '', drawn: [] };
    expect(render(code, personWith({}))).toMatchObject({ ...nothing, ghosts: [{ id: 'q', reason: 'blank' }, {}] });
    const blank = { id: 'q', reason: 'blank', fields: ['person.booking'] };
    expect(render(linkTo({ kind: 'field', field: 'person.booking' }), ada()).ghosts).toContainEqual(blank);
    for (const length of [200, 700]) {
      const url = `https://linden.example/${'x'.repeat(length)}`;
      const size = length === 200 ? 80 : 300;
      expect(render({ ...linkTo({ kind: 'url', url }), size }, ada())).toMatchObject(nothing);
    }
  });

  test('is what the sanitizer would leave of it, whatever people are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean(), (name, isLink) => {
        const block = isLink ? linkTo({ kind: 'field', field: 'person.mail' }) : code;
        const { html } = render(block, personWith({ 'person.displayName': name, 'person.mail': name }));
        expect(sanitizeSignature(html)).toBe(html);
      }),
    );
  });
});
