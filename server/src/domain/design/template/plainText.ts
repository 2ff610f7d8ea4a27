import { htmlToText, type DomNode, type FormatCallback } from 'html-to-text';

const lines = new Set(['p', 'div', 'table', 'br', 'hr']);

const holdsLines = ({ name, children = [] }: DomNode): boolean => lines.has(name ?? '') || children.some(holdsLines);

/** Words of a cell stand beside those of the next; a cell of several lines stands on lines of its own. */
const cell: FormatCallback = ({ children }, walk, builder) => {
  const isBlock = children.some(holdsLines);
  if (isBlock) builder.openBlock({ leadingLineBreaks: 1 });
  walk(children, builder);
  if (isBlock) builder.closeBlock({ trailingLineBreaks: 1 });
  else builder.addInline(' ');
};

/** HTML of an expert as plain text: rows are lines, never two empty ones on end. */
export const plainText = (html: string): string =>
  htmlToText(html, {
    wordwrap: false,
    formatters: { cell },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      // First-strong isolate and its end, the text form of <bdi>.
      { selector: 'bdi', format: 'inlineSurround', options: { prefix: '\u2068', suffix: '\u2069' } },
      { selector: 'table', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'td', format: 'cell' },
      { selector: 'th', format: 'cell' },
    ],
  })
    .replace(/(?<![ \t\u00a0])[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
