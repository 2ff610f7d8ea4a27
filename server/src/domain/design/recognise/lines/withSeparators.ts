import { spacedSign, strongSign } from '../../separators.ts';
import { onlyWith } from '../onlyWith.ts';
import type { LinePart } from './linePart.ts';
import { withBrackets } from './withBrackets.ts';

/** What people write between two things in a line. */
const space = String.raw`[ \u00a0\n]`;
const separators = new RegExp(
  `(${space}{0,9}${strongSign}${space}{0,9}|${space}${spacedSign}${space}|[,;]${space})`,
  'u',
);

/** Words as HTML, cut where a sign stands between two of them. */
export const partsOfWords = (words: string): readonly LinePart[] =>
  words
    .split(separators)
    .map((part, at) => (at % 2 === 1 ? { separator: part } : { html: part, fields: [] }))
    .filter((part) => 'separator' in part || part.html !== '');

interface Segment {
  readonly separator: string;
  html: string;
  readonly fields: string[];
}

/**
 * A line as HTML: a segment between separators whose fields are all blank leaves no trace, nor does the separator before it,
 * which stands only behind something that is shown, nor do brackets about blank fields.
 */
export const withSeparators = (parts: readonly LinePart[]): string => {
  const segments = segmentsOf(withBrackets(parts, withSeparators));
  if (segments.length === 1) return segments.map(({ html }) => html).join('');
  const before = { fields: new Set<string>(), isSure: false };
  return segments
    .map((segment) => {
      const html = onlyWith(segment.fields, signBehind(before, segment) + segment.html);
      for (const field of segment.fields) before.fields.add(field);
      before.isSure ||= segment.fields.length === 0;
      return html;
    })
    .join('');
};

/** What stands before a segment: the fields in it, and whether something of it is there for everybody. */
interface Before {
  readonly fields: ReadonlySet<string>;
  readonly isSure: boolean;
}

const signBehind = ({ fields, isSure }: Before, { separator, fields: own }: Segment): string =>
  // Words without a field are there for everybody, and so is what parts them.
  isSure || own.length === 0 ? separator : onlyWith([...fields], separator);

const segmentsOf = (parts: readonly LinePart[]): readonly Segment[] => {
  const segments: Segment[] = [{ separator: '', html: '', fields: [] }];
  for (const part of parts) {
    const last = segments.at(-1);
    if ('separator' in part) {
      segments.push({ separator: part.separator, html: '', fields: [] });
    } else if (last !== undefined) {
      last.html += part.html;
      last.fields.push(...part.fields);
    }
  }
  return segments;
};
