import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { examplesByCountry, notationsOf, twoNumbers } from '../../../tests/support/people/phoneNotations.ts';
import { formatPhone, linkedPhone, phoneLink, readPhone } from './formatPhone.ts';

describe('phone numbers', () => {
  test.each([
    ['030 123 4567', 'Nederland', '+31 30 123 4567', 'tel:+31301234567'],
    ['+31 6 12345678', 'United Kingdom', '+31 6 12345678', 'tel:+31612345678'],
    ['(020) 7946 0018', 'UK', '+44 20 7946 0018', 'tel:+442079460018'],
    ['030 123 4567 ext. 12', 'NL', '+31 30 123 4567 ext. 12', 'tel:+31301234567;ext=12'],
    ['030/123 4567', 'NL', '+31 30 123 4567', 'tel:+31301234567'],
    ['030 123 45 67 / 89', 'NL', '030 123 45 67 / 89', 'tel:+31301234567'],
    ['030 1234567 / 89', 'DE', '030 1234567 / 89', ''],
    ['040 123456 / 78', 'DE', '040 123456 / 78', ''],
    ['01 234 5678 / 9', 'AT', '01 234 5678 / 9', ''],
    ['030 1234567 / 030 7654321', 'DE', '030 1234567 / 030 7654321', 'tel:+49301234567'],
    ['030/1234567', 'DE', '+49 30 1234567', 'tel:+49301234567'],
    ['030 1234567 und 89', 'DE', '030 1234567 und 89', 'tel:+49301234567'],
    ['030 123 4567; 06 12345678', 'NL', '030 123 4567; 06 12345678', 'tel:+31301234567'],
    ['030 123 4567 of 06 12345678', 'NL', '030 123 4567 of 06 12345678', 'tel:+31301234567'],
    ['030 123 4567', 'Atlantis', '030 123 4567', ''],
    ['4567', 'NL', '4567', ''],
    ['see intranet, room 1', 'NL', 'see intranet, room 1', ''],
    ['Tel.: 030 123 4567', 'NL', '+31 30 123 4567', 'tel:+31301234567'],
    ['4915123456789', 'DE', '4915123456789', ''],
    ['00819012345678', 'JP', '00819012345678', ''],
    ['030 12345 - 030 67890', 'DE', '030 12345 - 030 67890', 'tel:+493012345'],
    ['030 1234 (030 5678)', 'DE', '030 1234 (030 5678)', 'tel:+49301234'],
    ['030/1234567/12', 'DE', '030/1234567/12', ''],
    ['030/1234567-12/-13', 'DE', '030/1234567-12/-13', ''],
    ['089 1234 - 567', 'DE', '+49 89 1234567', 'tel:+49891234567'],
    ['020 - 123 45 67', 'NL', '+31 20 123 4567', 'tel:+31201234567'],
    ['+49 (0) 30 / 123456 - 12', 'DE', '+49 30 12345612', 'tel:+493012345612'],
    ['０２０ １２３ ４５ ６７', 'NL', '+31 20 123 4567', 'tel:+31201234567'],
    ['0012015550123', 'US', '+1 201 555 0123', 'tel:+12015550123'],
    ['45678', 'DE', '45678', ''],
    ['+49 45678', 'DE', '+49 45678', ''],
    ['T: 10234', 'NL', 'T: 10234', ''],
    ['7654321', 'DE', '7654321', ''],
    ['4316000', 'AT', '4316000', ''],
    ['45678 ext. 123', 'DE', '45678 ext. 123', ''],
    ['8912 3456', 'DE', '8912 3456', ''],
    ['612345678', 'NL', '+31 6 12345678', 'tel:+31612345678'],
    ['25 55 12 34', 'BE', '+32 2 555 12 34', 'tel:+3225551234'],
    ['225550', 'LU', '+352 22 55 50', 'tel:+352225550'],
    ['030 12345-030 67890', 'DE', '030 12345-030 67890', 'tel:+493012345'],
    ['0168000 - 0100000', 'DE', '0168000 - 0100000', ''],
    ['+62 810000000 8 029 469-52-13', 'ID', '+62 810000000 8 029 469-52-13', ''],
    ['919 508 683 x 919733025', 'PT', '919 508 683 x 919733025', ''],
    ['078 749 91 12 ~ 078 063 01 41', 'CH', '078 749 91 12 ~ 078 063 01 41', 'tel:+41787499112'],
    ['+60 12 749 9690 x 012-081 2610', 'MY', '+60 12 749 9690 x 012-081 2610', ''],
    ['030 123 4567 x 1234', 'NL', '+31 30 123 4567 ext. 1234', 'tel:+31301234567;ext=1234'],
    ['+43 662 151940\u2212010 08342570', 'AT', '+43 662 151940\u2212010 08342570', 'tel:+43662151940'],
    ['+49 30 12345 +49 30 67890', 'DE', '+49 30 12345 +49 30 67890', 'tel:+493012345'],
    ['089 1234 0171 567', 'DE', '089 1234 0171 567', ''],
    ['020-0123456', 'NL', '+31 20 012 3456', 'tel:+31200123456'],
    ['0120-012-345', 'JP', '+81 120 012 345', 'tel:+81120012345'],
    ['20 25 07 209', 'LU', '+352 20 25 07 209', 'tel:+352202507209'],
  ])('%s in %s is shown as %s and dialled as %s', (...[number, country, shown, link]) => {
    expect(formatPhone(number, country)).toBe(shown);
    expect(phoneLink(number, country)).toBe(link);
  });

  test.each([
    ['030 123 45 67 / 89', 'NL', '030 123 45 67'],
    ['030 123 4567; 06 12345678', 'NL', '030 123 4567'],
    ['030 123 4567 of 06 12345678 of 4567', 'NL', '030 123 4567'],
    ['030 1234567 / 030 7654321', 'DE', '030 1234567'],
    ['030 1234567 / 030 7654321; 89', 'DE', '030 1234567'],
    ['030/123 4567', 'NL', '+31 30 123 4567'],
    ['030 123 4567 ext. 12', 'NL', '+31 30 123 4567 ext. 12'],
  ])('of %s in %s the link is about %s alone', (...[number, country, linked]) => {
    expect(linkedPhone(number, country)).toBe(linked);
    expect(formatPhone(number, country).startsWith(linked)).toBe(true);
  });

  test('whatever was written, what is linked is how it begins', () => {
    const piece = fc.oneof(
      fc.constantFrom('030 123 4567', '06 12345678', '/', ' / ', ';', ' of ', ' ', ','),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), fc.constantFrom('NL', 'DE', ''), (pieces, country) => {
        const written = pieces.join('');
        expect(formatPhone(written, country).startsWith(linkedPhone(written, country))).toBe(true);
      }),
    );
  });

  test.each(examplesByCountry)('a number of %s is read in every notation that is certain', (country, example) => {
    const international = example.formatInternational();
    const link = `tel:${example.number}`;
    const written = notationsOf(example);
    expect(written.filter((each) => phoneLink(each, country) !== link)).toEqual([]);
    expect(new Set(written.map((each) => formatPhone(each, country)))).toEqual(new Set([international]));
    expect(phoneLink(`${international} ext. 12`, country)).toBe(`${link};ext=12`);
  });

  test.each(examplesByCountry)(
    'a number of %s is never read as another where its sign is left out',
    (country, example) => {
      const digits = example.number.slice(1);
      const links = [digits, `00${digits}`, `00 ${digits}`, `(00${digits.slice(0, 2)}) ${digits.slice(2)}`].map(
        (each) => phoneLink(each, country),
      );
      expect(links.filter((link) => link !== '' && link !== `tel:${example.number}`)).toEqual([]);
    },
  );

  test('two numbers in one field never become a link to a third', () => {
    const countries = ['NL', 'DE', 'AT', 'GB', 'US', 'FR', 'IT'] as const;
    const digits = fc.stringMatching(/^0[1-9]\d{5,9}$/);
    const rest = fc.oneof(digits, fc.stringMatching(/^\d{1,4}$/));
    const separator = fc.constantFrom(' / ', '/', '; ', ', ', ' | ', ' und ', ' of ', ' & ');
    fc.assert(
      fc.property(digits, rest, separator, fc.constantFrom(...countries), (...[first, second, sign, country]) => {
        const alone = phoneLink(first, country);
        fc.pre(alone !== '');
        expect([alone, '']).toContain(phoneLink(`${first}${sign}${second}`, country));
      }),
      { numRuns: 500 },
    );
    const joint = fc.constantFrom(
      ...[' - ', ' \u2013 ', ' . ', '\n', '\r\n', ' \n ', ' (', '('],
      ...['-', '\u2013', '- ', ' -', '.', ' ', '\u00a0', '  '],
    );
    fc.assert(
      fc.property(digits, digits, joint, fc.constantFrom(...countries), (...[first, second, sign, country]) => {
        const alone = phoneLink(first, country);
        fc.pre(alone !== '');
        const end = sign.endsWith('(') ? ')' : '';
        expect([alone, '']).toContain(phoneLink(`${first}${sign}${second}${end}`, country));
      }),
      { numRuns: 500 },
    );
  });

  test('nor do two of any countries, however they are written and whatever stands between them', () => {
    const written = fc.nat(13);
    const sign = fc.oneof(
      fc.stringMatching(/^\s?[\p{P}\p{S}]\s?$/u).filter((between) => !between.startsWith('+')),
      fc.stringMatching(/^ [a-zA-Z]{1,5}[.:]? $/),
      fc.constantFrom(' ', '  ', '\t', '\n', ' - ', ' \u2212 ', ' / ', ' or ', ' x ', ' ~ ', '<br>', '::'),
    );
    fc.assert(
      fc.property(twoNumbers, written, written, sign, (...[[first, second], howFirst, howSecond, between]) => {
        const [one = '', other = ''] = [notationsOf(first.number)[howFirst], notationsOf(second.number)[howSecond]];
        const [alone, link] = [one, `${one}${between}${other}`].map((each) => phoneLink(each, first.country));
        const shortOne = `${alone ?? ''};ext=${other.replace(/\D/g, '')}`;
        expect(['', alone, ...(other.length < 8 ? [shortOne] : [])]).toContain(link);
      }),
      { numRuns: 500 },
    );
  });

  test('what may be an extension, or a number of the same town, is shown as written and linked nowhere', () => {
    const countries = ['DE', 'NL', 'AT', 'FI', 'KR', 'SK', 'BG', 'SE'] as const;
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{2,6}$/), fc.constantFrom(...countries), (digits, country) => {
        const national = parsePhoneNumberFromString(digits, country)?.formatNational().replace(/\D/g, '') ?? '';
        fc.pre(national.charAt(0) !== digits.charAt(0));
        expect(readPhone(digits, country)).toEqual({ shown: digits, linked: digits, href: '' });
      }),
      { numRuns: 2000 },
    );
  });

  test('digits of another script are read as those that they are', () => {
    const digits = fc.stringMatching(/^(?:0|00|[1-9]{2})\d{5,12}$/);
    const zero = fc.constantFrom(0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0xff10, 0x1d7d8, 0x1d7ce, 0x1e950);
    fc.assert(
      fc.property(digits, zero, fc.constantFrom('NL', 'DE', 'US', 'IN', ''), (number, first, country) => {
        const written = number.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)));
        expect(phoneLink(written, country)).toBe(phoneLink(number, country));
      }),
    );
  });

  test.each(examplesByCountry)(
    'a number of %s in wide signs, as between Chinese and Japanese ones, is the one it is in usual signs',
    (country, example) => {
      const wide = (text: string): string =>
        text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      const written = [example.formatNational(), example.formatInternational(), `TEL:${example.number}`];
      for (const each of written)
        expect([wide(each), phoneLink(wide(each), country)]).toEqual([wide(each), phoneLink(each, country)]);
      // With the code of its country it is the same number wherever somebody is.
      for (const other of ['DE', 'SE', 'IT', ''])
        expect(phoneLink(wide(example.formatInternational()), other)).toBe(`tel:${example.number}`);
    },
  );

  const signs = fc.constantFrom(
    ...[
      'Tel. ',
      'Tel: ',
      'Tel ',
      'TEL:',
      'Tél. : ',
      'Tél : ',
      'Tél. ',
      'Telefon ',
      'T ',
      'T. ',
      'D ',
      'M: ',
      'Mobile ',
      'Mob. ',
    ],
    ...[
      'Direct ',
      'Direct: ',
      'Direct dial: ',
      'DDI: ',
      'Office ',
      'Durchwahl: ',
      'GSM ',
      '☎ ',
      '☎\ufe0f',
      '📞 ',
      '📱',
    ],
  );

  test('a word or picture that says that it is a number goes, and the number is the one that it is without', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examplesByCountry), signs, ([country, example], sign) => {
        const international = example.formatInternational();
        expect(readPhone(`${sign}${international}`, country)).toEqual(readPhone(international, country));
      }),
      { numRuns: 500 },
    );
  });

  test('one that says which of several numbers it is stays', () => {
    fc.assert(
      fc.property(twoNumbers, signs, signs, ([first, second], ...[one, other]) => {
        const [own, next] = [first, second].map(({ number }) => number.formatInternational());
        const written = `${one}${own ?? ''} / ${other}${next ?? ''}`;
        const { shown, linked, href } = readPhone(written, first.country);
        expect(shown.replaceAll('\ufe0f', '')).toBe(written.replaceAll('\ufe0f', ''));
        expect(shown.startsWith(linked)).toBe(true);
        expect(['', `tel:${first.number.number}`]).toContain(href);
      }),
      { numRuns: 300 },
    );
  });

  test('what stands in brackets behind a number, or says how far a row of numbers goes, is no part of it', () => {
    const behind = fc.tuple(
      fc.constantFrom(['(', ')'], ['[', ']'], ['（', '）'], ['［', '］'], ['~', ''], ['～', ''], ['〜', ''], ['∼', '']),
      fc.constantFrom('', ' '),
      fc.stringMatching(/^\d{1,4}$/),
    );
    fc.assert(
      fc.property(twoNumbers, behind, ([{ number, country }], [[begin = '', end = ''], space, digits]) => {
        const alone = number.formatInternational();
        const written = `${alone}${space}${begin}${digits}${end}`;
        expect(['', phoneLink(alone, country)]).toContain(phoneLink(written, country));
        expect(formatPhone(written, country).replace(/\D/g, '')).toBe(written.replace(/\D/g, ''));
      }),
      { numRuns: 500 },
    );
  });

  test('a number that a spreadsheet calculated with is the one without its zero behind the full stop', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examplesByCountry), ([country, { nationalNumber }]) => {
        fc.pre(/^[1-9]\d{5}/.test(nationalNumber));
        expect(phoneLink(`${nationalNumber}.0`, country)).toBe(phoneLink(nationalNumber, country));
      }),
    );
  });
});

describe('national notation', () => {
  test.each([
    ['+31 30 123 4567', 'Nederland', '030 123 4567'],
    ['+49 30 901820', 'NL', '+49 30 901820'],
    ['+31 30 123 4567', '', '+31 30 123 4567'],
    ['ask me', 'NL', 'ask me'],
  ])('shows %s in %j as %s, with the same link', (written, country, shown) => {
    const read = readPhone(written, country, 'national');
    expect(read.shown).toBe(shown);
    expect(read.href).toBe(phoneLink(written, country));
  });
});
