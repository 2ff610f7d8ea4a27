import { needsIsolation } from '../../text/presentable.ts';
import type { Composition } from '../composition.ts';

type Direction = Composition['direction'];

/** The isolates that `asText` and `plainText` write. Values have none of their own (`presentable`). */
const isolates = /[\u2066-\u2069]/g;

/** U+200E and U+200F: a letter that nobody sees, read from the left and from the right. */
const mark: Readonly<Record<Direction, string>> = { ltr: '\u200e', rtl: '\u200f' };

/** Begins words of a direction, until U+202C. */
const embedding: Readonly<Record<Direction, string>> = { ltr: '\u202a', rtl: '\u202b' };

/**
 * Plain text as it leaves us. Classic Outlook shows isolates as signs (https://github.com/mozilla/fx-private-relay/issues/5133),
 * so older controls take their place: what they part stands between two marks of the line's direction, and is embedded
 * where its own words would stand in the order of the line. A line from the right begins with a mark, or a reader would
 * take it for one from the left.
 */
export const mailText = (text: string, direction: Direction): string =>
  text
    .split('\n')
    .map((line) => withMark(withOldControls(line, direction), direction))
    .join('\n');

const withMark = (line: string, direction: Direction): string =>
  direction === 'ltr' || line === '' || line.startsWith(mark.rtl) ? line : mark.rtl + line;

interface Control {
  readonly before: string;
  readonly after: string;
  /** How what stands in it is read. */
  readonly inside: Direction;
}

const withOldControls = (line: string, direction: Direction): string => {
  const open: Control[] = [];
  return line.replace(isolates, (sign, at: number) => {
    if (sign === '\u2069') return open.pop()?.after ?? '';
    const around = open.at(-1)?.inside ?? direction;
    const [words = ''] = line.slice(at, at + longest).split('\u2069', 1);
    const inside = sign === '\u2066' ? 'ltr' : turnOf(words, around);
    const control = controlOf(inside, around);
    open.push(control);
    return control.before;
  });
};

/** So much of a value is looked at, and no more of what an expert wrote without an end. */
const longest = 500;

/** The direction of the first letter, where letters of both stand in words: else they are read alike in every line. */
const turnOf = (words: string, around: Direction): Direction => {
  const letters = words.match(/\p{L}/gu) ?? [];
  const isMixed = letters.some(needsIsolation) && !letters.every(needsIsolation);
  if (!isMixed) return around;
  return needsIsolation(letters[0] ?? '') ? 'rtl' : 'ltr';
};

const controlOf = (inside: Direction, around: Direction): Control => {
  const [begin, end] = inside === around ? ['', ''] : [embedding[inside], '\u202c'];
  return { before: mark[around] + begin, after: end + mark[around], inside };
};
