import juice from 'juice';

/** Questions whether a rule is about an element that are asked for one signature: a tenth of a second. */
const mostMatches = 100_000;

/** Asks of other elements whether it is about this one, which for each part of it may be all there are. */
const asksAround = /[~+]|:(?:nth|last|only|first|has|not|is|where|matches|any|contains)/g;

/**
 * Style sheets written onto the elements they are about; null where that would take so long that everybody else waits,
 * which no signature does.
 */
export const inlineStyles = (html: string): string | null => {
  const { sheets, words } = split(html);
  if (sheets.length === 0) return html;
  const elements = words.split('<').length - words.split('</').length + 1;
  let matches = 0;
  for (const selector of selectorsIn(sheets)) {
    const parts = 1 + (selector.match(asksAround)?.length ?? 0);
    matches += elements ** parts;
    if (matches > mostMatches) return null;
  }
  return juice(html);
};

/** What stands in style elements, and all the rest; found by looking for their names alone, as a parser may see them. */
const split = (html: string) => {
  const lower = html.toLowerCase();
  const sheets: string[] = [];
  const words: string[] = [];
  let at = 0;
  for (let begin = lower.indexOf('<style'); begin >= 0; begin = lower.indexOf('<style', at)) {
    words.push(html.slice(at, begin));
    const end = lower.indexOf('</style', begin);
    sheets.push(html.slice(begin, end < 0 ? html.length : end));
    at = end < 0 ? html.length : end + 1;
  }
  words.push(html.slice(at));
  return { sheets, words: words.join('') };
};

const selectorsIn = (sheets: readonly string[]): readonly string[] =>
  sheets.flatMap((sheet) =>
    sheet
      .split('{')
      .slice(0, -1)
      .flatMap((before) => before.split(',')),
  );
