import { expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { openRedaction } from './redact.ts';

const url = 'mongodb+srv://admin:p%40ss%2Fword@cluster.example.com/undersign?w=majority';

test('a password is taken out of texts as it stands in the address and as it is meant', () => {
  const redaction = openRedaction(url);
  expect(redaction.text(`cannot open ${url}`)).toBe(
    'cannot open mongodb+srv://***@cluster.example.com/undersign?w=majority',
  );
  expect(redaction.text('p@ss/word and p%40ss%2Fword')).toBe('*** and ***');
  expect(redaction.text('see mongodb://other:secret@host/')).toBe('see mongodb://***@host/');
});

test('an error that tells a password anywhere becomes one that does not, and others stay what they are', () => {
  const redaction = openRedaction(url);
  const harmless = new Error('no');
  expect(redaction.error(harmless)).toBe(harmless);
  expect(redaction.error('text')).toBe('text');
  const nested = new Error('no', { cause: { options: { auth: 'p@ss/word' } } });
  const redacted = redaction.error(Object.assign(nested, { code: 18 }));
  expect(inspect(redacted, { depth: 9 })).not.toContain('p@ss/word');
  expect(redacted).toMatchObject({ message: 'no', code: 18 });
});

test('errors of bulk writes carry documents, which do not belong into logs', () => {
  const error = Object.assign(new Error('E11000'), {
    code: 11000,
    writeErrors: [{ err: { op: { displayName: 'Ada' } } }],
  });
  const redacted = openRedaction('mongodb://localhost').error(error);
  expect({ ...(redacted as object) }).toEqual({ code: 11000, name: 'Error' });
});

test('an address without a password, or one that is none, hides nothing by mistake', () => {
  expect(openRedaction('mongodb://localhost:27017/x').text('localhost')).toBe('localhost');
  expect(openRedaction('nonsense').text('any text')).toBe('any text');
});
