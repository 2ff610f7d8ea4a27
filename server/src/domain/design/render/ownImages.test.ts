import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { sanitizeSignature } from '../../signature/sanitizeSignature.ts';
import { ownImagesIn, withOwnImages } from './ownImages.ts';

const id = fc.stringMatching(/^[0-9a-f]{64}$/);

describe('an uploaded image in HTML', () => {
  test('has the address it is to be had at, and leaves no trace where it is gone', () => {
    fc.assert(
      fc.property(id, id, (kept, gone) => {
        fc.pre(kept !== gone);
        const html = sanitizeSignature(`<p>a<img src="cid:${kept}" alt="Logo" width="80"><img src="cid:${gone}">b</p>`);
        expect(ownImagesIn(html)).toEqual([kept, gone]);
        const url = `https://u.example/images/t/${kept}`;
        const shown = withOwnImages(html, (each) => (each === kept ? { url, width: 160, height: 40 } : null));
        expect(shown).toBe(`<p>a<img src="${url}" alt="Logo" width="80" />b</p>`);
      }),
    );
  });

  test('is none where something else is named', () => {
    const html = '<img src="https://www.example.com/a.png" /><img src="cid:logo@01" />';
    expect(ownImagesIn(html)).toEqual([]);
    expect(withOwnImages(html, () => null)).toBe(html);
  });
});
