import * as fc from 'fast-check';

/** Text as people and programs leave it: any script, quotes, line breaks of every kind, NUL, halves of pairs mended. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', '"', '\\', '\u2028', '\r\n', '__proto__', '{"sum":"', 'ß İ ﬁ', '👩🏽‍🚀'),
);
export const key = fc
  .oneof(
    text.filter((one) => one !== ''),
    fc.uuid(),
  )
  .map((one) => one.replaceAll('\0', '·') || 'x');
export const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
export const orNull = <T>(inner: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(inner, { nil: null });
