import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
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

describe('a line of CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+31 30 123', "'+31 30 123"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
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
        expect(read.map((text, index) => (text === texts[index] ? text : text.slice(1)))).toEqual(texts);
        for (const text of read) expect(text).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
