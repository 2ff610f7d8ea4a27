import { needsIsolation, presentable } from '../../text/presentable.ts';

/** As `sanitizeSignature` writes it, so that what is made here passes there unchanged. */
const inText = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;

const inAttribute = (text: string): string => inText(text).replaceAll('"', '&quot;');

/** Escaped, and kept from mixing its order with that of the words around it. */
export const asHtml = (text: string): string => {
  const { before, words, after } = presentableInside(text);
  const escaped = inText(words);
  return `${before}${needsIsolation(words) ? `<bdi>${escaped}</bdi>` : escaped}${after}`;
};

/** The same for plain text: U+2068 and U+2069 isolate. */
export const asText = (text: string): string => {
  const { before, words, after } = presentableInside(text);
  return `${before}${needsIsolation(words) ? `\u2068${words}\u2069` : words}${after}`;
};

/** `presentable`, and the spaces at both ends that part words from what stands beside them. */
const presentableInside = (text: string) => {
  const words = presentable(text);
  if (words === '') return { before: text === '' ? '' : ' ', words, after: '' };
  return { before: /^\s/u.test(text) ? ' ' : '', words, after: /\s$/u.test(text) ? ' ' : '' };
};

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
