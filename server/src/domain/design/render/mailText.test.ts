import { describe, expect, test } from '@jest/globals';
import { context, personWith } from '../../../../tests/support/designs/compositions.ts';
import { openDesign } from '../openDesign.ts';
import { mailText } from './mailText.ts';

describe('plain text as it leaves us', () => {
  test('has marks in the direction of its line, and none that turns what follows', () => {
    expect(mailText('\u2068שרה\u2069 x\n\n\u2068שרה\u2069', 'ltr')).toBe('\u200eשרה\u200e x\n\n\u200eשרה\u200e');
    expect(mailText('\u2066a \u2068שרה\u2069\u2069 | \u2066b\u2069', 'rtl')).toBe(
      '\u200f\u202aa \u200eשרה\u200e\u202c\u200f | \u200f\u202ab\u202c\u200f',
    );
    expect(mailText('\u2069x\u2068', 'ltr')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  test('keeps the order within words of both directions, which follows their first letter', () => {
    expect(mailText('\u2068מנהל (IT)\u2069 | \u2068IT מנהל\u2069', 'ltr')).toBe(
      '\u200e\u202bמנהל (IT)\u202c\u200e | \u200eIT מנהל\u200e',
    );
    expect(mailText('\u2068מנהל (IT)\u2069 | \u2068IT מנהל\u2069', 'rtl')).toBe(
      '\u200fמנהל (IT)\u200f | \u200f\u202aIT מנהל\u202c\u200f',
    );
  });

  test('of an expert’s HTML has lines from the right where its first element says so', () => {
    const textOf = (html: string): string =>
      openDesign(
        { newMail: { kind: 'html', html }, reply: { kind: 'none' }, forward: { kind: 'none' }, images: 'hosted' },
        context,
      )('newMail', personWith({ 'person.displayName': 'שרה' })).text;
    expect(textOf('<div dir="rtl"><p>{{ displayName }}</p><p>Sales</p></div>')).toMatch(
      /^\u200fשרה\u200f\n+\u200fSales$/,
    );
    for (const turned of [
      'style="color:red;direction:rtl"',
      'dir="RTL"',
      'dir="ltr" style="DIRECTION: RTL !important"',
    ])
      expect(textOf(`<table ${turned}><tr><td>Sales</td></tr></table>`)).toBe('\u200fSales');
    for (const straight of [
      'dir="rtl" style="direction:ltr"',
      'style="direction:rtl;direction:ltr"',
      'title="direction:rtl"',
    ])
      expect(textOf(`<div ${straight}>Sales</div>`)).toBe('Sales');
    expect(textOf('<p>{{ displayName }}</p><p dir="rtl">Sales</p>')).toMatch(/^\u200eשרה\u200e\n+Sales$/);
  });
});
