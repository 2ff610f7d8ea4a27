import { anyBracket, closingBracket } from '../../brackets.ts';
import type { Part } from '../../composition.ts';

const brackets = new RegExp(anyBracket, 'gu');

/** A sign in a line: in which part, and where in its words. */
export interface Place {
  readonly part: number;
  readonly at: number;
}

/** Two brackets that belong together. */
export interface Pair {
  readonly from: Place;
  readonly to: Place;
  /** How many fields stand between them, and how many of those, and of links, are there. */
  readonly fields: number;
  readonly filled: number;
}

interface Opened {
  readonly sign: string;
  readonly from: Place;
  fields: number;
  filled: number;
}

/** The pairs of brackets in a line, those within others first. `words` is what each part says; null where it is no text. */
export const pairsIn = (
  parts: readonly Part[],
  words: readonly (string | null)[],
  isBlankField: (part: Part) => boolean,
): readonly Pair[] => {
  const opened: Opened[] = [];
  const found: Pair[] = [];
  const count = (fields: number, filled: number): void => {
    const around = opened.at(-1);
    if (around !== undefined) Object.assign(around, { fields: around.fields + fields, filled: around.filled + filled });
  };
  const read = (sign: string, place: Place): void => {
    if (sign in closingBracket) opened.push({ sign, from: place, fields: 0, filled: 0 });
    else if (closingBracket[opened.at(-1)?.sign ?? ''] === sign) {
      const { from, fields, filled } = opened.pop() ?? { from: place, fields: 0, filled: 0 };
      found.push({ from, to: place, fields, filled });
      count(fields, filled);
    }
  };
  parts.forEach((part, index) => {
    if (part.kind === 'field') count(1, isBlankField(part) ? 0 : 1);
    else if (part.kind === 'link') count(1, 1);
    for (const { 0: sign, index: at } of (words[index] ?? '').matchAll(brackets)) read(sign, { part: index, at });
  });
  return found;
};
