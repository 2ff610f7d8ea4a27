import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatField } from './formatField.ts';

const capitalised = (value: string, language = 'en'): string =>
  formatField(value, { format: 'capitalised', type: 'text', language });

describe('words that a rule writes with capitals', () => {
  test('keep the accents with which their first letters are written in Greek', () => {
    const word = fc.stringMatching(/^[άέήίόύώ][α-ω]{2,8}$/);
    fc.assert(
      fc.property(word, word, fc.constantFrom('el', 'el-GR', 'el-CY'), (first, second, language) => {
        const shown = capitalised(`${first} ${second}`, language);
        expect(shown.normalize('NFD').toLowerCase()).toBe(`${first} ${second}`.normalize('NFD'));
        expect(shown).toMatch(/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u);
      }),
    );
  });

  test('keep numerals behind them, also where all was in capitals, and names that look like one have small letters', () => {
    const numerals = fc.constantFrom('II', 'III', 'IV', 'VII', 'VIII', 'IX');
    const title = fc.constantFrom('Analyst', 'Project Engineer', 'John Smith', 'Karel', 'Şube Müdürü');
    const written = fc.constantFrom('as it is', 'in capitals', 'in small letters');
    fc.assert(
      fc.property(
        numerals,
        title,
        written,
        fc.constantFrom('en', 'nl', 'de', 'tr'),
        (...[numeral, words, how, language]) => {
          const whole = `${words} ${numeral}`;
          const value = {
            'as it is': whole,
            'in capitals': whole.toLocaleUpperCase(language),
            'in small letters': whole.toLocaleLowerCase(language),
          }[how];
          fc.pre(language === 'tr' || !words.startsWith('Ş'));
          expect(capitalised(value, language).endsWith(` ${numeral}`)).toBe(true);
        },
      ),
    );
    expect(['II TARO YAMADA', 'VII', 'VIVIENNE IXON'].map((each) => capitalised(each))).toEqual([
      'Ii Taro Yamada',
      'VII',
      'Vivienne Ixon',
    ]);
  });

  test('stay as they are where somebody wrote a capital further on', () => {
    const word = fc.stringMatching(/^[a-zà-öø-ÿ]{1,4}[A-ZÀ-ÖØ-Þ][a-z]{1,8}$/);
    fc.assert(
      fc.property(word, (own) => {
        expect(capitalised(`${own} developer`)).toBe(`${own} Developer`);
      }),
    );
    expect(['iPhone developer', 'head of eCommerce', "d'Artagnan"].map((each) => capitalised(each))).toEqual([
      'iPhone Developer',
      'Head Of eCommerce',
      "D'Artagnan",
    ]);
  });
});

test('a date is written out only where it is a day that there is: anything else stays as somebody wrote it', () => {
  const digits = (most: number) => fc.nat(most).map((count) => String(count).padStart(2, '0'));
  const part = fc.tuple(fc.integer({ min: 1000, max: 9999 }), digits(13), digits(32));
  const date = (value: string): string => formatField(value, { format: 'asUsual', type: 'date', language: 'en' });
  fc.assert(
    fc.property(part, ([year, month, day]) => {
      const value = `${String(year)}-${month}-${day}`;
      const last = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
      const isReal = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
      expect(date(value)).toBe(
        isReal ? `${months[Number(month) - 1] ?? ''} ${String(Number(day))}, ${String(year)}` : value,
      );
      expect([date(String(year)), date(`${String(year)}-${month}`)]).toEqual([
        String(year),
        `${String(year)}-${month}`,
      ]);
    }),
  );
});

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
