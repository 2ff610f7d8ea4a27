import { joiningSign, spacedSign, strongSign } from '../../separators.ts';
import { onlyWith } from '../onlyWith.ts';
import type { LinePart } from './linePart.ts';
import { withBrackets } from './withBrackets.ts';
import { withLabels } from './withLabels.ts';

/** What people write between two things in a line. */
const space = String.raw`[ \u00a0\n]`;
/** So wide as two spaces, which HTML shows only where one does not break, as Word writes tabs. */
const room = String.raw`(?:[ \n]\u00a0|\u00a0[ \u00a0\n])${space}{0,60}`;
/** Not the end of a sign that is escaped: "&gt;". */
const comma = String.raw`(?:,|(?<!&(?:amp|lt|gt|quot|#\d{1,5}));)`;
const joining = joiningSign.replace('&', '&amp;');
const separators = new RegExp(
  `(${space}{0,60}${strongSign}${space}{0,60}|${space}{1,60}(?:${spacedSign}|${joining})${space}{1,60}|${comma}${space}{1,60}|${room})`,
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
  const segments = segmentsOf(apart(parts));
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

/** The parts of a line, brackets about fields as one of them, and parted before labels too. */
export const apart = (parts: readonly LinePart[]): readonly LinePart[] =>
  withLabels(withBrackets(parts, withSeparators));

const segmentsOf = (parts: readonly LinePart[]): readonly Segment[] => {
  const segments: Segment[] = [{ separator: '', html: '', fields: [] }];
  const isBeforeField = beforeFields(parts);
  parts.forEach((part, at) => {
    const last = segments.at(-1);
    if (last === undefined) return;
    if (!('separator' in part)) {
      last.html += part.html;
      last.fields.push(...part.fields);
    } else if (isRoom(part) && (last.fields.length === 0 || isBeforeField[at] !== true)) {
      last.html += part.separator;
    } else segments.push({ separator: part.separator, html: '', fields: [] });
  });
  return segments;
};

/** White space parts what has a field from what has one too, as "T 020 …  M 06 …" does, but no label from its number. */
const isRoom = ({ separator }: { readonly separator: string }): boolean =>
  /^\s*$/u.test(separator.replace(/<[^<>]*>/g, ''));

/** Of each part, whether a field stands behind it before the next sign. From the end, so that nothing is read twice. */
const beforeFields = (parts: readonly LinePart[]): readonly boolean[] => {
  let isThere = false;
  return parts
    .toReversed()
    .map((part) => {
      const isBefore = isThere;
      if (!('separator' in part)) isThere ||= part.fields.length > 0;
      else if (!isRoom(part)) isThere = false;
      return isBefore;
    })
    .toReversed();
};
