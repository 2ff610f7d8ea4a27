import { onlyWith } from './onlyWith.ts';

/** Words as they were written, or a field in the place of a value. */
export type LinePart = { readonly words: string } | { readonly field: string; readonly liquid: string };

/** What people write between two things in a line. */
const separators = /([ \u00a0\n]{0,9}[|·•][ \u00a0\n]{0,9}|[ \u00a0\n][-–—/][ \u00a0\n]|,[ \u00a0\n])/u;

interface Segment {
  readonly separator: string;
  html: string;
  readonly fields: string[];
}

/**
 * Words and fields in a row as HTML: a segment between separators whose fields are all blank leaves no trace, nor does the
 * separator before it, which stands only behind something that is shown.
 */
export const withSeparators = (parts: readonly LinePart[], asData: (words: string) => string): string => {
  const segments = segmentsOf(parts, asData);
  if (segments.length === 1) return segments.map(({ html }) => html).join('');
  return segments.map((segment, at) => onlyWith(segment.fields, signBefore(segments, at) + segment.html)).join('');
};

const signBefore = (segments: readonly Segment[], at: number): string => {
  const sign = segments[at]?.separator ?? '';
  const before = segments.slice(0, at);
  // Words without a field are there for everybody, and so is what parts them.
  const isSure = segments[at]?.fields.length === 0 || before.some(({ fields }) => fields.length === 0);
  return isSure
    ? sign
    : onlyWith(
        before.flatMap(({ fields }) => fields),
        sign,
      );
};

const segmentsOf = (parts: readonly LinePart[], asData: (words: string) => string): readonly Segment[] => {
  const segments: Segment[] = [{ separator: '', html: '', fields: [] }];
  for (const part of parts) {
    const last = segments.at(-1);
    if ('field' in part) {
      if (last !== undefined) last.html += part.liquid;
      last?.fields.push(part.field);
      continue;
    }
    const [start = '', ...rest] = part.words.split(separators);
    if (last !== undefined) last.html += asData(start);
    for (let at = 0; at < rest.length; at += 2)
      segments.push({ separator: asData(rest[at] ?? ''), html: asData(rest[at + 1] ?? ''), fields: [] });
  }
  return segments;
};
