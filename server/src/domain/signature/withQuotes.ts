const quote = /<(\/?)q(?:\s[^<>]*)?>/gi;

/** Quotations with the signs that a browser puts around them, which nothing else does: no element of mails has any, nor has text. */
export const withQuotes = (html: string): string => {
  let depth = 0;
  return html.replace(quote, (_tag, slash: string) => {
    if (slash === '') {
      depth += 1;
      return depth % 2 === 1 ? '\u201c' : '\u2018';
    }
    if (depth === 0) return '';
    depth -= 1;
    return depth % 2 === 0 ? '\u201d' : '\u2019';
  });
};
