import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import { insertPart, movePart, removePart, tidy } from './lineEdits.ts';

const text = (words: string): CompositionPart => ({ kind: 'text', text: { default: words } });
const field: CompositionPart = { kind: 'field', field: 'person.jobTitle', link: 'auto' };
const line = fc.array(fc.oneof(fc.string().map(text), fc.constant(field)), { maxLength: 12 });
const wordsOf = (parts: readonly CompositionPart[]): string =>
  parts.map((part) => (part.kind === 'text' ? part.text.default : '\u0000')).join('');

describe('editing a line', () => {
  it('puts a part into the middle of a text, and says where it stands', () => {
    expect(insertPart([text('I am a ')], field, { at: 0, offset: 7 })).toEqual({
      parts: [text('I am a '), field],
      at: 1,
    });
    expect(insertPart([text('ab')], field, { at: 0, offset: 1 })).toEqual({
      parts: [text('a'), field, text('b')],
      at: 1,
    });
    expect(insertPart([text('ab')], field, { at: 0, offset: 0 })).toEqual({ parts: [field, text('ab')], at: 0 });
    expect(insertPart([], field, { at: 0, offset: null })).toEqual({ parts: [field], at: 0 });
  });

  it('joins the halves again when the part is taken out', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(20), (words, offset) => {
        const { parts, at } = insertPart([text(words)], field, { at: 0, offset });
        expect(removePart(parts, at)).toEqual([text(words)]);
      }),
    );
  });

  it('never changes a word by tidying or moving there and back', () => {
    fc.assert(
      fc.property(line, fc.nat(12), (parts, at) => {
        expect(wordsOf(tidy(parts))).toBe(wordsOf(parts));
        expect(tidy(tidy(parts))).toEqual(tidy(parts));
        if (at < parts.length - 1) expect(movePart(movePart(parts, at, 1), at + 1, -1)).toEqual(parts);
      }),
    );
  });

  it('keeps words in other languages and another look apart', () => {
    const dutch: CompositionPart = { kind: 'text', text: { default: 'b', byLanguage: { nl: 'c' } } };
    const bold: CompositionPart = { kind: 'text', text: { default: 'b' }, style: { bold: true } };
    expect(tidy([text('a'), dutch])).toHaveLength(2);
    expect(tidy([text('a'), bold, text('')])).toHaveLength(2);
  });
});
