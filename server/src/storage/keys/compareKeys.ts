import type { Key } from '../collection.ts';

/** The order of the port: null, then numbers, then texts by UTF-8 bytes. */
export const compareKeys = (left: Key | null, right: Key | null): number => {
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return rank(left) - rank(right);
};

const rank = (key: Key | null): number => {
  if (key === null) return 0;
  return typeof key === 'number' ? 1 : 2;
};

/** JavaScript compares UTF-16 units, which puts U+10000 and up before U+E000; UTF-8 bytes are in code point order. */
const compareTexts = (left: string, right: string): number => {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = weight(left.charCodeAt(index)) - weight(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

/** Moves surrogates above every other unit, so that comparing units compares code points. */
const weight = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
