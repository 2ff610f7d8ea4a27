import type { Block, TextStyle } from '../composition.ts';
import { inLanguage } from '../inLanguage.ts';
import { largestLetters } from './largestLetters.ts';

/** How wide a piece is, in pixels; of text only about, because nobody knows the letters of whoever reads it. */
export interface Extent {
  /** Narrower it cannot be: images. */
  readonly least: number;
  /** Narrower, words would be broken. */
  readonly word: number;
  /** With every line of text unbroken. */
  readonly natural: number;
}

export const rigid = (width: number): Extent => ({ least: width, word: width, natural: width });

export const widestOf = (extents: readonly Extent[]): Extent => ({
  least: Math.max(0, ...extents.map(({ least }) => least)),
  word: Math.max(0, ...extents.map(({ word }) => word)),
  natural: Math.max(0, ...extents.map(({ natural }) => natural)),
});

interface Shown {
  /** What it is in plain text. */
  readonly text: readonly string[];
  readonly language: string;
  readonly base: TextStyle;
}

/** Of a block that holds no columns. */
export const extentOf = (block: Exclude<Block, { kind: 'group' }>, { text, language, base }: Shown): Extent => {
  switch (block.kind) {
    case 'image':
    case 'banner':
      return rigid(block.width);
    case 'divider':
      return rigid(block.width ?? 0);
    case 'spacer':
      return rigid(0);
    case 'social':
      return rigid(block.size * text.length + block.gap * (text.length - 1));
    case 'button': {
      const { word, natural } = linesExtent([inLanguage(block.text, language)], base.fontSize);
      return { least: 0, word: word + buttonRoom, natural: natural + buttonRoom };
    }
    default:
      return linesExtent(text, largestLetters(block, base));
  }
};

const linesExtent = (lines: readonly string[], fontSize: number): Extent => {
  const widest = (pieces: readonly string[]): number =>
    Math.max(0, ...pieces.map((piece) => textWidth(piece, fontSize)));
  return { least: 0, word: widest(lines.flatMap((line) => line.split(' '))), natural: widest(lines) };
};

/** On both sides of a button's words. Pixels. */
export const buttonRoom = 32;

/** Letters of Latin, Greek, Cyrillic, Hebrew and Arabic are about half as wide as high, others as wide as high. */
const textWidth = (line: string, fontSize: number): number => {
  let wide = 0;
  for (const letter of line) wide += letter < '\u1100' ? usualLetter : 1;
  return Math.ceil(wide * fontSize);
};

/** More than the average of common letters, so that few lines are wider than what is reckoned with. */
const usualLetter = 0.6;

/**
 * How wide each of what stands side by side may become so that all of it fits in one line of `room` pixels, shared as
 * cells of a table share it: to each what its longest word needs, up to an even part, and of the rest the more the more
 * it would like. Null: as it likes. What cannot fit is not held, and breaks.
 */
export const shareRoom = (wanted: readonly Extent[], room: number): readonly (number | null)[] => {
  if (sumOf(wanted, ({ natural }) => natural) <= room) return wanted.map(() => null);
  const even = room / wanted.length;
  const need = ({ least, word }: Extent): number => Math.max(least, Math.min(word, even));
  const rest = room - sumOf(wanted, need);
  if (rest < 0) return wanted.map(() => null);
  const liked = sumOf(wanted, (each) => each.natural - need(each));
  return wanted.map((each) => {
    const more = each.natural - need(each);
    return more === 0 ? null : Math.floor(need(each) + (rest * more) / liked);
  });
};

const sumOf = (wanted: readonly Extent[], measure: (extent: Extent) => number): number =>
  wanted.reduce((sum, each) => sum + measure(each), 0);
