import { describe, expect, test } from '@jest/globals';
import { readSignaturesFile } from './readSignaturesFile.ts';

describe('a file that was chosen to bring signatures in', () => {
  test.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['name;mail', 'noJson'],
    ['{"format":', 'noJson'],
    ['[{"format":"undersign-signatures"}]', 'list'],
    ['[]', 'list'],
    ['null', 'value'],
    ['7', 'value'],
    ['"signatures"', 'value'],
  ])('%j is told to be what it is', (text, foreign) => {
    expect(readSignaturesFile(text)).toEqual({ foreign });
  });

  test('goes to the API where it is an object in JSON', () => {
    expect(readSignaturesFile('{"format":"undersign-signatures"}')).toEqual({
      file: { format: 'undersign-signatures' },
    });
  });
});
