/** Lower case without diacritics, so that "Zoë" is found by "zoe" and sorts beside it. */
export const foldText = (text: string): string => (plain.test(text) ? text.toLowerCase().trim() : foldLetters(text));

/** Most texts: none of their letters is another one with something on it. */
const plain = /^[\0-\x7f]*$/;

const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .trim();

/**
 * The words a person can be found by, from the first letter of each on. At most 40 words of 40 characters. A text that
 * begins with a sign, such as "★", is one of them whole; any other is found by its words.
 */
export const searchTokens = (texts: readonly (string | null)[]): readonly string[] => {
  const folded = [...new Set(texts)].flatMap((text) => (text === null ? [] : [foldText(text)]));
  const words = folded.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  const whole = folded.filter((text) => /^[^\p{L}\p{N}]/u.test(text));
  const tokens = new Set([...words, ...whole].filter((word) => word !== '').map((word) => word.slice(0, 40)));
  return [...tokens].slice(0, 40);
};
