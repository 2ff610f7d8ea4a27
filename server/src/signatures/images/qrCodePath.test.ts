import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DrawnQrCode } from '../../domain/design/designPerson.ts';
import { openSecretBox } from '../../identity/secrets/secretBox.ts';
import { askedQrCode, marked, qrCodePath, qrCodePurpose } from './qrCodePath.ts';
import { cardFields } from '../../contract/signatures/composition.ts';

const box = openSecretBox(new Uint8Array(32));
const [tenant, other] = ['1', '2'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`) as [
  string,
  string,
];
const anyContent: fc.Arbitrary<DrawnQrCode['content']> = fc.oneof(
  fc.constant({ kind: 'link' } as const),
  fc.record({
    kind: fc.constant('contact' as const),
    personId: fc.constantFrom(tenant, other),
    fields: fc.shuffledSubarray([...cardFields]),
    website: fc.boolean(),
  }),
);
const anyCode = fc.record({
  content: anyContent,
  text: fc.webUrl(),
  size: fc.integer({ min: 80, max: 300 }),
  color: fc.stringMatching(/^#[0-9a-f]{6}$/),
});

describe('the address of a QR code', () => {
  test('tells all that is needed to draw it again and prove that it was asked for, and nothing of a card', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const address = qrCodePath(box, tenant, code);
        const asked = askedQrCode(address);
        expect(asked).toMatchObject({ tenantId: tenant, size: code.size, color: code.color });
        const content = asked?.content ?? code.content;
        expect(asked?.text).toBe(code.content.kind === 'link' ? code.text : null);
        if (code.content.kind === 'contact')
          expect(content).toMatchObject({ ...code.content, fields: expect.anything() });
        expect(box.isMark(qrCodePurpose, marked(tenant, { ...code, content }), asked?.mark ?? '')).toBe(true);
      }),
    );
  });

  test('is another one for another tenant, person, choice, text, size or colour, and for another installation', () => {
    const content = { kind: 'contact', personId: tenant, fields: ['person.mail'], website: false } as const;
    const code: DrawnQrCode = { content, text: 'card', size: 140, color: '#000000' };
    const marks = [
      qrCodePath(box, tenant, code),
      qrCodePath(box, other, code),
      qrCodePath(openSecretBox(new Uint8Array(32).fill(1)), tenant, code),
      ...[
        { content: { ...content, personId: other } },
        { content: { ...content, fields: [] } },
        { content: { ...content, website: true } },
        { content: { kind: 'link' } as const },
        { text: 'cards' },
        { size: 141 },
        { color: '#000001' },
      ].map((change) => qrCodePath(box, tenant, { ...code, ...change })),
    ].map((address) => askedQrCode(address)?.mark);
    expect(new Set(marks).size).toBe(10);
    expect(marks).not.toContain(undefined);
  });

  test('has one spelling, and nothing else is taken for one', () => {
    const mark = 'x'.repeat(22);
    const look = '000000-140';
    expect(askedQrCode(`/images/${tenant}/codes/${other}/${mark}/tcew-${look}`)).not.toBeNull();
    for (const wrong of [
      `/images/${tenant}/codes/${other}/${mark}/ct-${look}`,
      `/images/${tenant}/codes/${other}/${mark}/tt-${look}`,
      `/images/${tenant}/codes/${other}/${mark}/z-${look}`,
      `/images/${tenant}/codes/${other}/${mark}/wt-${look}`,
      `/images/${tenant}/codes/${other}/${mark}x/t-${look}`,
      `/images/${tenant}/codes/${other}/${mark}/t-000000-79`,
      `/images/${tenant}/codes/${other}/${mark}/t-000000-301`,
      `/images/${tenant}/codes/somebody/${mark}/t-${look}`,
      `/images/${tenant}/photos/${other}/${mark}/t-${look}`,
    ])
      expect(askedQrCode(wrong)).toBeNull();
  });
});
