import { describe, expect, test } from '@jest/globals';
import { context, personWith } from '../../../../tests/support/designs/compositions.ts';
import type { QrCodeBlock } from '../composition.ts';
import { checkCard, checkQrCode } from './checkQrCode.ts';

const code: QrCodeBlock = {
  ...{ id: 'q', kind: 'qrCode', condition: null, size: 140, color: '#1f1f1f', alt: { default: '' } },
  content: { kind: 'contact', fields: ['person.jobTitle', 'person.address'], website: true },
};
const linkTo = (length: number): QrCodeBlock => ({
  ...code,
  content: { kind: 'link', href: { kind: 'url', url: 'https://u.example/'.padEnd(length, 'x') } },
});
const found = (block: QrCodeBlock, width = 600) =>
  checkQrCode(block, width).map(({ code: name, severity, values }) => [name, severity, values]);

describe('the check of a QR code', () => {
  test('lets pass one that is dark enough, needs no words of its own, and says that it is wider than the signature', () => {
    expect(found(code)).toEqual([]);
    expect(found({ ...code, size: 300 }, 280)).toEqual([
      ['wider-than-signature', 'warning', { width: 300, limit: 280 }],
    ]);
  });

  test('keeps one back that is too pale to be read on its white', () => {
    expect(found({ ...code, color: '#767676' })).toEqual([]);
    expect(found({ ...code, color: '#8a8a8a' })).toEqual([
      ['qr-low-contrast', 'error', { color: '#8a8a8a', contrast: 3.5 }],
    ]);
  });

  test('keeps one back whose address is too long for its size, or for any', () => {
    expect(found(linkTo(300))).toEqual([]);
    expect(found({ ...linkTo(300), size: 80 })).toEqual([['qr-link-too-long', 'error', { size: 80, length: 300 }]]);
    expect(found({ ...linkTo(601), size: 300 })).toEqual([['qr-link-too-long', 'error', { size: 300, length: 601 }]]);
  });

  test('tells for whom a part of the card has no room, where the code is shown', () => {
    const person = personWith({ 'person.displayName': 'Ada', 'person.jobTitle': 'x'.repeat(700) });
    const shortened = [{ code: 'qr-shortened', severity: 'warning', blockId: 'q', values: { size: 140 } }];
    const qrCodes = { website: `https://u.example/${'x'.repeat(700)}`, url: () => '' };
    const withBrand = { ...context, qrCodes };
    const short = personWith({ 'person.displayName': 'Ada' });
    expect(checkCard(code, { person, context })).toEqual(shortened);
    expect(checkCard(code, { person: short, context })).toEqual([]);
    expect(checkCard(code, { person: short, context: withBrand })).toEqual(shortened);
    expect(checkCard(linkTo(300), { person, context })).toEqual([]);
    const never = { match: 'all', tests: [{ kind: 'language', is: 'is', value: 'tlh' }] } as const;
    expect(checkCard({ ...code, condition: never }, { person, context })).toEqual([]);
  });
});
