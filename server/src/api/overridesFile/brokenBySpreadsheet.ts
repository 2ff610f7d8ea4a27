import type { ResolvedField } from '../../domain/fields/resolveFields.ts';

type Known = Pick<ResolvedField, 'value' | 'directory' | 'override'>;

const digits = /^\d+$/;
const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/, '');

/** Whether it is a number that is known already, such as a postal code, without the zeros it begins with. */
export const isWithoutZeros = (said: string, { value, directory, override }: Known): boolean =>
  [value, directory, override].some((known) => digits.test(known) && known !== said && withoutZeros(known) === said);

/** What an encoding without a letter has in its place. */
const gaps = new Set(['?', '_']);
const beyondAscii = /[^\0-\x7f]/;

const hasGaps = (said: readonly string[], shown: readonly string[]): boolean =>
  said.length === shown.length &&
  said.every((sign, at) => sign === shown[at] || (gaps.has(sign) && beyondAscii.test(shown[at] ?? '')));

/** Whether it is what is shown, with letters lost that the encoding of the file did not have. */
export const hasLostLetters = (said: string, { value }: Pick<Known, 'value'>): boolean =>
  said !== value &&
  // One in place of each sign, or of each half of one.
  (hasGaps([...said], [...value]) || hasGaps(said.split(''), value.split('')));
