import type { Part } from '../../composition.ts';
import { inLanguage } from '../../inLanguage.ts';
import { joiningSign, spacedSign, strongSign } from '../../separators.ts';

/** Signs that part what stands on both sides of them, wherever they are written. */
const strong = new RegExp(String.raw`([ \u00a0]{0,9}${strongSign}[ \u00a0]{0,9})`, 'u');

/** Signs that do so where they stand alone between two things; without room around it a plus belongs to a number. */
const alone = new RegExp(
  String.raw`^(?:[ \u00a0]{0,9}(?:[,;]|${spacedSign})[ \u00a0]{0,9}|[ \u00a0]{1,9}${joiningSign}[ \u00a0]{1,9})$`,
  'u',
);

/**
 * The parts of one line, with the signs that somebody typed between them as separators, whether or not they said so: nobody
 * wants "Analyst | " for whoever has no department. A sign at an end of the line stays what it is.
 */
export const typedSeparators = (parts: readonly Part[], language: string): readonly Part[] =>
  parts.some((part) => part.kind === 'text' && anySign.test(inLanguage(part.text, language)))
    ? parts.flatMap((part, at) => partsOf(part, { at, last: parts.length - 1, language }))
    : parts;

/** Most lines have none. */
const anySign = new RegExp(`[,;]|${strongSign}|${spacedSign}|${joiningSign}`, 'u');

interface Place {
  readonly at: number;
  readonly last: number;
  readonly language: string;
}

const partsOf = (part: Part, { at, last, language }: Place): readonly Part[] => {
  if (part.kind !== 'text') return [part];
  const words = inLanguage(part.text, language);
  const { style } = part;
  if (alone.test(words)) return at > 0 && at < last ? [{ kind: 'separator', text: words, style }] : [part];
  const pieces = words.split(strong);
  if (pieces.length === 1) return [part];
  return pieces.flatMap((text, piece): readonly Part[] => {
    if (text === '') return [];
    const isSign = piece % 2 === 1;
    const isFirst = at === 0 && pieces.slice(0, piece).join('') === '';
    const isLast = at === last && pieces.slice(piece + 1).join('') === '';
    return isSign && !isFirst && !isLast
      ? [{ kind: 'separator', text, style }]
      : [{ kind: 'text', text: { default: text }, style }];
  });
};
