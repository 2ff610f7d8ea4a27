import type { Composition } from '../composition.ts';
import { needsIsolation, presentable } from '../../text/presentable.ts';

/** As `sanitizeSignature` writes it, so that what is made here passes there unchanged. */
export const inText = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;

export const inAttribute = (text: string): string => inText(text).replaceAll('"', '&quot;');

/** Escaped, and kept from mixing its order with that of the words around it, in a line that is read in `direction`. */
export const asHtml = (text: string, direction: Direction = 'ltr'): string => {
  const { before, words, after } = presentableInside(text);
  const escaped = inText(words);
  switch (turnOf(words, direction)) {
    case 'own':
      return `${before}<bdi>${escaped}</bdi>${after}`;
    case 'fromLeft':
      return before + fromLeft(escaped, '').html + after;
    case 'none':
      return before + escaped + after;
  }
};

/** The same for plain text: U+2068 and U+2069 isolate, until `mailText` writes what every mail program knows. */
export const asText = (text: string, direction: Direction = 'ltr'): string => {
  const { before, words, after } = presentableInside(text);
  switch (turnOf(words, direction)) {
    case 'own':
      return `${before}\u2068${words}\u2069${after}`;
    case 'fromLeft':
      return before + fromLeft('', words).text + after;
    case 'none':
      return before + words + after;
  }
};

type Direction = Composition['direction'];

/** Whether words must be parted from those around them: else the full stop of `Linden Ltd.` stands before it in Hebrew. */
const turnOf = (words: string, direction: Direction): 'none' | 'own' | 'fromLeft' => {
  if (needsIsolation(words)) return 'own';
  return direction === 'rtl' && /\p{L}/u.test(words) ? 'fromLeft' : 'none';
};

/** `presentable`, and what at both ends parts words from what stands beside them: spaces, and the colon of a label. */
const presentableInside = (text: string) => {
  const all = presentable(text);
  if (all === '') return { before: text === '' ? '' : ' ', words: all, after: '' };
  let end = all.length;
  while (end > 0 && joints.includes(all.charAt(end - 1))) end -= 1;
  const after = all.slice(end) + (/\s$/u.test(text) ? ' ' : '');
  return { before: /^\s/u.test(text) ? ' ' : '', words: all.slice(0, end), after };
};

const joints = ':;,';

/** The same of what reads from left to right wherever it stands, such as a number: `dir` because Word knows no <bdi>. */
export const fromLeft = (html: string, text: string): { readonly html: string; readonly text: string } => ({
  html: `<span dir="ltr">${html}</span>`,
  text: `\u2066${text}\u2069`,
});

export type Styles = Readonly<Record<string, string | null>>;

/** `name:value` for all that is not null, in the order they are given. */
export const styleOf = (styles: Styles): string => {
  let css = '';
  for (const [name, value] of Object.entries(styles)) {
    if (value !== null) css += `${css === '' ? '' : ';'}${name}:${value}`;
  }
  return css;
};

export type Attributes = Readonly<Record<string, string | null>>;

const attributesOf = (attributes: Attributes): string => {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) written += ` ${name}="${inAttribute(value)}"`;
  }
  return written;
};

export const element = (name: string, attributes: Attributes, content: string): string =>
  `<${name}${attributesOf(attributes)}>${content}</${name}>`;

export const voidElement = (name: string, attributes: Attributes): string => `<${name}${attributesOf(attributes)} />`;

/** A table for layout: screen readers are told that it means nothing, Word that it has no room of its own. */
export const layoutTable = (rows: string, styles: Styles = {}): string =>
  element(
    'table',
    {
      role: 'presentation',
      cellpadding: '0',
      cellspacing: '0',
      border: '0',
      width: styles['width']?.replace(/px$/, '') ?? null,
      style: styleOf({ 'border-collapse': 'collapse', ...styles }),
    },
    rows,
  );

export const px = (length: number): string => `${String(length)}px`;
