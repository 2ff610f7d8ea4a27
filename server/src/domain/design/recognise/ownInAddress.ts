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

/** The own mail address or number as a part of a link to something else: a chat, an answer, a page about the person. */
export const ownInAddress = (address: string, known: Known): readonly OwnInAddress[] =>
  Object.entries(known.values)
    .flatMap(([field, value]) => {
      const sought = soughtOf(field, value, known);
      if (sought === null) return [];
      return [...address.matchAll(sought.pattern)].map(({ 0: { length }, index }) => ({
        ...{ from: index, to: index + length, field, liquid: sought.liquid },
      }));
    })
    .filter(({ from, to }, at, all) => !all.slice(0, at).some((each) => each.from < to && from < each.to))
    .sort((one, other) => one.from - other.from);

const soughtOf = (
  field: string,
  value: string,
  { values, typeOf }: Known,
): { readonly pattern: RegExp; readonly liquid: string } | null => {
  const type = typeOf(field);
  if (type === 'email' && value.includes('@')) {
    const written = value
      .trim()
      .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
      .replace('@', '(?:@|%40)');
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
