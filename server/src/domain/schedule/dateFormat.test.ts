import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateFormat } from './dateFormat.ts';
import { dayAt } from './dayAt.ts';

const zones = Intl.supportedValuesOf('timeZone');
const languages = ['en', 'nl', 'sv-SE', 'de', 'fr'];
const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('the day of an instant', () => {
  test('is what a format made for it alone writes, whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...languages), fc.constantFrom(...zones), instants), { minLength: 1 }),
        fc.constantFrom('short', 'long'),
        (asked, dateStyle) => {
          for (const [language, timeZone, instant] of asked) {
            const alone = new Intl.DateTimeFormat(language, { timeZone, dateStyle });
            expect(dateFormat(language, timeZone, dateStyle).format(instant)).toBe(alone.format(instant));
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test('is another one east and west of the date line, and right after somebody asked for every time zone there is', () => {
    const today = dayAt(new Date('2026-03-01T11:00:00Z'));
    for (const zone of zones) expect(today(zone)).toMatch(/^2026-0(?:2-28|3-0[12])$/);
    expect(today('Pacific/Kiritimati')).toBe('2026-03-02');
    expect(today('Pacific/Pago_Pago')).toBe('2026-03-01');
    expect(dayAt(new Date('2026-03-01T10:59:59Z'))('Pacific/Pago_Pago')).toBe('2026-02-28');
  });

  test('refuses a time zone that is none, each time', () => {
    const ask = (): unknown => dateFormat('en', 'Europe/Nowhere', 'short');
    expect(ask).toThrow(RangeError);
    expect(ask).toThrow(RangeError);
  });
});
