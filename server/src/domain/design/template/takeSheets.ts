export interface SheetsApart {
  readonly css: string;
  /** The rest, without comments. */
  readonly html: string;
}

/** Where an element of this name begins or ends, from a place on; -1 for nowhere. */
const tagAt = (lower: string, tag: string, from: number): number => {
  for (let at = lower.indexOf(tag, from); at >= 0; at = lower.indexOf(tag, at + 1))
    if (/[\s/>]/.test(lower.charAt(at + tag.length))) return at;
  return -1;
};

const orEnd = (found: number, text: string): number => (found < 0 ? text.length : found);

/**
 * What stands in style elements, and all the rest. A comment in HTML may hold a sheet that is for some programs alone; one in
 * a sheet hides it from browsers that had never heard of one, and counts for nothing.
 */
export const takeSheets = (html: string): SheetsApart => {
  const lower = html.toLowerCase();
  const sheets: string[] = [];
  const words: string[] = [];
  // Each is looked for from behind the one before, so that nothing is read twice.
  let [sheet, comment] = [-1, -1];
  for (let at = 0; at < html.length;) {
    if (sheet < at) sheet = orEnd(tagAt(lower, '<style', at), html);
    if (comment < at) comment = orEnd(html.indexOf('<!--', at), html);
    const next = Math.min(sheet, comment);
    words.push(html.slice(at, next));
    if (next === html.length) break;
    if (comment < sheet) at = orEnd(html.indexOf('-->', comment + '<!'.length), html) + '-->'.length;
    else {
      const begin = orEnd(html.indexOf('>', sheet), html) + 1;
      const end = orEnd(tagAt(lower, '</style', begin), html);
      sheets.push(html.slice(begin, end));
      at = orEnd(html.indexOf('>', end), html) + 1;
    }
  }
  return { css: sheets.join('\n').replaceAll('<!--', ' ').replaceAll('-->', ' '), html: words.join('') };
};
