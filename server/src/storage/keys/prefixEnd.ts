const lastCodePoint = 0x10ffff;

/** The smallest text above every text that starts with the prefix, in UTF-8 byte order; null when there is none. */
export const prefixEnd = (prefix: string): string | null => {
  const points = [...prefix].map((letter) => letter.codePointAt(0) ?? 0);
  while (points.at(-1) === lastCodePoint) points.pop();
  const last = points.pop();
  if (last === undefined) return null;
  return String.fromCodePoint(...points, nextCodePoint(last));
};

/** Surrogates are no code points of their own, so U+E000 follows U+D7FF. */
const nextCodePoint = (point: number): number => (point === 0xd7ff ? 0xe000 : point + 1);
