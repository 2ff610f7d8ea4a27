import type { Composition, Part, PartStyle } from '../composition.ts';
import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { inLanguage } from '../inLanguage.ts';
import { isBlank } from '../../text/isBlank.ts';
import { fieldValue, type FieldValue } from './fieldValue.ts';
import { typedSeparators } from './punctuation/typedSeparators.ts';
import { isBracket, withoutBlankBrackets } from './punctuation/withoutBlankBrackets.ts';
import { asHtml, asText, element, fromLeft, px, styleOf } from './markup.ts';

export interface Line {
  readonly html: string;
  readonly text: string;
}

export interface RenderedParts {
  readonly lines: readonly Line[];
  /** Fields that are blank. */
  readonly blank: readonly string[];
}

/** For whom, and in which colour what is linked stands where it says none itself. */
export interface Eye {
  readonly person: DesignPerson;
  readonly context: DesignContext;
  readonly color: string;
  readonly direction: Composition['direction'];
}

/** The lines of a text block: those whose fields are all blank are not among them. */
export const renderParts = (parts: readonly Part[], eye: Eye): RenderedParts => {
  const blank: string[] = [];
  const lines = splitAtBreaks(parts).map((line) => renderLine(line, eye, blank));
  return { lines: lines.filter((line): line is Line => line !== null), blank };
};

const splitAtBreaks = (parts: readonly Part[]): readonly (readonly Part[])[] => {
  const lines: Part[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(part);
  }
  return lines;
};

/** Null where it has fields and all are blank, or nothing at all. Tells `blank` which are. */
const renderLine = (written: readonly Part[], eye: Eye, blank: string[]): Line | null => {
  const { language } = eye.person;
  const isBlankField = (part: Part): boolean => part.kind === 'field' && fieldOf(part, eye) === null;
  const parts = typedSeparators(withoutBlankBrackets(written, language, isBlankField), language);
  const rendered = parts.map((part) => renderPart(part, eye));
  const fields = parts.filter((part) => part.kind === 'field');
  const missing = parts.flatMap((part, index) =>
    part.kind === 'field' && rendered[index] === null ? [part.field] : [],
  );
  blank.push(...missing);
  if (fields.length > 0 && missing.length === fields.length) return null;
  const kept = settle(parts, withoutBlankSegments(parts, rendered));
  const text = kept.map((line) => line.text).join('');
  return isBlank(text) ? null : { html: kept.map((line) => line.html).join(''), text: text.trim() };
};

/** Between two separators, or a separator and a bracket, words stand only where one of the fields beside them does. */
const withoutBlankSegments = (parts: readonly Part[], rendered: readonly (Line | null)[]): readonly (Line | null)[] => {
  if (parts.every(({ kind }) => kind !== 'separator')) return rendered;
  const segments: number[][] = [[]];
  parts.forEach((part, at) => {
    if (part.kind === 'separator' || isBracket(part)) segments.push([]);
    else segments.at(-1)?.push(at);
  });
  const isField = (at: number): boolean => parts[at]?.kind === 'field';
  const gone = new Set(
    segments
      .filter((segment) => segment.some(isField) && segment.filter(isField).every((at) => rendered[at] === null))
      .flat(),
  );
  return rendered.map((line, at) => (gone.has(at) ? null : line));
};

/** No separator stands at an end of what is in brackets either. */
const between = (before: Line | undefined, separator: Line, after: Line): readonly Line[] =>
  /[([（【]\s?$/u.test(before?.text ?? '') || /^\s?[)\]）】]/u.test(after.text) ? [] : [separator];

/** Labels only with what they belong to, separators only between two parts that are shown. */
const settle = (parts: readonly Part[], rendered: readonly (Line | null)[]): readonly Line[] => {
  const kept: Line[] = [];
  let separator: Line | null = null;
  let labels: Line[] = [];
  parts.forEach((part, index) => {
    const line = rendered[index] ?? null;
    if (part.kind === 'separator') {
      if (kept.length > 0) separator ??= line;
      labels = [];
    } else if (part.kind === 'label') {
      if (line !== null) labels.push(line);
    } else {
      if (line !== null) {
        kept.push(...(separator === null ? [] : between(kept.at(-1), separator, line)), ...labels, line);
        separator = null;
      }
      labels = [];
    }
  });
  return kept;
};

const renderPart = (part: Part, eye: Eye): Line | null => {
  const { person } = eye;
  switch (part.kind) {
    case 'text':
    case 'label':
      return words(inLanguage(part.text, person.language), part.style, eye.direction);
    case 'separator':
      return words(part.text, part.style, eye.direction);
    case 'link':
      return linkOf(inLanguage(part.text, person.language), part, eye);
    case 'field':
      return fieldOf(part, eye);
    case 'break':
      return null;
  }
};

type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>;

const linkOf = (text: string, { href, style }: PartOf<'link'>, { color, direction }: Eye): Line | null =>
  isBlank(text) ? null : linked({ shown: text, href }, { color, ...style }, direction);

const fieldOf = ({ field, link, style }: PartOf<'field'>, eye: Eye): Line | null => {
  const value = fieldValue(field, eye.person, eye.context);
  if (value === null) return null;
  // Turned as a whole.
  const direction = value.isFromLeft ? 'ltr' : eye.direction;
  const line =
    link === 'auto' && value.href !== '' ? linkedValue(value, style, eye.color) : words(value.shown, style, direction);
  const isTurned = eye.direction === 'rtl' && value.isFromLeft && line !== null;
  return isTurned ? fromLeft(line.html, line.text) : line;
};

/** A link about the words that lead there, and what was written after them. */
const linkedValue = (value: FieldValue, style: PartStyle | undefined, color: string): Line => {
  const first = linked({ shown: value.linked, href: value.href }, { color, ...style }, 'ltr');
  const rest = words(value.shown.slice(value.linked.length), style, 'ltr');
  return rest === null ? first : { html: first.html + rest.html, text: first.text + rest.text };
};

const words = (text: string, style: PartStyle | undefined, direction: Eye['direction']): Line | null =>
  text === '' ? null : { html: styled(asHtml(text, direction), style), text: asText(text, direction) };

/** Links say their colour themselves, or Outlook makes them blue and underlined. */
const linked = (
  { shown, href }: { shown: string; href: string },
  style: PartStyle,
  direction: Eye['direction'],
): Line => {
  const decoration = style.underline === true ? 'underline' : 'none';
  const link = element(
    'a',
    { href, style: styleOf({ ...stylesOf({ ...style, underline: false }), 'text-decoration': decoration }) },
    asHtml(shown, direction),
  );
  return { html: link, text: asText(shown, direction) };
};

export const stylesOf = ({ bold, italic, underline, fontFamily, fontSize, color }: PartStyle) => ({
  color: color ?? null,
  'font-family': fontFamily ?? null,
  'font-size': fontSize === undefined ? null : px(fontSize),
  'font-weight': bold === undefined ? null : bold ? 'bold' : 'normal',
  'font-style': italic === true ? 'italic' : null,
  'text-decoration': underline === true ? 'underline' : null,
});

const styled = (html: string, style: PartStyle | undefined): string => {
  const css = style === undefined ? '' : styleOf(stylesOf(style));
  return css === '' ? html : element('span', { style: css }, html);
};
