import type { Composition } from '../composition.ts';

type Direction = Composition['direction'];

/** The isolates that `asText` and `plainText` write. Values have none of their own (`presentable`). */
const isolates = /[\u2066-\u2069]/g;

/** U+200E and U+200F: a letter that nobody sees, read from the left and from the right. */
const mark: Readonly<Record<Direction, string>> = { ltr: '\u200e', rtl: '\u200f' };

/**
 * Plain text as it leaves us. Classic Outlook shows isolates as signs (https://github.com/mozilla/fx-private-relay/issues/5133),
 * so older controls take their place: what has a direction of its own stands between two marks of the line's, and what
 * reads from the left in a line from the right is embedded, with a mark after it that keeps what parts it from the next in
 * the order of the line. A line from the right begins with a mark, or a reader would take it for one from the left.
 */
export const mailText = (text: string, direction: Direction): string =>
  text
    .split('\n')
    .map((line) => withMark(withOldControls(line, direction), direction))
    .join('\n');

const withMark = (line: string, direction: Direction): string =>
  direction === 'ltr' || line === '' || line.startsWith(mark.rtl) ? line : mark.rtl + line;

interface Control {
  readonly before: string;
  readonly after: string;
  /** How what stands in it is read. */
  readonly inside: Direction;
}

const withOldControls = (line: string, direction: Direction): string => {
  const open: Control[] = [];
  return line.replace(isolates, (sign) => {
    if (sign === '\u2069') return open.pop()?.after ?? '';
    const control = controlOf(sign, open.at(-1)?.inside ?? direction);
    open.push(control);
    return control.before;
  });
};

const controlOf = (sign: string, around: Direction): Control =>
  sign === '\u2066' && around === 'rtl'
    ? { before: '\u202a', after: `\u202c${mark.rtl}`, inside: 'ltr' }
    : { before: mark[around], after: mark[around], inside: around };
