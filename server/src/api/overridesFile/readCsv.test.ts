import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { languages } from '../../contract/signatures/languages.ts';
import { RequestError } from '../../domain/errors.ts';
import { csvLine } from '../export/csvLine.ts';
import { readCsv } from './readCsv.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const linesOf = (file: Uint8Array, most: number) => readCsv(file, most).lines.map(({ cells }) => cells);
const codeOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof RequestError) return error.code;
    throw error;
  }
  return 'read';
};
const rows = [
  ['mail', 'jobTitle'],
  ['ada@example.com', 'Lead, research; "acting"'],
];

describe('a CSV as people have it', () => {
  test.each([',', ';', '\t'])('is read with %j between the cells, with and without a mark', (delimiter) => {
    const text = Papa.unparse(rows, { delimiter });
    expect(linesOf(bytes(text), 9)).toEqual(rows);
    expect(linesOf(bytes(`\ufeff${text}\r\n\r\n`), 9)).toEqual(rows);
  });

  test('is read as Excel’s Unicode text too', () => {
    const text = Buffer.from(`\ufeff${Papa.unparse(rows, { delimiter: '\t' })}`, 'utf16le');
    expect(linesOf(text, 9)).toEqual(rows);
  });

  test('is read as Excel saves it in Western Europe, and by the separator that its first line names', () => {
    const euro = Buffer.concat([Buffer.from('mail;team\r\nz@example.com;'), Buffer.of(0x80)]);
    expect(linesOf(euro, 9)[1]).toEqual(['z@example.com', '€']);
    expect(linesOf(Buffer.from('mail;jobTitle\r\nzoe@example.com;Gérante', 'latin1'), 9)[1]).toEqual([
      'zoe@example.com',
      'Gérante',
    ]);
    expect(linesOf(bytes('\ufeffsep=;\r\nmail;jobTitle\r\na@example.com;"b, c"\r\n'), 9)).toEqual([
      ['mail', 'jobTitle'],
      ['a@example.com', 'b, c'],
    ]);
    expect(linesOf(bytes('sep=,\nmail,a;b;c\nx,y\n'), 9)[0]).toEqual(['mail', 'a;b;c']);
  });

  test('is read back as it was exported, also what a spreadsheet would take for a formula', () => {
    const cell = fc
      .stringMatching(/^(?:[\w =+@,;"\t\néß-]{1,12}|0\d{1,6})$/)
      .map((text) => text.trim())
      .filter((text) => text !== '' && !text.startsWith("'"));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (lines) => {
        const head = ['mail', 'jobTitle'];
        for (const language of languages) {
          const text = [head, ...lines].map((line) => csvLine(line, language)).join('');
          expect(linesOf(bytes(text), 9)).toEqual([head, ...lines]);
          expect(linesOf(Buffer.from(text, 'latin1'), 9)).toEqual([head, ...lines]);
        }
      }),
    );
  });

  test('says how it was read, and is not guessed to be Western European where it has what that has no letter for', () => {
    const file = (name: string, encoding: BufferEncoding) =>
      Buffer.from(`mail;team\r\nz@example.com;${name}`, encoding);
    expect(readCsv(file('Zoë', 'utf8'), 9).encoding).toBe('utf-8');
    expect(readCsv(Buffer.from('\ufeffmail;team', 'utf16le'), 9).encoding).toBe('utf-16le');
    expect(readCsv(file('Zoë', 'latin1'), 9).encoding).toBe('windows-1252');
    // Å in Mac Roman, Ť and ť in Windows-1250, and the first bytes of signs in Shift-JIS.
    for (const sign of ['\x81', '\x8d', '\x8f', '\x90', '\x9d'])
      expect(codeOf(() => readCsv(file(`Zo\xeb ${sign}`, 'latin1'), 9))).toBe('csv-not-utf8');
    // The same bytes are parts of letters in UTF-8.
    expect(linesOf(file('Á Í Ï Ð Ý', 'utf8'), 9)[1]).toEqual(['z@example.com', 'Á Í Ï Ð Ý']);
  });

  test.each([
    ['="01067"', '01067'],
    ['"=""01067"""', '01067'],
    ["'01067", '01067'],
    ["'000", '000'],
    ["'t Hof", "'t Hof"],
    ["'0 Road", "'0 Road"],
    ['=A1', '=A1'],
  ])('is read as the text that was meant: %s', (written, meant) => {
    expect(linesOf(bytes(`mail,postalCode\na@example.com,${written}\n`), 9)[1]).toEqual(['a@example.com', meant]);
  });

  test.each([
    ['of rows alone', 'mail,a\nx,1\ny,2\n', [1, 2, 3]],
    ['without an end', 'mail,a\r\nx,1\r\ny,2', [1, 2, 3]],
    ['of a Mac of old', 'mail,a\rx,1\ry,2', [1, 2, 3]],
    ['behind the line that names the separator', 'sep=,\r\nmail,a\r\nx,1\r\n', [2, 3]],
    ['around empty lines', '\n\nmail,a\n,\nx,1\n \n"",""\n\ny,2\n\n', [3, 5, 9]],
    ['behind cells of several lines', 'mail,"a\nb"\n"x\n\n",1\ny,"2\n"\nz,3', [1, 3, 6, 8]],
    ['of several lines in a file for Windows', 'mail,a\r\nx,"1\n2"\r\n\r\ny,2\r\n', [1, 2, 5]],
  ])('tells where each row begins: %s', (_what, text, expected) => {
    expect(readCsv(bytes(text), 9).lines.map(({ line }) => line)).toEqual(expected);
  });

  test('tells where each row begins, whatever is in the cells', () => {
    const cell = fc.stringMatching(/^[a;,"\n ]{0,6}$/).map((text) => `x${text}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(cell, fc.constant(null)), { minLength: 1, maxLength: 6 }), (cells) => {
        const [expected, written]: [number[], string[]] = [[], ['mail;a']];
        for (const text of cells) {
          if (text !== null) expected.push(written.join('\n').split('\n').length + 1);
          written.push(text === null ? '' : csvLine([text, 'a'], 'nl').slice(0, -2));
        }
        const { lines } = readCsv(bytes(written.join('\n')), 9);
        expect(lines.slice(1).map(({ line }) => line)).toEqual(expected);
      }),
    );
  });

  test('names the line on which a quote begins that never ends', () => {
    const read = () => readCsv(bytes('mail,a\n\nx,"1\n2"\ny,"2\nz,3\n'), 9);
    expect(read).toThrow('The quotes on line 5 do not match.');
  });

  test.each([
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'csv-workbook'],
    ['a workbook of before 2007', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'csv-workbook'],
    ['nothing', bytes('\uFEFF \r\n'), 'csv-empty'],
    ['a list in JSON', bytes('[{"mail": "ada@a.example"}]'), 'csv-json'],
    ['an object in JSON', bytes(' {\n"mail": "ada@a.example" }'), 'csv-json'],
    ['a first name in brackets', bytes('[mail],title\nada,Lead\n'), 'read'],
  ])('%s is called what it is', (_, file, code) => {
    expect(codeOf(() => readCsv(file, 9))).toBe(code);
  });

  test('is refused in words where it cannot be read, or is too long', () => {
    // UTF-16 without its mark.
    expect(codeOf(() => linesOf(Buffer.from('mail\n', 'utf16le'), 9))).toBe('csv-not-utf8');
    expect(codeOf(() => linesOf(bytes('mail,title\n"ada,Lead\n'), 9))).toBe('csv-quotes');
    expect(codeOf(() => linesOf(bytes('mail\na\nb\n'), 1))).toBe('csv-too-long');
    expect(codeOf(() => linesOf(bytes('mail\na\nb\n'), 2))).toBe('read');
  });
});
