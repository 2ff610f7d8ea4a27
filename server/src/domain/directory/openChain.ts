import { DirectoryError } from '../errors.ts';

/** So often in a row the same is on the pages of no list that goes on. */
const mostAlike = 10;

/** An empty page is not the end, and a large directory has many in a row; so many are in none. */
const mostEmpty = 2000;

export interface ChainPage {
  readonly next: string | null;
  /** Tells what is on it from what is on other pages; null where nothing is. */
  readonly mark: number | null;
}

/** 53 bits that stand for a page or a link where all of them are remembered: thousands are told apart. */
export const markOf = (text: string): number => {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
};

const endless = (): DirectoryError =>
  new DirectoryError('directory-link-expired', 'Microsoft Graph gave a list that goes in circles; it starts over.');

/**
 * Looks at the pages of one list as they come, and throws DirectoryError `directory-link-expired` at one from which it would
 * never come to an end: it links back, or the same is told again and again under new links, as is reported now and then
 * (https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/3082). Of each page a mark of its link is remembered.
 */
export const openChain = (from: string | null): ((page: ChainPage) => void) => {
  const links = new Set(from === null ? [] : [markOf(from)]);
  let last: number | null = null;
  let alike = 0;
  let empty = 0;
  return ({ next, mark }) => {
    if (next === null) return;
    const link = markOf(next);
    empty = mark === null ? empty + 1 : 0;
    if (mark !== null) alike = mark === last ? alike + 1 : 1;
    last = mark ?? last;
    if (links.has(link) || alike >= mostAlike || empty >= mostEmpty) throw endless();
    links.add(link);
  };
};
