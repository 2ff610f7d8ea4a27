/**
 * Spreadsheets run what begins like a formula, whoever wrote it: an apostrophe before it makes it text again.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const beginsLikeFormula = /^[=+\-@\t\r]/;
const needsQuotes = /[",;\r\n\t]|^\s|\s$/;

const cell = (value: string): string => {
  const safe = beginsLikeFormula.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of CSV (RFC 4180) with its end, in which no cell is taken for a formula. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
