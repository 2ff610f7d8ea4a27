import { describe, expect, it } from '@jest/globals';
import { selectionSchema } from '../../../server/src/contract/people/selection.ts';
import { insideDomainSchema } from '../../../server/src/contract/signatures/insideDomain.ts';
import { readDomains } from './readDomains.ts';
import { readTyped } from './readTyped.ts';

const schema = selectionSchema.shape.filters.shape.domains.element;
const read = (text: string, known: readonly string[] = []) => readDomains(text, { known, schema });

describe('domains', () => {
  it('are taken one or many at a time', () => {
    expect(read(' Example.COM, b.example;c.example ')).toEqual({
      added: ['example.com', 'b.example', 'c.example'],
      error: null,
    });
  });

  it.each(['foo@bar.com', 'nodot', '-a.example', ''])('%j is none', (text) => {
    expect(read(text).error).toBe('bad');
  });

  it('are listed once', () => {
    expect(read('a.example', ['a.example']).error).toBe('twice');
  });

  it('are listed once however they are written', () => {
    const words = 'robin@a.example, https://www.a.example/about a.example';
    expect(readDomains(words, { known: [], schema: insideDomainSchema })).toEqual({
      added: ['a.example'],
      error: null,
    });
  });

  it('are a hundred at most', () => {
    const known = Array.from({ length: 99 }, (_, at) => `d${String(at)}.example`);
    expect(read('a.example', known).error).toBeNull();
    expect(read('a.example b.example', known)).toEqual({ added: [], error: 'full' });
  });
});

describe('what stands in the field of a list of domains', () => {
  it.each([
    ['', [], null],
    ['  ', [], null],
    ['example', [], 'bad'],
    ['Example.com', ['example.com'], null],
    ['b.example c.example', ['b.example', 'c.example'], null],
    ['a.example', [], 'twice'],
  ])('%j means %j', (text, meant, error) => {
    expect(readTyped(text, { known: ['a.example'], schema })).toEqual({ text, meant, error });
  });
});
