import { foldText } from './foldText.ts';

/** More words than this narrow nothing down; whoever pastes a page of text gets an answer all the same. */
const mostWords = 10;
/** Stored tokens are cut here, so a longer word is compared by its beginning. */
const longestWord = 40;

/**
 * The beginnings that a person's tokens must have. Text is split as `searchTokens` splits it, so a pasted address is
 * found by its parts; text without a letter or digit is one word, because names such as "★" are kept whole.
 */
export const searchWords = (search: string | undefined): readonly string[] => {
  const folded = foldText(search ?? '');
  // Of a lone accent nothing is left to look for, which is not the same as looking for nothing.
  if (folded === '') return search === undefined || search.trim() === '' ? [] : [search.trim().slice(0, longestWord)];
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const cut = (words.length > 0 ? words : [folded]).map((word) => word.slice(0, longestWord));
  return [...new Set(cut)].slice(0, mostWords);
};
