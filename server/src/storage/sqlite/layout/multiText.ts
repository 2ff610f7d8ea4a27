/**
 * All values of a multi-valued key as one text in the row. It says which value rows to take away when the document
 * is replaced, and lets a search walk the people in order of name and test each without a join.
 *
 * JSON escapes line breaks and quotes and escapes each character by itself, so a line break and a quote mark the
 * beginning of a value and nothing else, and a prefix of a value is a prefix of its escaped form.
 */
export const multiText = (values: readonly string[]): string => values.map((value) => mark(value)).join('');

/** Stands in `multiText` exactly when one of the values is this one. */
export const hasMark = (value: string): string => mark(value);

/** Stands in `multiText` exactly when one of the values starts with this prefix. */
export const prefixMark = (prefix: string): string => mark(prefix).slice(0, -1);

export const parseMultiText = (text: unknown): readonly string[] =>
  text === '' ? [] : String(text).slice(1).split('\n').map(valueOf);

const mark = (value: string): string => (standsInJson.test(value) ? `\n"${value}"` : `\n${JSON.stringify(value)}`);

/** Words, addresses and marks mostly do, as they are. */
const standsInJson = /^[\w@.-]*$/;

const valueOf = (quoted: string): string => (quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1));
