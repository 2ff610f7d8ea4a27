import type { LinePart } from './linePart.ts';

/** What people write before a number or address, and nothing else. */
const label =
  /^\s(?:[tmepfdocw]|tel|telefoon|telefon|phone|mob|mobile|mobiel|mobil|cell|handy|fax|e-?mail|mail|web|direct|office)[.:]?\s*$/iu;

type Words = Extract<LinePart, { html: string }>;

const isWords = (part: LinePart | undefined): part is Words =>
  part !== undefined && 'html' in part && part.fields.length === 0;
const isField = (part: LinePart | undefined): boolean => part !== undefined && 'html' in part && part.fields.length > 0;

/** The parts of a line, in which the space before a label between two fields parts them: "T 020 … M 06 …". */
export const withLabels = (parts: readonly LinePart[]): readonly LinePart[] => {
  const all: LinePart[] = [];
  let words: Words[] = [];
  for (const part of parts) {
    if (isWords(part)) {
      words.push(part);
      continue;
    }
    all.push(...(isField(part) && isField(all.at(-1)) ? apart(words) : words), part);
    words = [];
  }
  return [...all, ...words];
};

const apart = (words: readonly Words[]): readonly LinePart[] => {
  const [first, ...rest] = words;
  if (first === undefined || !label.test(words.map(({ html }) => html.replace(/<[^<>]*>/g, '')).join(''))) return words;
  const kept = first.html.trimStart();
  return kept === first.html
    ? words
    : [{ separator: first.html.slice(0, first.html.length - kept.length) }, { ...first, html: kept }, ...rest];
};
