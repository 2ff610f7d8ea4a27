import { htmlToText } from 'html-to-text';

/** HTML of an expert as plain text: rows are lines, never two empty ones on end. */
export const plainText = (html: string): string =>
  htmlToText(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      // First-strong isolate and its end, the text form of <bdi>.
      { selector: 'bdi', format: 'inlineSurround', options: { prefix: '\u2068', suffix: '\u2069' } },
      { selector: 'table', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  })
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
