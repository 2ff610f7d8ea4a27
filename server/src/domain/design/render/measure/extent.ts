import type { Block, TextStyle } from '../../composition.ts';
import { inLanguage } from '../../inLanguage.ts';
import { largestLetters } from './largestLetters.ts';

/** How wide a piece is, in pixels; of text only about, because nobody knows the letters of whoever reads it. */
export interface Extent {
  /** Narrower it cannot be: images. */
  readonly least: number;
  /** Narrower, words would be broken. */
  readonly word: number;
  /** With every line of text unbroken. */
  readonly natural: number;
  /** Wider it is not, whatever its letters. */
  readonly most: number;
}

export const rigid = (width: number): Extent => ({ least: width, word: width, natural: width, most: width });

export const widestOf = (extents: readonly Extent[]): Extent => ({
  least: Math.max(0, ...extents.map(({ least }) => least)),
  word: Math.max(0, ...extents.map(({ word }) => word)),
  natural: Math.max(0, ...extents.map(({ natural }) => natural)),
  most: Math.max(0, ...extents.map(({ most }) => most)),
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
    case 'qrCode':
      return rigid(block.size);
    case 'divider':
      return rigid(block.width ?? 0);
    case 'spacer':
      return rigid(0);
    case 'social':
      return rigid(block.size * text.length + block.gap * (text.length - 1));
    case 'button': {
      const { word, natural, most } = linesExtent([inLanguage(block.text, language)], base.fontSize);
      return { least: 0, word: word + buttonRoom, natural: natural + buttonRoom, most: most + buttonRoom };
    }
    // May hold more than letters: not held where its letters have room.
    case 'html': {
      const lines = linesExtent(text, base.fontSize);
      return { ...lines, most: lines.natural };
    }
    default:
      return linesExtent(text, largestLetters(block, base));
  }
};

const linesExtent = (lines: readonly string[], fontSize: number): Extent => {
  const widest = (pieces: readonly string[]): number =>
    Math.max(0, ...pieces.map((piece) => textWidth(piece, fontSize)));
  const most = Math.max(0, ...lines.map((line) => line.length)) * fontSize * widestLetter;
  return { least: 0, word: widest(lines.flatMap((line) => line.split(' '))), natural: widest(lines), most };
};

/** On both sides of a button's words. Pixels. */
export const buttonRoom = 32;

/** Letters of Latin, Greek, Cyrillic, Hebrew and Arabic are about half as wide as high, others as wide as high. */
const textWidth = (line: string, fontSize: number): number => {
  let wide = 0;
  for (const letter of line.replace(isolates, '')) wide += letter < '\u1100' ? usualLetter : 1;
  return Math.ceil(wide * fontSize);
};

/** What parts words of another direction takes no room. */
const isolates = /[\u2066-\u2069]/g;

/** More than the average of common letters, so that few lines are wider than what is reckoned with. */
const usualLetter = 0.6;

/** No letter of a usual font is wider than this times its size. */
const widestLetter = 1.5;

/** So much more than reckoned a word has where there is room, because one that is wider would be broken. */
const roomForWord = 1.25;

/**
 * How wide each of what stands side by side may become so that all of it fits in one line of `room` pixels, whatever its
 * letters; shared as cells of a table share it: to each what its longest word needs, up to an even part, then the rest of that
 * word, then what its lines need, then what they could at most. Null: as it likes, where its width is certain, or all of it surely fits.
 * What cannot fit is not held, and breaks.
 */
export const shareRoom = (wanted: readonly Extent[], room: number): readonly (number | null)[] => {
  const steps = stepsOf(wanted, Math.floor(room / wanted.length));
  const next = steps.findIndex((step) => sumOf(step) > room);
  const [had, wish] = [steps[next - 1], steps[next]];
  if (had === undefined || wish === undefined) return wanted.map(() => null);
  const part = (room - sumOf(had)) / (sumOf(wish) - sumOf(had));
  return wanted.map(({ most }, index) => {
    const [from, to] = [had[index] ?? 0, wish[index] ?? 0];
    return from === most ? null : Math.floor(from + part * (to - from));
  });
};

/** Widths of all, from what each must have to the most it could be; none is narrower than in the step before. */
const stepsOf = (wanted: readonly Extent[], even: number): readonly (readonly number[])[] => {
  const perEach = wanted.map(({ least, word, natural, most }) => {
    const must = Math.max(least, Math.min(word, even));
    const safe = Math.max(must, Math.min(word * roomForWord, even, most));
    const whole = Math.max(safe, word);
    return [must, safe, whole, Math.max(whole, natural), most];
  });
  return [0, 1, 2, 3, 4].map((step) => perEach.map((widths) => widths[step] ?? 0));
};

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
