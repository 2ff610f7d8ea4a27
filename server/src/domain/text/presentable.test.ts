import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBlank } from './isBlank.ts';
import { presentable, presentableOnOneLine } from './presentable.ts';

/** Any text at all, lone halves of characters included, with a leaning to what makes trouble. */
const anything = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('\u202e', '\u2066', '\u0001', '\ufffe', '\u200b', '\ud800', '\u3164', '\ufe0f', '\n', ' '),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('what of a directory’s value can be shown', () => {
  test('is well formed, on one line, without controls, non-characters and turned directions', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const shown = presentable(value);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).not.toMatch(/[\p{Cc}\p{Noncharacter_Code_Point}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  test('is empty exactly when nothing of it can be seen, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const shown = presentable(value);
        expect([isBlank(value), isBlank(shown)]).toEqual([shown === '', shown === '']);
        expect(presentable(shown)).toBe(shown);
      }),
    );
  });

  test('is what was typed where there is nothing to mend', () => {
    const typed = fc.stringMatching(/^[\p{L}\p{N}\p{P}\p{S}]([\p{L}\p{N}\p{P}\p{S} ]{0,20}[\p{L}\p{N}])?$/u);
    fc.assert(
      fc.property(typed, (value) => {
        fc.pre(!isBlank(value) && !/[\ufffc]/u.test(value));
        expect(presentable(value)).toBe(value);
      }),
    );
  });

  test.each([
    '\u200b',
    '\u00ad',
    '\u00a0',
    '\u3164',
    '\ufe0f',
    '\u2800',
    '\u115f',
    ' \t\n',
    '\ud800',
    '\ufffc',
    '\ufffe',
    '',
    null,
  ])('nothing is seen of %j', (value) => {
    expect([isBlank(value), presentable(value)]).toEqual([true, '']);
  });

  test.each([
    ['Tower House\r\n3 Main Street', 'Tower House, 3 Main Street'],
    ['Tower House,\n\n  3 Main Street\n', 'Tower House, 3 Main Street'],
    ['CEO /\u2028Founder', 'CEO / Founder'],
    ['030 12345\r030 67890', '030 12345, 030 67890'],
    ['\n \n', ''],
  ])('of lines, such as %j, is %j', (value, shown) => {
    expect(presentableOnOneLine(value)).toBe(shown);
  });

  test('of lines is each of them, and of one line as ever', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (lines) => {
        const value = lines.join('\n');
        const shown = presentableOnOneLine(value);
        const each = value.split(/[\n\v\f\r\u0085\u2028\u2029]/u).map(presentable);
        expect(each.filter((line) => !shown.includes(line))).toEqual([]);
        expect(presentableOnOneLine(shown)).toBe(presentable(shown));
      }),
    );
  });

  test('families, flags, marks of direction and joined letters keep what joins them', () => {
    for (const value of ['👨‍👩‍👧', '🇳🇱', 'می‌خواهم', 'a\u200fb', 'Zoë', 'é']) expect(presentable(value)).toBe(value);
  });
});
