import { phoneLink, readPhone, withoutTrimmings } from '../../signature/formatPhone.ts';
import { ownerOf } from '../designPerson.ts';
import type { Known } from './known.ts';

/** Digits with what people write between them, of several numbers too, and an extension behind them. */
const written = /(?:\(?\+|\(|\p{Nd})[\p{Nd} ().\-/\u2010-\u2015]{5,2000}\p{Nd}(?: ?(?:x|ext\.?|#) ?\p{Nd}{1,6})?/gu;

const groups = /[(+]{0,2}\p{Nd}+\)?/gu;

interface Own {
  readonly field: string;
  readonly country: string;
  /** Empty where it is not certain which number is meant: then its digits say. */
  readonly link: string;
  readonly digits: string;
  /** With which every notation of it ends. */
  readonly end: string;
}

interface NumberFound {
  readonly start: number;
  readonly end: number;
  readonly field: string;
}

/** The person's numbers in what is written, in any notation: with or without country code, dots, brackets, a zero in brackets. */
export const findNumbers = function* (text: string, known: Known): Generator<NumberFound> {
  const own = ownNumbers(known);
  if (own.length === 0) return;
  const budget = { readings: mostReadings };
  for (const { 0: stretch, index } of text.matchAll(written))
    for (const { start, end, field } of numbersIn(stretch, own, budget))
      yield { start: index + start, end: index + end, field };
};

/** Reading a number takes long, and no signature has so many; what is made to take longer has the rest left as it is. */
const mostReadings = 3000;

interface Budget {
  readings: number;
}

/** So many signs may one number, or several in one field, have at most. */
const longest = 62;

/** The last digits of a number are the same in all notations. */
const sameInAll = 6;

const ownNumbers = ({ values, typeOf }: Known): readonly Own[] =>
  Object.entries(values).flatMap(([field, value]) => {
    const digits = digitsOf(value);
    if (typeOf(field) !== 'phone' || digits.length < sameInAll) return [];
    const country = countryBeside(field, values);
    const link = phoneLink(value, country);
    const all = { field, country, link, digits };
    // Of several in one field the first is linked, and all of them may stand together.
    return link === ''
      ? [{ ...all, end: digits }]
      : [
          { ...all, end: digitsOf(link).slice(-sameInAll) },
          { ...all, link: '', end: digits },
        ];
  });

/** Each for itself: what stands beside one of them is not swallowed with it. */
const numbersIn = (stretch: string, own: readonly Own[], budget: Budget): readonly NumberFound[] => {
  const all = groupsOf(stretch);
  const digits = digitsOf(stretch);
  const endingAt = all.map(({ until }) => own.filter(({ end }) => digits.endsWith(end, until)));
  const found: NumberFound[] = [];
  for (let first = 0; first < all.length; first += 1) {
    const furthest = (all[first]?.start ?? 0) + longest;
    let last = all.findLastIndex(({ end }) => end <= furthest);
    for (; last >= first; last -= 1) {
      const { part, start } = partOf(stretch, all[first], all[last]);
      const it = endingAt[last]?.find((each) => budget.readings-- > 0 && isIt(part, each));
      if (it === undefined) continue;
      found.push({ start, end: start + part.length, field: it.field });
      first = last;
      break;
    }
  }
  return found;
};

interface Group {
  readonly start: number;
  readonly end: number;
  /** How many digits there are up to its end. */
  readonly until: number;
}

const groupsOf = (stretch: string): readonly Group[] => {
  let until = 0;
  return [...stretch.matchAll(groups)].map(({ 0: group, index }) => {
    until += group.match(/\p{Nd}/gu)?.length ?? 0;
    return { start: index, end: index + group.length, until };
  });
};

/** From one group to another; a bracket about all of it is none of it. */
const partOf = (stretch: string, from: Group | undefined, to: Group | undefined) => {
  const { start = 0 } = from ?? {};
  const part = stretch.slice(start, to?.end);
  const [opened, closed] = [part.split('(').length, part.split(')').length];
  if (opened > closed && part.startsWith('(')) return { part: part.slice(1), start: start + 1 };
  return { part: closed > opened && part.endsWith(')') ? part.slice(0, -1) : part, start };
};

const isIt = (part: string, { link, country, digits }: Own): boolean => {
  if (link === '') return digitsOf(part) === digits;
  const { href, linked, shown } = readPhone(part.replace('(0)', ''), country);
  return href === link && linked === shown;
};

const digitsOf = (text: string): string => withoutTrimmings(text).replace(/\D/g, '');

/** The country in which a number of a field is read; of a manager nothing else may be known than where the person is. */
export const countryBeside = (field: string, values: Known['values']): string =>
  values[`${ownerOf(field)}.country`] ?? values['person.country'] ?? '';
