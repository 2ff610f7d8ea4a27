import { foldText } from '../teammate/foldText.ts';
import type { PostalAddress } from './postalAddress.ts';

/**
 * An address without what a part says of others that are filled in as well, because somebody wrote all of it there: the street
 * "Hauptstr. 1, 10115 Berlin", the city "10115 Berlin" or "New York, NY", the postal code "NY 10001". `state` is empty where
 * the address does not show it.
 */
export const withoutSaid = (address: PostalAddress, state: string): PostalAddress => {
  const { city: written } = address;
  const postalCode = [state, written].reduce(codeWithout, address.postalCode);
  const city = withoutState(codeWithout(written, postalCode), state);
  return {
    ...address,
    postalCode,
    city,
    streetAddress: streetAlone(address.streetAddress, { postalCode, city, state }),
  };
};

/** One letter may be anything, and two digits a district ("Praha 10"). */
const isTooShort = (part: string): boolean => part.length < (/\d/.test(part) ? 3 : 2);

/** A postal code or a city without the other one before or behind it. */
const codeWithout = (text: string, part: string): string => {
  if (isTooShort(part)) return text;
  const behind = isSame(text.slice(0, part.length), part) ? text.slice(part.length) : '';
  const before = isSame(text.slice(-part.length), part) ? text.slice(0, -part.length) : '';
  const left = (/^[\s,]/.test(behind) ? behind : /[\s,]$/.test(before) ? before : text).replace(edge, '');
  // What is left of a code has digits, and of a city letters.
  return (/\d/.test(part) ? /\p{L}/u : /\d/).test(left) ? left : text;
};

/** A name may end with another one: only a sign, or a code, tells that it does not. */
const withoutState = (city: string, state: string): string => {
  if (isTooShort(state) || !isSame(city.slice(-state.length), state)) return city;
  const before = city.slice(0, -state.length);
  const isApart = /[,;/(]\s*$/.test(before) || (/\s$/.test(before) && /^[A-Z]{2,3}$/.test(state));
  return isApart ? before.replace(edge, '') || city : city;
};

const edge = /^[\s,;/(]+|(?<![\s,;/(])[\s,;/(]+$/g;

const isSame = (one: string, other: string): boolean => foldText(one) === foldText(other);

type Others = Pick<PostalAddress, 'postalCode' | 'city' | 'state'>;

/** Without the lines at its end that say the city, and the others beside it, and nothing else. */
const streetAlone = (street: string, others: Others): string => {
  const lines = street.split(/[,;،，]/);
  if (lines.length === 1) return street;
  const { postalCode, city, state } = others;
  const parts = [postalCode, postalCode.replaceAll(' ', ''), city, state].filter((part) => part !== '').map(wordsOf);
  let from = lines.length;
  while (from > 1 && saysOnly(lines[from - 1] ?? '', parts)) from -= 1;
  while (isShortNumber(lines[from] ?? '')) from += 1;
  const town = wordsOf(city);
  const isCity = city !== '' && lines.slice(from).some((line) => wordsOf(line).includes(town));
  return isCity ? street.slice(0, lines.slice(0, from).join(',').length).trimEnd() : street;
};

/** Behind a street it is the house rather than a postal code. */
const isShortNumber = (line: string): boolean => /^\s*\d{1,4}\s*$/.test(line);

const saysOnly = (line: string, parts: readonly string[]): boolean =>
  parts.reduce((words, part) => words.replace(part, ' '), wordsOf(line)).trim() === '';

const wordsOf = (text: string): string =>
  ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
