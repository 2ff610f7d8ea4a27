import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { openSecretBox } from './secretBox.ts';

describe('sealed texts', () => {
  const box = openSecretBox(randomBytes(32));

  test('open to what was sealed, and look different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(box.open('state', box.seal('state', text))).toBe(text);
        expect(box.seal('state', text)).not.toBe(box.seal('state', text));
      }),
    );
  });

  test('do not open for another purpose, with another key, or when a single bit was changed', () => {
    const sealed = box.seal('state', 'secret');
    expect(box.open('cookie', sealed)).toBeNull();
    expect(openSecretBox(randomBytes(32)).open('state', sealed)).toBeNull();
    const bytes = Buffer.from(sealed, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(box.open('state', changed.toString('base64url'))).toBeNull();
    }
  });

  test('made with an earlier key still open, and are renewed so that the earlier key can go', () => {
    const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const sealed = openSecretBox(first).seal('state', 'secret');
    const rotated = openSecretBox(third, [second, first]);
    expect(rotated.open('state', sealed)).toBe('secret');
    expect(rotated.open('cookie', sealed)).toBeNull();
    const renewed = rotated.renew('state', sealed) ?? '';
    expect(openSecretBox(third).open('state', renewed)).toBe('secret');
    expect(rotated.renew('state', renewed)).toBeNull();
    expect(rotated.renew('cookie', sealed)).toBeNull();
    expect(openSecretBox(third, [second]).renew('state', sealed)).toBeNull();
  });

  test('rubbish does not open', () => {
    for (const text of ['', 'x', 'AAAA', box.seal('state', 'x').slice(0, 30)])
      expect(box.open('state', text)).toBeNull();
  });
});

describe('marks', () => {
  test('are the same for the same text and tell nothing of it, and of nobody else, for nothing else, nor for another text', () => {
    const [key, other] = [randomBytes(32), randomBytes(32)];
    const box = openSecretBox(key);
    const mark = box.mark('code', 'text');
    expect(mark).toMatch(/^[\w-]{22}$/);
    expect(openSecretBox(key).mark('code', 'text')).toBe(mark);
    expect(box.isMark('code', 'text', mark)).toBe(true);
    expect(box.isMark('cookie', 'text', mark)).toBe(false);
    expect(box.isMark('code', 'texts', mark)).toBe(false);
    expect(openSecretBox(other).isMark('code', 'text', mark)).toBe(false);
    for (const wrong of ['', mark.slice(1), `${mark}x`, 'é'.repeat(22)])
      expect(box.isMark('code', 'text', wrong)).toBe(false);
  });

  test('made with an earlier key still hold', () => {
    const [first, second] = [randomBytes(32), randomBytes(32)];
    const mark = openSecretBox(first).mark('code', 'text');
    const rotated = openSecretBox(second, [first]);
    expect(rotated.isMark('code', 'text', mark)).toBe(true);
    expect(rotated.mark('code', 'text')).not.toBe(mark);
  });
});
