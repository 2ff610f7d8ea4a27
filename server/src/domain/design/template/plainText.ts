import { htmlToText, type DomNode, type FormatCallback } from 'html-to-text';
import { lineElements } from '../../signature/lineElements.ts';
import { isBlank } from '../../text/isBlank.ts';

const lines: ReadonlySet<string> = new Set(lineElements);

const holdsLines = ({ name, children = [] }: DomNode): boolean => lines.has(name ?? '') || children.some(holdsLines);

const says = ({ data, children = [] }: DomNode): boolean => !isBlank(data) || children.some(says);

/** What a cell says, where that is one line; null where it has several. */
const oneLineOf = (children: readonly DomNode[]): DomNode[] | null => {
  if (!children.some(holdsLines)) return [...children];
  const [only, ...others] = children.filter((node) => says(node) || (node.name !== 'p' && node.name !== 'div'));
  const isBox = only?.name === 'p' || only?.name === 'div';
  return isBox && others.length === 0 ? oneLineOf(only.children ?? []) : null;
};

/** Words of a cell stand beside those of the next; a cell of several lines stands on lines of its own. */
const cell: FormatCallback = (element, walk, builder) => {
  if (!says(element)) return;
  const children = element.children ?? [];
  const line = oneLineOf(children);
  if (line === null) builder.openBlock({ leadingLineBreaks: 1 });
  walk(line ?? children, builder);
  if (line === null) builder.closeBlock({ trailingLineBreaks: 1 });
  else builder.addInline(' ');
};

/** A paragraph has an empty line on both sides, unless its style says that it has no room there, as Word and Outlook write lines. */
const paragraph: FormatCallback = ({ children = [], attribs }, walk, builder) => {
  const style = (attribs as Readonly<Record<string, string>> | undefined)?.['style'] ?? '';
  builder.openBlock({ leadingLineBreaks: hasRoom(style, 'top') ? 2 : 1 });
  walk(children, builder);
  builder.closeBlock({ trailingLineBreaks: hasRoom(style, 'bottom') ? 2 : 1 });
};

const hasRoom = (style: string, side: 'top' | 'bottom'): boolean => {
  const last = [...style.matchAll(/(?:^|;)\s*margin(?:-(top|bottom))?\s*:([^;]*)/g)].findLast(
    ([, of = side]) => of === side,
  );
  if (last === undefined) return true;
  const [top = '', , bottom = top] = (last[2] ?? '').trim().split(/\s+/);
  // Word's "margin-bottom:.0001pt" is none; what is no number, such as "auto", is none either.
  return Number.parseFloat(last[1] === undefined && side === 'bottom' ? bottom : top) >= 0.01;
};

const inline = '(?:a|b|strong|i|em|u|span|sup|sub|bdi|font)';
/** A break behind the last words of a paragraph or cell: they end there anyway, and nobody sees a line more. */
const lastBreak = new RegExp(
  String.raw`([^<>\s](?:\s|</?${inline}\b[^<>]*>){0,40})<br />(?=(?:\s|</${inline}>){0,40}</(?:p|div|td|th|li)>)`,
  'g',
);

/** HTML of an expert as plain text: rows are lines, never two empty ones on end. */
export const plainText = (html: string): string =>
  htmlToText(html.replace(lastBreak, '$1'), {
    wordwrap: false,
    formatters: { cell, paragraph },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      // First-strong isolate and its end, the text form of <bdi>.
      { selector: 'bdi', format: 'inlineSurround', options: { prefix: '\u2068', suffix: '\u2069' } },
      { selector: 'p', format: 'paragraph' },
      { selector: 'ul', options: { itemPrefix: '• ', leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'ol', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      // In no list.
      { selector: 'li', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'table', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'td', format: 'cell' },
      { selector: 'th', format: 'cell' },
    ],
  })
    .replace(/(?<![ \t\u00a0])[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
