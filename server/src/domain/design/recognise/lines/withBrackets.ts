import { anyBracket, closingBracket } from '../../brackets.ts';
import { onlyWith } from '../onlyWith.ts';
import type { LinePart } from './linePart.ts';

/** With which a split keeps what it splits at. */
const atBrackets = new RegExp(`(${anyBracket.source})`, 'u');

/** Nobody reads what stands in more brackets than that; each is a condition within another. */
const deepest = 8;

/** What was opened and is not closed yet. */
interface Opened {
  readonly sign: string;
  readonly parts: LinePart[];
}

/**
 * The parts of a line as HTML, in which brackets about nothing but blank fields leave no trace, nor does the white space
 * before them. `write` makes one piece of HTML of what stands in brackets.
 */
export const withBrackets = (
  parts: readonly LinePart[],
  write: (inside: readonly LinePart[]) => string,
): readonly LinePart[] => {
  if (!parts.some((part) => isWords(part) && anyBracket.test(part.html))) return parts;
  const pieces = parts.flatMap((part) => (isWords(part) ? piecesOf(part.html) : [part]));
  const opened: Opened[] = [{ sign: '', parts: [] }];
  pieces.forEach((piece, at) => {
    const sign = 'html' in piece && isWords(piece) ? piece.html : '';
    const [around, last] = opened.slice(-2);
    if (sign in closingBracket && opened.length <= deepest) opened.push({ sign, parts: [] });
    else if (around !== undefined && last !== undefined && closingBracket[last.sign] === sign) {
      opened.pop();
      around.parts.push(...closed(around.parts, last, { write, next: pieces[at + 1] }));
    } else opened.at(-1)?.parts.push(piece);
  });
  // What nobody closed is a sign like any other.
  return opened.flatMap(({ sign, parts: inside }) => (sign === '' ? inside : [wordsOf(sign), ...inside]));
};

const wordsOf = (html: string): LinePart => ({ html, fields: [] });

const isWords = (part: LinePart): part is Extract<LinePart, { html: string }> =>
  'html' in part && part.fields.length === 0 && !part.html.includes('<');

const piecesOf = (words: string): readonly LinePart[] =>
  words
    .split(atBrackets)
    .filter((piece) => piece !== '')
    .map(wordsOf);

interface Closing {
  readonly write: (inside: readonly LinePart[]) => string;
  readonly next: LinePart | undefined;
}

const closed = (before: LinePart[], { sign, parts }: Opened, { write, next }: Closing): readonly LinePart[] => {
  const fields = parts.flatMap((part) => ('fields' in part ? part.fields : []));
  const end = closingBracket[sign] ?? '';
  if (fields.length === 0) return [wordsOf(sign), ...parts, wordsOf(end)];
  const space = meetsSpace(next) ? takeSpace(before) : '';
  return [{ html: onlyWith(fields, space + sign + write(parts) + end), fields }];
};

/** Whether what follows needs no white space before it: the end of the line, a separator, or words with their own. */
const meetsSpace = (next: LinePart | undefined): boolean =>
  next === undefined || 'separator' in next || (isWords(next) && /^[\s,;.:!?)]/u.test(next.html));

/** The white space at the end, which then stands there no longer. */
const takeSpace = (before: LinePart[]): string => {
  const last = before.at(-1);
  if (last === undefined || !isWords(last)) return '';
  const kept = last.html.trimEnd();
  before.splice(-1, 1, wordsOf(kept));
  return last.html.slice(kept.length);
};
