import { phoneLink } from '../../signature/formatPhone.ts';
import { ownerOf } from '../designPerson.ts';
import type { Known } from './known.ts';
import { countryBeside } from './findNumbers.ts';

interface OwnInAddress {
  readonly from: number;
  readonly to: number;
  readonly field: string;
  readonly liquid: string;
}

/** Fewer digits may be a number of anything. */
const fewestDigits = 8;

/**
 * The own mail address, number or street as a part of a link to something else: a chat, an answer, a page about the person, a
 * map. A town alone is in many links; only beside the street it is that of the person.
 */
export const ownInAddress = (address: string, known: Known): readonly OwnInAddress[] => {
  const own = Object.entries(known.values).flatMap(([field, value]) => {
    const sought = soughtOf(field, value, known);
    return sought === null ? [] : placesOf(address, field, sought);
  });
  const streets = placesOfAll(address, known, ['address', 'streetAddress']);
  const towns = streets.length === 0 ? [] : placesOfAll(address, known, ['postalCode', 'city']);
  return [...own, ...streets, ...towns]
    .filter(({ from, to }, at, all) => !all.slice(0, at).some((each) => each.from < to && from < each.to))
    .sort((one, other) => one.from - other.from);
};

interface Wanted {
  readonly pattern: RegExp;
  readonly liquid: string;
}

const placesOf = (address: string, field: string, { pattern, liquid }: Wanted): readonly OwnInAddress[] =>
  [...address.matchAll(pattern)].map(({ 0: { length }, index }) => ({
    ...{ from: index, to: index + length, field, liquid },
  }));

const placesOfAll = (address: string, { values }: Known, keys: readonly string[]): readonly OwnInAddress[] =>
  keys.flatMap((key) => {
    const field = `person.${key}`;
    const value = values[field] ?? '';
    if (value.length < shortestPlace) return [];
    const written = value
      .split(/\s+/)
      .map(asEncoded)
      .join(String.raw`(?:%20|[+\s])+`);
    const pattern = new RegExp(String.raw`(?<=%[\da-f]{2}|[^\p{L}\d])${written}(?![\p{L}\d])`, 'giu');
    return placesOf(address, field, { pattern, liquid: `{{ ${field} | url_encode }}` });
  });

const shortestPlace = 3;

/** Each sign as it is, where others would mean something in a pattern. */
const inPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** A word as it may stand in a link: each sign but letters and digits as it is, or encoded. */
const asEncoded = (word: string): string =>
  word.replace(/[^a-z\d]/giu, (sign) => {
    const plain = inPattern(sign);
    const encoded = sign === '%' ? '%25' : encodeURIComponent(sign.isWellFormed() ? sign : '?');
    return encoded === sign ? plain : `(?:${plain}|${encoded})`;
  });

const soughtOf = (field: string, value: string, { values, typeOf }: Known): Wanted | null => {
  const type = typeOf(field);
  if (type === 'email' && value.includes('@')) {
    const written = inPattern(value.trim()).replace('@', '(?:@|%40)');
    const pattern = new RegExp(
      String.raw`(?<=%[\da-f]{2}|[^\p{L}\d._+%-])${written}(?![\p{L}\d_-]|\.[\p{L}\d])`,
      'giu',
    );
    return { pattern, liquid: `{{ ${field} | url_encode }}` };
  }
  const [, digits = ''] =
    /^tel:\+(\d+)$/.exec(type === 'phone' ? phoneLink(value, countryBeside(field, values)) : '') ?? [];
  if (digits.length < fewestDigits) return null;
  const pattern = new RegExp(String.raw`(?<!\d)${digits}(?!\d)`, 'g');
  return { pattern, liquid: `{{ ${field} | tel: ${ownerOf(field)}.country | remove: 'tel:+' }}` };
};
