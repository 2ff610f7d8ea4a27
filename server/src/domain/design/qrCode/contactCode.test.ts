import { describe, expect, test } from '@jest/globals';
import { personWith } from '../../../../tests/support/designs/compositions.ts';
import type { CardField } from '../composition.ts';
import { contactCode } from './contactCode.ts';

const everything: readonly CardField[] = [
  'person.jobTitle',
  'person.companyName',
  'person.department',
  'person.businessPhone',
  'person.mobilePhone',
  'person.faxNumber',
  'person.mail',
  'person.address',
];
const ada = {
  'person.displayName': 'Ada Lovelace',
  'person.givenName': 'Ada',
  'person.surname': 'Lovelace',
  'person.jobTitle': 'Analyst',
  'person.companyName': 'Linden',
  'person.department': 'Engines',
  'person.businessPhone': '020 123 4567',
  'person.mobilePhone': '+31 6 12345678',
  'person.faxNumber': '020 123 4568',
  'person.mail': 'ada@linden.example',
  'person.streetAddress': 'Keizersgracht 1',
  'person.city': 'Amsterdam',
  'person.state': 'Noord-Holland',
  'person.postalCode': '1015 CJ',
  'person.country': 'NL',
};

const codeOf = (values: Record<string, string>, fields = everything, asked = {}) =>
  contactCode({ fields, website: '', size: 300, ...asked }, personWith(values));
const cardOf = (...asked: Parameters<typeof codeOf>): readonly string[] =>
  codeOf(...asked)
    ?.code.text.split('\r\n')
    .slice(2, -2) ?? [];

describe('the card of a QR code', () => {
  test('holds what was chosen, phones as they are dialled, as vCard 3.0 with the ends of lines that it asks for', () => {
    expect(codeOf(ada, everything, { website: 'http://linden.example/de,en' })?.code.text).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        'N:Lovelace;Ada;;;',
        'FN:Ada Lovelace',
        'TITLE:Analyst',
        'ORG:Linden;Engines',
        'TEL;TYPE=WORK,VOICE:+31201234567',
        'TEL;TYPE=CELL:+31612345678',
        'TEL;TYPE=WORK,FAX:+31201234568',
        'EMAIL;TYPE=INTERNET:ada@linden.example',
        'ADR;TYPE=WORK:;;Keizersgracht 1;Amsterdam;Noord-Holland;1015 CJ;NL',
        'URL:https://linden.example/de,en',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  test('holds nothing but the name where nothing else was chosen, or all else is blank', () => {
    const name = ['N:Lovelace;Ada;;;', 'FN:Ada Lovelace'];
    expect(cardOf(ada, [])).toEqual(name);
    const blank = Object.fromEntries(Object.keys(ada).map((key) => [key, /Name|surname/.test(key) ? '' : '\u3164']));
    const named = { ...blank, ...{ 'person.displayName': 'Ada Lovelace', 'person.companyName': ' ' } };
    expect(cardOf(named)).toEqual(['N:Ada Lovelace;;;;', 'FN:Ada Lovelace']);
  });

  test('is there for nobody without a name', () => {
    expect(
      codeOf({ ...ada, 'person.displayName': '', 'person.givenName': '\u200b', 'person.surname': ' ' }),
    ).toBeNull();
    expect(cardOf({ 'person.givenName': 'Ada', 'person.surname': 'Lovelace' })).toEqual([
      'N:Lovelace;Ada;;;',
      'FN:Ada Lovelace',
    ]);
  });

  test('calls people what their signature calls them, whatever the parts of their name in the directory', () => {
    expect(cardOf({ ...ada, 'person.displayName': 'Countess of Linden' }, [])).toEqual([
      'N:Countess of Linden;;;;',
      'FN:Countess of Linden',
    ]);
  });

  test('escapes what means something in a card, and has no line that a value begins', () => {
    const values = {
      'person.displayName': 'Ada; Lovelace, \\Countess',
      'person.jobTitle': 'Analyst\r\nTEL:+31900',
      'person.companyName': 'A;B',
      'person.department': 'C,D',
    };
    expect(cardOf(values)).toEqual([
      String.raw`N:Ada\; Lovelace\, \\Countess;;;;`,
      String.raw`FN:Ada\; Lovelace\, \\Countess`,
      String.raw`TITLE:Analyst\, TEL:+31900`,
      String.raw`ORG:A\;B;C\,D`,
    ]);
  });

  test('leaves out what is no certain number, no one address of mail and no address of the web', () => {
    const values = {
      'person.displayName': 'Ada',
      'person.businessPhone': 'see intranet',
      'person.mobilePhone': '4711',
      'person.mail': 'ada@linden.example, bob@linden.example',
    };
    expect(cardOf(values, everything, { website: 'javascript:alert(1)' })).toEqual(['N:Ada;;;;', 'FN:Ada']);
  });

  test('dials an extension after a pause', () => {
    const values = { 'person.displayName': 'Ada', 'person.businessPhone': '+31 20 123 4567 ext. 89' };
    expect(cardOf(values)).toContain(String.raw`TEL;TYPE=WORK,VOICE:+31201234567\,89`);
  });

  test('loses what hostile values bring along: overrides of direction, controls, halves of characters', () => {
    const values = { 'person.displayName': 'Ada\u202e\u0000\ud800 Love\u2067lace', 'person.jobTitle': '\u2066\u2069' };
    expect(cardOf(values)).toEqual(['N:Ada Lovelace;;;;', 'FN:Ada Lovelace']);
  });

  test('corrects more errors while it has room, and then leaves out what matters least, part by part', () => {
    const asked = { website: 'https://linden.example/' };
    const at = (size: number) => codeOf(ada, everything, { ...asked, size });
    expect([at(300), at(135)].map((found) => found?.code.level)).toEqual(['M', 'M']);
    const sizes = Array.from({ length: 221 }, (_, index) => 300 - index);
    const left = sizes.map((size) => at(size)?.leftOut ?? []);
    expect(new Set(sizes.map((size) => at(size)?.code.level))).toEqual(new Set(['M', 'L']));
    const order = ['person.faxNumber', 'website', 'person.address', 'person.department', 'person.jobTitle'];
    for (const parts of left)
      expect(parts).toEqual([...order, 'person.companyName', 'person.mobilePhone'].slice(0, parts.length));
    expect(left.at(-1)?.length).toBeGreaterThan(3);
  });

  test('says a name of any length, however small its modules become', () => {
    const name = '\u{1f468}\u200d\u{1f680};\\'.repeat(200);
    const found = codeOf({ ...ada, 'person.displayName': name }, everything, { size: 80 });
    expect(found?.code.level).toMatch(/[ML]/);
    expect(found?.leftOut).toHaveLength(8);
  });
});
