import type { Language } from '../../contract/signatures/languages.ts';

/**
 * Spreadsheets run what begins like a formula, whoever wrote it: an apostrophe before it makes it text again.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const beginsLikeFormula = /^(?: *[=+\-@＝＋－＠]|[\t\r])/;
/** Where it begins like one for a spreadsheet that parts cells at another sign than we do, and takes no notice of our quotes. */
const goesOnLikeFormula = /(?<=[,;\t\r\n])(?=[ "]*[=+\-@＝＋－＠])/g;
/** Postal codes, say: a spreadsheet takes them for numbers and drops their zeros. */
const beginsWithZero = /^0\d+$/;
const needsQuotes = /[",;\r\n\t]|^\s|\s$/;

/** What stands in a cell for a value. A value that has such an apostrophe itself looks like one that got it here. */
export const guardedCell = (value: string): string => {
  const guarded = value.replace(goesOnLikeFormula, "'");
  return beginsLikeFormula.test(value) || beginsWithZero.test(value) ? `'${guarded}` : guarded;
};

const cell = (value: string): string => {
  const safe = guardedCell(value);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What Excel expects between cells where people read these languages: elsewhere a comma stands in numbers. */
const separators: Readonly<Record<Language, ',' | ';'>> = { en: ',', nl: ';', de: ';', fr: ';' };

/** One line of CSV (RFC 4180) with its end, in which no cell is taken for a formula or loses its zeros. */
export const csvLine = (cells: readonly string[], language: Language = 'en'): string =>
  `${cells.map(cell).join(separators[language])}\r\n`;
