import juice from 'juice';
import { takeSheets } from './takeSheets.ts';

type Declaration = Readonly<Record<string, unknown>>;

/** As juice itself reads a sheet: a selector each, with what it declares. Its types do not tell of it. */
const { parseCSS } = Reflect.get(juice, 'utils') as {
  parseCSS: (css: string) => readonly (readonly [selector: string, declarations: readonly Declaration[]])[];
};

/** What one signature may take, in about microseconds of a processor; everybody else waits for so long. */
const mostWork = 400_000;
/** Characters that sheets may write onto elements, which is more than Outlook takes of a whole signature. */
const mostWritten = 500_000;

/**
 * Style sheets written onto the elements they are about, and comments taken out; null where that would take so long that
 * everybody else waits, which no signature does.
 */
export const inlineStyles = (given: string): string | null => {
  if (!/<style|<!--/i.test(given)) return given;
  const { css: sheets, html } = takeSheets(given);
  const css = inLowerCase(sheets);
  if (css.trim() === '') return html;
  const page = measure(html);
  let [work, written] = [toRead(css), 0];
  if (work > mostWork) return null;
  for (const [selector, declarations] of parseCSS(css)) {
    const matches = mostMatches(selector, page);
    const length = declarations.reduce((sum, { name, value }) => sum + String(name).length + String(value).length, 0);
    work += workOf(selector, page) + html.length * 0.001 + matches * (declarations.length + 1) * 3;
    written += matches * length;
    if (work > mostWork || written > mostWritten) return null;
  }
  return juice.inlineContent(html, css);
};

/** Names of properties, which capitals tell apart for juice and for nobody else; those of one's own are. */
const inLowerCase = (css: string): string =>
  css.replace(/[{;]\s*(?!--)[a-z-]+(?=\s*:)|!\s*important/gi, (piece) => piece.toLowerCase());

/** Whoever reads a sheet looks at the rest of it with every rule. */
const toRead = (css: string): number => css.split('{').length * css.length * 0.001;

interface Page {
  readonly lower: string;
  readonly elements: number;
  readonly depth: number;
  /** An attribute may be written otherwise than it reads: `&#97;` is an a. */
  readonly isPlain: boolean;
}

const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

const measure = (html: string): Page => {
  const lower = html.toLowerCase();
  let [elements, open, depth] = [1, 0, 0];
  for (const [, end = '', name = ''] of lower.matchAll(/<(\/?)([a-z][^\s/>]*)/g)) {
    if (end === '') elements += 1;
    if (!empty.has(name)) open += end === '' ? 1 : -1;
    depth = Math.max(depth, open);
  }
  return { lower, elements, depth: depth + 1, isPlain: !/<[^<>]*&/.test(lower) };
};

/** Names that ask nothing of other elements. */
const cheap = /:{1,2}(?:hover|link|visited|active|focus|before|after|first-line|first-letter|root)(?![\w-])/gi;
/** `2n+1` adds nothing up. */
const numbers = /\([\dn\s+-]*\)/gi;

/** Each colon, plus or tilde may ask of every other element, and each step up of every one around. */
const workOf = (selector: string, { elements, depth }: Page): number => {
  const asked = selector.replace(cheap, '').replace(numbers, '');
  const around = asked.match(/[:~+]/g)?.length ?? 0;
  const steps = asked.trim().split(/[\s>]+/).length - 1;
  return elements + (around === 0 ? 0 : elements ** (around + 1) * 0.03) + steps * elements * depth * 0.03;
};

/** How many elements it may be about: as often as a name that they must have stands anywhere. */
const mostMatches = (selector: string, { lower, elements, isPlain }: Page): number => {
  if (!isPlain || selector.includes('\\')) return elements;
  const own =
    selector
      .trim()
      .split(/[\s>~+]+/)
      .at(-1) ?? '';
  const [name = ''] = /^[.#]?[a-z][\w-]*/i.exec(own) ?? [];
  const word = name.replace(/^[.#]/, '').toLowerCase();
  return word === '' ? elements : Math.min(elements, lower.split(word).length - 1);
};
