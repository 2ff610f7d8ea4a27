import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { foldText, searchTokens } from './foldText.ts';

describe('text as people search for it', () => {
  test.each([
    ['Zoë ’t Hooft', 'zoe ’t hooft'],
    ['ÅSA Ødegård', 'asa odegard'],
    ['Łukasz', 'lukasz'],
    ['Groß', 'gross'],
    ['Æsir Œuvre', 'aesir oeuvre'],
    ['ﬁnance', 'finance'],
    ['İpek', 'ipek'],
    ['  spaces  ', 'spaces'],
    ['Müller', 'muller'],
    ['Müller', 'muller'],
  ])('%s is found as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  test('a person is found by each word, and by what begins with a sign as it is', () => {
    expect(searchTokens(['Anna-Marie van Dijk', null, 'a.dijk@lindenhof.example', '★ Team', '★ Team'])).toEqual([
      ...['anna', 'marie', 'van', 'dijk', 'a', 'lindenhof', 'example', 'team', '★ team'],
    ]);
  });

  test('text of plain letters folds as any other does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(foldText(`é${text}e`)).toBe(`e${foldText(`.${text}.`).slice(1, -1)}e`);
      }),
    );
  });

  test('there are never more than forty tokens of forty characters, and no empty one', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ maxLength: 400 }))), (texts) => {
        const tokens = searchTokens(texts);
        expect(tokens.length).toBeLessThanOrEqual(40);
        for (const token of tokens) expect(token.length > 0 && token.length <= 40).toBe(true);
        expect(new Set(tokens).size).toBe(tokens.length);
      }),
    );
  });
});
