import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { context, personWith } from '../../../../tests/support/designs/compositions.ts';
import { isBlank } from '../../text/isBlank.ts';
import type { FieldType } from '../designPerson.ts';
import { fieldValue } from './fieldValue.ts';

test('a field of any kind is blank, or something of it can be seen', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    '/',
    '\u200b',
    '\u00ad',
    '\u2060',
    '\u3164',
    '\ufffc',
    '\ufffe',
    ' ',
  );
  const type = fc.constantFrom<FieldType>('text', 'phone', 'nationalPhone', 'email', 'url');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), type, (pieces, kind) => {
      const person = personWith({ 'person.any': pieces.join('') });
      const value = fieldValue('person.any', person, { ...context, typeOf: () => kind });
      expect(value !== null && isBlank(value.shown)).toBe(false);
    }),
    { numRuns: 500 },
  );
});
