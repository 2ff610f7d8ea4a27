import Papa from 'papaparse';
import type { OverridesFile } from '../../contract/people/overridesFile.ts';
import { RequestError } from '../../domain/errors.ts';

export interface CsvFile {
  readonly encoding: OverridesFile['encoding'];
  /** The first with the names of the columns. */
  readonly lines: readonly CsvRow[];
}

interface CsvRow {
  /** Where it begins in the file, from 1 on. */
  readonly line: number;
  readonly cells: readonly string[];
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/**
 * UTF-8 with or without its mark, UTF-16 with one, as Excel's Unicode text is, or else what Excel saves as plain CSV in
 * Western Europe.
 */
const encodingOf = (bytes: Uint8Array): CsvFile['encoding'] => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
};

/** Windows has no letters there; Macs, Central Europe and Japan do. */
const noLetters: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const decode = (bytes: Uint8Array): { readonly text: string; readonly encoding: CsvFile['encoding'] } => {
  if (workbooks.some((mark) => startsWith(bytes, ...mark))) {
    throw foreign('csv-workbook', 'This is a workbook, and no CSV. In Excel choose Save as, and there CSV UTF-8.');
  }
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  refuseOthers(text);
  // Text in an encoding that does not say so.
  const isOther = text.includes('\0') || (encoding === 'windows-1252' && bytes.some((byte) => noLetters.has(byte)));
  if (!isOther) return { text, encoding };
  throw foreign('csv-not-utf8', 'This file is not in UTF-8. In Excel choose Save as, and there CSV UTF-8.');
};

/** How files of Excel and its likes begin: packed, and as they were before 2007. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** What is no list of people whatever stands in it, told by what it is and not by the columns that it lacks. */
const refuseOthers = (text: string): void => {
  const told = text.trim();
  if (told === '')
    throw foreign('csv-empty', 'This file is empty. It needs a line of column names, as in the template.');
  if (isJson(told)) {
    throw foreign(
      'csv-json',
      'This is JSON, and no CSV: a line of column names and one for each person, as in the template.',
    );
  }
};

const isJson = (text: string): boolean => {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const foreign = (code: string, message: string): RequestError => new RequestError(422, code, message);

/** With such a first line Excel is told what stands between the cells. */
const separatorLine = /^sep=([,;\t])\r?\n/i;

/**
 * What `csvLine` puts before what a spreadsheet would take for a formula or a number, at the beginning and after a sign between
 * cells.
 */
const guard = /^'(?=[ \t\r]*[=+\-@＝＋－＠]|0\d+$)/;
const innerGuard = /(?<=[,;\t\r\n])'(?=[ "]*[=+\-@＝＋－＠])/g;

/** How people keep a spreadsheet from taking digits for a number. */
const textFormula = /^="([^"]*)"$/;

/** What a cell says, without what keeps a spreadsheet from taking it for something else. */
export const textOf = (cell: string): string => {
  const told = cell.trim().replace(innerGuard, '');
  return (guard.test(told) ? told.slice(1) : told.replace(textFormula, '$1')).trim();
};

/**
 * The lines of a CSV with commas, semicolons or tabs, whichever it says or has; empty ones are left out. Throws RequestError 422
 * for what is no text, has a quote that never ends, or has more lines than `most`.
 */
export const readCsv = (bytes: Uint8Array, most: number): CsvFile => {
  const { text, encoding } = decode(bytes);
  const told = separatorLine.exec(text);
  // So that a quote that never ends holds no line behind the last.
  const rows = text.slice(told?.[0].length ?? 0).trimEnd();
  const lineOf = lineCounter(rows, told === null ? 1 : 2);
  const lines: CsvRow[] = [];
  Papa.parse<string[]>(rows, {
    delimiter: told?.[1] ?? '',
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: 'greedy',
    step: ({ data, errors, meta }) => {
      const line = lineOf(data, meta.cursor);
      if (errors.some(({ type }) => type === 'Quotes')) throw brokenQuotes(line);
      if (lines.length > most) throw tooLong(most);
      lines.push({ line, cells: data.map(textOf) });
    },
  });
  return { encoding, lines };
};

/** Where a row begins, told by where it ends: empty lines before it are left out, and cells may have lines of their own. */
const lineCounter = (text: string, first: number): ((cells: readonly string[], end: number) => number) => {
  const lineBreak = text.includes('\n') ? '\n' : '\r';
  const breaksIn = (part: string): number => part.split(lineBreak).length - 1;
  let [seen, line] = [0, first];
  return (cells, end) => {
    const part = text.slice(seen, end);
    line += breaksIn(part);
    seen = end;
    return line - (part.endsWith(lineBreak) ? 1 : 0) - cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
  };
};

const brokenQuotes = (line: number): RequestError =>
  new RequestError(422, 'csv-quotes', `The quotes on line ${String(line)} do not match. Export the file again.`, {
    values: { line },
  });

const tooLong = (most: number): RequestError =>
  new RequestError(
    422,
    'csv-too-long',
    `There can be at most ${String(most)} people in a file. Send the others in another one.`,
    { values: { most } },
  );
