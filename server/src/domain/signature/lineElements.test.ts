import { describe, expect, test } from '@jest/globals';
import { runsOf, writtenIn } from '../design/recognise/lines/textRuns.ts';
import { plainText } from '../design/template/plainText.ts';
import { lineElements, tableParts } from './lineElements.ts';
import { sanitizeSignature } from './sanitizeSignature.ts';

describe('what begins a line in a mail', () => {
  test.each(lineElements.filter((name) => !['tr', 'li', 'table', 'ol', 'ul', 'br', 'hr'].includes(name)))(
    '%s does wherever words are read, and is kept',
    (name) => {
      const html = `Jan<${name}>Adviseur</${name}>`;
      expect(sanitizeSignature(html)).toBe(html);
      expect(writtenIn(runsOf(html)).text).toMatch(/^jan\nadviseur/);
      expect(plainText(html)).toMatch(/^Jan\n+Adviseur$/);
    },
  );

  test.each([...lineElements, ...tableParts])(
    '%s parts what is sought, so that no value is found across it',
    (name) => {
      expect(writtenIn(runsOf(`jan<${name}>de wit`)).text).toBe('jan\nde wit');
    },
  );
});
