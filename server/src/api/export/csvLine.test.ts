import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { languages } from '../../contract/signatures/languages.ts';
import { csvLine } from './csvLine.ts';

/** Reads one line as a spreadsheet does. */
const cellsOf = (line: string): readonly string[] => {
  const cells: string[] = [];
  let rest = line.slice(0, -2);
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const plain = quoted === null ? (rest.split(',', 1)[0] ?? '') : '';
    cells.push(quoted === null ? plain : (quoted[1] ?? '').replaceAll('""', '"'));
    rest = rest.slice(quoted === null ? plain.length : quoted[0].length);
    if (rest === '') return cells;
    rest = rest.slice(1);
  }
};

const withoutGuards = (text: string): string => text.replaceAll("'", '');

describe('a line of CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+31 30 123', "'+31 30 123"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t'=1"`],
    ['\r=1', `"'\r'=1"`],
    ['＝1', "'＝1"],
    ['a; =1', `"a;' =1"`],
    ['a,\n@SUM(A1)', `"a,\n'@SUM(A1)"`],
    ['a;"=1', `"a;'""=1"`],
    ['a, b - c', '"a, b - c"'],
    ['Grace "G" O’Connor, Utrecht', '"Grace ""G"" O’Connor, Utrecht"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['a;b', '"a;b"'],
    ['a=b', 'a=b'],
    ['01067', "'01067"],
    ['000', "'000"],
    ['0', '0'],
    ['06 1234', '06 1234'],
    ['10670', '10670'],
    ['', ''],
  ])('writes %j as %j', (value, written) => {
    expect(csvLine([value])).toBe(`${written}\r\n`);
  });

  test('brings every text back, and none as a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (texts) => {
        const read = cellsOf(csvLine(texts));
        expect(read.map(withoutGuards)).toEqual(texts.map(withoutGuards));
        for (const text of read) expect(text).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  test('has no cell that begins like a formula, whatever the spreadsheet takes for the sign between cells', () => {
    const text = fc.stringMatching(/^[a=+@＝,;"' \t\r\n-]{0,8}$/);
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...languages),
        fc.constantFrom(',', ';', '\t'),
        (texts, language, delimiter) => {
          const { data } = Papa.parse<string[]>(csvLine(texts, language), { delimiter });
          for (const cell of data.flat()) expect(cell).not.toMatch(/^[ \t\r\n]*[=+\-@＝＋－＠]/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
