import { anyBracket } from '../../brackets.ts';
import type { Part } from '../../composition.ts';
import { inLanguage } from '../../inLanguage.ts';
import { strongSign } from '../../separators.ts';
import { pairsIn, type Pair, type Place } from './bracketPairs.ts';

type TextPart = Extract<Part, { kind: 'text' }>;

/** Whether a part is a bracket and nothing else: what stands on either side of it has nothing to do with the other. */
export const isBracket = (part: Part): boolean =>
  part.kind === 'text' && part.text.default.length === 1 && anyBracket.test(part.text.default);

/**
 * The parts of one line without the brackets about nothing but blank fields, and without what was typed in them: "Ada
 * (Analyst)" is "Ada" for whoever has no title, not "Ada ()". The blank fields stay: what parts them from others means the
 * same. Brackets about words alone stay, and those about a field that is there beside a blank one are parts of their own.
 */
export const withoutBlankBrackets = (
  parts: readonly Part[],
  language: string,
  isBlankField: (part: Part) => boolean,
): readonly Part[] => {
  const words = parts.map((part) => (part.kind === 'text' ? inLanguage(part.text, language) : null));
  if (!words.some((text) => text !== null && anyBracket.test(text))) return parts;
  const pairs = pairsIn(parts, words, isBlankField);
  const blank = outermost(pairs.filter(({ fields, filled }) => fields > 0 && filled === 0));
  const some = pairs.filter(({ fields, filled }) => filled > 0 && filled < fields);
  if (blank.length + some.length === 0) return parts;
  const own = new Set(some.flatMap(({ from, to }) => [keyOf(from), keyOf(to)]));
  const left = parts.flatMap((part, index) => leftOf(part, words[index] ?? null, { index, blank, own }));
  return left.flatMap((part, at) => {
    const next = left.slice(at + 1).find((each) => !isBlankField(each));
    return part.kind === 'text' && meetsSpace(next) ? withoutEnd(part) : [part];
  });
};

const withoutEnd = (part: TextPart): readonly Part[] => {
  const text = part.text.default.trimEnd();
  return text === '' ? [] : [{ ...part, text: { default: text } }];
};

const needsNoSpace = new RegExp(String.raw`^(?:[\s,;.:!?)]|${strongSign})`, 'u');

/** Whether what follows needs no white space before it: the end of the line, a separator, or words with their own. */
const meetsSpace = (next: Part | undefined): boolean =>
  next === undefined || next.kind === 'separator' || (next.kind === 'text' && needsNoSpace.test(next.text.default));

const keyOf = ({ part, at }: Place): string => `${part}:${at}`;

const isBefore = (one: Place, other: Place): boolean =>
  one.part < other.part || (one.part === other.part && one.at < other.at);

/** Of pairs those within others first: the ones within none, of which there are no more than fields. */
const outermost = (pairs: readonly Pair[]): readonly Pair[] => {
  const outer: Pair[] = [];
  for (const pair of pairs) {
    while (outer.length > 0 && isBefore(pair.from, outer.at(-1)?.from ?? pair.from)) outer.pop();
    outer.push(pair);
  }
  return outer;
};

interface Cuts {
  readonly index: number;
  /** What goes, from bracket to bracket. */
  readonly blank: readonly Pair[];
  /** Brackets that stay, and are parts of their own. */
  readonly own: ReadonlySet<string>;
}

const leftOf = (part: Part, text: string | null, { index, blank, own }: Cuts): readonly Part[] => {
  const isCut = (at: number): boolean => {
    const place = { part: index, at };
    return blank.some(({ from, to }) => !isBefore(place, from) && !isBefore(to, place));
  };
  if (part.kind !== 'text' || text === null) return part.kind !== 'field' && isCut(0) ? [] : [part];
  const pieces = [''];
  text.split('').forEach((sign, at) => {
    if (own.has(keyOf({ part: index, at }))) pieces.push(sign, '');
    else if (!isCut(at)) pieces.push((pieces.pop() ?? '') + sign);
  });
  return pieces.filter((piece) => piece !== '').map((piece): Part => ({ ...part, text: { default: piece } }));
};
