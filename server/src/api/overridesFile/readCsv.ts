import Papa from 'papaparse';
import { RequestError } from '../../domain/errors.ts';

/** Lines of cells, the first with the names of the columns. */
export type CsvLines = readonly (readonly string[])[];

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** UTF-8 with or without its mark, or UTF-16 with one, as Excel's Unicode text is. */
const encodingOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (cause) {
    const message = 'This file is not in UTF-8. In Excel choose Save as, and there CSV UTF-8.';
    throw new RequestError(422, 'csv-not-utf8', message, { cause });
  }
};

/** What `csvLine` puts before a value that a spreadsheet would take for a formula. */
const guard = /^'(?=[=+\-@])/;

/**
 * The lines of a CSV with commas, semicolons or tabs, whichever it has; empty ones are left out. Throws RequestError 422
 * for what is no text in UTF-8, has a quote that never ends, or has more lines than `most`.
 */
export const readCsv = (bytes: Uint8Array, most: number): CsvLines => {
  const { data, errors } = Papa.parse<string[]>(decode(bytes), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: 'greedy',
    preview: most + 2,
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined) {
    const line = (broken.row ?? 0) + 1;
    const message = `The quotes on line ${String(line)} do not match. Export the file again.`;
    throw new RequestError(422, 'csv-quotes', message, { values: { line } });
  }
  if (data.length > most + 1) {
    const message = `There can be at most ${String(most)} people in a file. Send the others in another one.`;
    throw new RequestError(422, 'csv-too-long', message, { values: { most } });
  }
  return data.map((cells) => cells.map((cell) => cell.trim().replace(guard, '')));
};
