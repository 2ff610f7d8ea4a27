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
  const tokens = new Set<string>();
  const whole: string[] = [];
  for (const text of new Set(texts)) {
    if (text === null) continue;
    const folded = foldText(text);
    for (const word of wordsOf(folded)) tokens.add(word.slice(0, longest));
    if (beginsWithSign.test(folded)) whole.push(folded.slice(0, longest));
  }
  for (const text of whole) tokens.add(text);
  return tokens.size <= most ? [...tokens] : [...tokens].slice(0, most);
};

const [longest, most] = [40, 40];
const beginsWithSign = /^[^\p{L}\p{N}]/u;

const wordsOf = (folded: string): readonly string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];
