import { spacedSign, strongSign } from '../separators.ts';
import { findNumbers } from './findNumbers.ts';
import type { Known, Sought } from './known.ts';
import { otherSpellings } from './otherSpellings.ts';
import { foldedValue } from './lines/textRuns.ts';
import { bracketedIn, placeholdersIn } from './placeholders.ts';

/** A stretch of what is written that a field takes the place of; null: a placeholder that means nothing here. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly field: string | null;
}

/** Shorter values stand among other words by chance; a sign of Chinese, Japanese or Korean says as much as a syllable. */
const shortestOf = (value: string): number => (eastAsian.test(value) ? 2 : 3);

const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s]+$/u;

/** No signature has more. */
const most = 500;

/** Nobody writes these into a signature, but their values may stand there by chance. */
const unlikely = new Set(['person.preferredLanguage', 'person.employeeId']);

/** Of a phone: words, as of an extension, or what parts several numbers. Of these alone a whole value is sought as it is. */
const besideDigits = /[\p{L},;|&#~]/u;

/**
 * Whole values in what is written, the longest first, and none over another. `sourceOf` says how a stretch was written before
 * it was folded.
 */
export const findMatches = (text: string, known: Sought, sourceOf: (stretch: Stretch) => string): readonly Match[] => {
  const taken: Match[] = [];
  const take = (match: Match): void => {
    if (taken.length < most && taken.every(({ start, end }) => match.end <= start || end <= match.start))
      taken.push(match);
  };
  const isMeant = (words: Words, stretch: Stretch): boolean => {
    const written = sourceOf(stretch);
    return isCertain(words, written) || (mayBe(words, written) && standsAlone(text, stretch, taken));
  };
  placeholdersIn(text, known).forEach(take);
  for (const words of wordsOf(known)) {
    const { field, value } = words;
    for (const at of placesOf(text, value)) {
      const stretch = { start: startOf(text, at, field), end: at + value.length };
      if (isMeant(words, stretch)) take({ ...stretch, field });
    }
  }
  for (const found of findNumbers(text, known)) {
    if (taken.length === most) break;
    if (!isWithinAddress(text, found)) take(found);
  }
  for (const found of bracketedIn(text, known)) if (!isLabel(text, found, taken)) take(found);
  return taken.sort((one, other) => one.start - other.start);
};

/** "[Mobile] 06 12345678" says what a number is; "[Mobile]" alone is where it will stand. */
const isLabel = (text: string, { end }: Stretch, taken: readonly Stretch[]): boolean => {
  const at = end + (/^ ?:? ?/.exec(text.slice(end, end + 3))?.[0].length ?? 0);
  return /^\(?\+?\d/.test(text.slice(at, at + 3)) || taken.some(({ start }) => start === at && at > end);
};

/** Values that are sought as they are, folded, the longest first, and of those as long the directory's own. */
const wordsOf = ({ values, typeOf }: Known): readonly Words[] => {
  const sought = Object.entries(values)
    .filter(([field]) => !unlikely.has(field))
    .filter(([field, value]) => typeOf(field) !== 'phone' || besideDigits.test(value));
  return [
    ...sought.map(([field, value]) => ({ field, value: foldedValue(value), isName: isOneName(value) })),
    ...sought.flatMap(([field, value]) =>
      otherSpellings(field, value).map(({ written, isCode }) => ({
        ...{ field, value: foldedValue(written), isName: isOneName(written) },
        spelling: isCode ? ('code' as const) : ('name' as const),
      })),
    ),
  ]
    .filter(({ value }) => value.length >= shortestOf(value) || twoLetters.test(value))
    .sort((one, other) => other.value.length - one.value.length);
};

interface Words {
  readonly field: string;
  readonly value: string;
  readonly isName: boolean;
  /** Where the directory has the value in another way: a name of it, or a code. */
  readonly spelling?: 'name' | 'code';
}

/** One word with a capital: "May", "Legal" and "Reading" are other words in small letters, in "you may not copy this". */
const isOneName = (value: string): boolean => /^[\p{L}\p{M}]+$/u.test(value) && !isSmall(value);

const isSmall = (written: string): boolean => written === written.toLowerCase();

const isCertain = ({ value, isName, spelling }: Words, written: string): boolean =>
  spelling === undefined && value.length >= shortestOf(value) && !(isName && isSmall(written));

/** Another way to write a value is sought with its capitals: "Turkey" and "IN" are countries, and not "turkey" and "in". */
const mayBe = ({ isName, spelling }: Words, written: string): boolean => {
  if (spelling === 'code') return written === written.toUpperCase();
  return spelling === undefined || !(isName && isSmall(written));
};

/** "Jo", "HR", "NY": certain where nothing else stands between two signs, the edges of a line, or values found beside it. */
const twoLetters = /^\p{L}{2}$/u;

const standsAlone = (text: string, { start, end }: Stretch, taken: readonly Stretch[]): boolean =>
  (isAfterEdge(text, start) || taken.some((each) => each.end === start - 1 && text[start - 1] === ' ')) &&
  (edgeAfter.test(text.slice(end, end + longestSign)) ||
    end === text.length ||
    taken.some((each) => each.start === end + 1 && text[end] === ' '));

type Stretch = Pick<Match, 'start' | 'end'>;

/** White space, a sign of three, white space. */
const longestSign = 5;
const edgeBefore = new RegExp(`(?:[\\n,;:(\\[]|${strongSign}| ${spacedSign}) ?$`, 'u');
const edgeAfter = new RegExp(`^ ?(?:[\\n,;)\\]]|${strongSign}|${spacedSign} |$)`, 'u');

/** Of countries that have one, which stands before no other: "The Netherlands". */
const article = 'the ';

/** Whether a line, or what follows a sign, begins here, and with this. */
const isAfterEdge = (text: string, start: number, beginning = ''): boolean =>
  start >= 0 &&
  text.startsWith(beginning, start) &&
  (start === 0 || edgeBefore.test(text.slice(Math.max(0, start - longestSign), start)));

const startOf = (text: string, at: number, field: string): number => {
  const before = at - article.length;
  return field.endsWith('.country') && isAfterEdge(text, before, article) ? before : at;
};

/** What parts an address from the words around it. */
const delimiter = /[\s<>()[\]{}"'\u2018-\u201d|,;:]/;

/** An address of the web or of mail: the name of a company within it is no company, nor is one of a department. */
const address = /[\p{L}\p{N}]@[\p{L}\p{N}]|^\/\/|^www\.|[\p{L}\p{N}-]{3}\.[a-z]{2,3}(?:$|[/?#])/u;

/** Whether it begins or ends in the middle of one. */
const isWithinAddress = (text: string, { start, end }: Pick<Match, 'start' | 'end'>): boolean => {
  const [from, to] = [startOfWord(text, start), endOfWord(text, end)];
  if (from === start && /^[.!?]*$/.test(text.slice(end, to))) return false;
  const around = [
    from < start ? text.slice(from, endOfWord(text, start)) : '',
    to > end ? text.slice(startOfWord(text, end), to) : '',
  ];
  return around.some((word) => address.test(word.replace(/[.!?]$/, '')));
};

/** No address that anybody reads is longer. */
const longestWord = 300;

const endOfWord = (text: string, at: number): number => {
  let end = at;
  while (end < Math.min(text.length, at + longestWord) && !delimiter.test(text.charAt(end))) end += 1;
  return end;
};

const startOfWord = (text: string, at: number): number => {
  let start = at;
  while (start > Math.max(0, at - longestWord) && !delimiter.test(text.charAt(start - 1))) start -= 1;
  return start;
};

/** Where a value stands as words of its own. */
const placesOf = (text: string, value: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    const end = at + value.length;
    const isWhole = !isPartOfWord(text[at - 1]) && !isPartOfWord(text[end]);
    if (
      isWhole &&
      !isGreeting.test(text.slice(end, end + longestGreeting)) &&
      !isWithinAddress(text, { start: at, end })
    )
      places.push(at);
  }
  return places;
};

/** Behind "Best", "Kind" or "Warm", which are names as well. */
const isGreeting = /^ (?:regards|wishes|greetings)(?!\p{L})/u;
const longestGreeting = 12;

const isPartOfWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
