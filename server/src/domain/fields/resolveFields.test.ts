import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { samplePerson } from '../../../tests/support/people/samplePeople.ts';
import type { SignatureDesign } from '../design/signature.ts';
import { presentableOnOneLine } from '../text/presentable.ts';
import { designValues } from './paths/designValues.ts';
import { usualRule, type FieldRule, type FieldSettings } from './fieldSettings.ts';
import { column, composition, row } from '../../../tests/support/designs/compositions.ts';
import type { Block } from '../design/composition.ts';
import { fieldsUsedIn } from './paths/fieldsUsedIn.ts';
import { countryOf } from './countryOf.ts';
import { fieldTypesOf } from './fieldTypeOf.ts';
import { formatField } from './formatField.ts';
import { keptHidden } from './overrides/hidden.ts';
import { lastKnownAfter } from './lastKnown.ts';
import { fieldValues, resolveFields } from './resolveFields.ts';
import { smartFields } from './smartFields.ts';

const fieldOf = (key: string, overrides: Record<string, string> = {}, change = {}) =>
  resolveFields({ profile: samplePerson(change), overrides }, null).find((field) => field.key === key);

describe('smart fields of one person', () => {
  test('a value comes from the directory and says from which attribute', () => {
    expect(fieldOf('businessPhone')).toEqual({
      key: 'businessPhone',
      value: '+31 30 123 4567',
      source: 'directory',
      directory: '+31 30 123 4567',
      override: '',
      hidden: false,
      attribute: 'businessPhones',
    });
  });

  test('what somebody set by hand wins over the directory', () => {
    expect(fieldOf('jobTitle', { jobTitle: ' Chief ' })).toMatchObject({ value: 'Chief', source: 'override' });
  });

  test('a blank override is no override', () => {
    expect(fieldOf('jobTitle', { jobTitle: '  ' })).toMatchObject({ value: 'Engineer', source: 'directory' });
  });

  test('what one person leaves out is shown nowhere, and the rest of their signature is as before', () => {
    const overrides = { mobilePhone: keptHidden, country: keptHidden, displayName: keptHidden };
    const hidden = { value: '', source: 'hidden', hidden: true };
    expect(fieldOf('mobilePhone', overrides)).toMatchObject({ ...hidden, directory: '06 12345678', override: '' });
    const fields = resolveFields({ profile: samplePerson(), overrides }, null);
    expect(designValues(fields)).not.toHaveProperty(['person.mobilePhone']);
    // A phone is still read as people in the country do, and a name is never left out.
    expect([fieldValues(fields)['country'], countryOf(fields)]).toEqual(['', samplePerson().country]);
    expect(fields.find(({ key }) => key === 'displayName')).toMatchObject({ source: 'directory', hidden: true });
  });

  test('what nobody filled in is empty text and says so', () => {
    expect(fieldOf('faxNumber')).toMatchObject({ value: '', source: 'none' });
    expect(fieldOf('businessPhone', {}, { businessPhones: [] })).toMatchObject({ value: '', source: 'none' });
    expect(fieldOf('department', {}, { department: '  ' })).toMatchObject({ value: '', source: 'none' });
  });

  test('the manager’s fields are those of the manager, and empty where there is none', () => {
    const manager = { ...samplePerson({ displayName: 'Boss', mail: null, businessPhones: [] }) };
    const values = fieldValues(resolveFields({ profile: samplePerson(), overrides: { managerMail: 'x@y' } }, manager));
    expect(values).toMatchObject({ managerDisplayName: 'Boss', managerMail: 'x@y', managerPhone: '06 12345678' });
    expect(fieldOf('managerDisplayName')).toMatchObject({ value: '', source: 'none', attribute: 'manager' });
  });

  test('every field is there once, for templates by name', () => {
    const values = fieldValues(resolveFields({ profile: samplePerson(), overrides: {} }, null));
    expect(Object.keys(values)).toEqual(smartFields.map(({ key }) => key));
    expect(new Set(Object.keys(values)).size).toBe(smartFields.length);
  });
});

describe('the rules of a tenant', () => {
  const values = fc.constantFrom(undefined, keptHidden, ' ', '\u200b', 'Chief', 'ÉCOLE DU NORD', 'van der Berg-o’hara');
  const rules: fc.Arbitrary<FieldRule> = fc.record({
    policy: fc.constantFrom('overrideWins', 'directoryWins', 'fillIfEmpty', 'never'),
    blank: fc.constantFrom('clear', 'keep', 'fallback'),
    fallback: fc.constantFrom('', ' ', 'Somebody'),
    format: fc.constantFrom('asUsual', 'upper', 'capitalised', 'national'),
    editableBy: fc.constantFrom('nobody', 'admin', 'teammate'),
  });
  interface Person {
    readonly directory: string | undefined;
    readonly override: string | undefined;
    readonly last: string | undefined;
    readonly rule: FieldRule;
  }
  const people: fc.Arbitrary<Person> = fc.record({ directory: values, override: values, last: values, rule: rules });

  const resolve = ({ directory = '', override, last, rule }: Person) => {
    const teammate = {
      profile: samplePerson({ jobTitle: directory, preferredLanguage: 'x y' }),
      overrides: override === undefined ? {} : { jobTitle: override },
      lastKnown: last === undefined ? {} : { jobTitle: last },
    };
    const found = resolveFields(teammate, null, { settings: { rules: { jobTitle: rule }, custom: [] } });
    return found.find(({ key }) => key === 'jobTitle');
  };

  /** Under these rules what is set by hand may count, and so it counts that somebody left the field out. */
  const isLeftOut = ({ rule: { policy }, override }: Person): boolean =>
    override === keptHidden && { overrideWins: true, fillIfEmpty: true, directoryWins: false, never: false }[policy];

  /** Every combination written out, instead of the order of steps that the code follows. */
  const expectedOf = ({ rule, ...raw }: Person): string => {
    if (isLeftOut({ rule, ...raw })) return '';
    const [directory, override, last] = [
      presentableOnOneLine(raw.directory),
      presentableOnOneLine(raw.override),
      presentableOnOneLine(raw.last),
    ];
    if (rule.policy === 'never') return '';
    const whenBlank = { clear: '', keep: last, fallback: presentableOnOneLine(rule.fallback) }[rule.blank];
    const values = {
      overrideWins: [override, directory, whenBlank],
      directoryWins: [directory, whenBlank],
      fillIfEmpty: [directory, override, whenBlank],
    }[rule.policy];
    return values.find((value) => value !== '') ?? '';
  };

  test('give every field one value, from where they say, none where it was left out, and blank means the same everywhere', () => {
    fc.assert(
      fc.property(people, (person) => {
        const { rule } = person;
        const field = resolve(person);
        const shown = expectedOf(person);
        expect(field?.value.toLowerCase()).toBe(shown.toLowerCase());
        expect(field?.source === 'hidden').toBe(isLeftOut(person));
        expect(field?.source === 'none').toBe(shown === '' && !isLeftOut(person));
        expect(field).toMatchObject({
          ...{ directory: presentableOnOneLine(person.directory), override: presentableOnOneLine(person.override) },
          hidden: person.override === keptHidden,
        });
        if (rule.format === 'asUsual') expect(field?.value).toBe(shown);
        if (rule.format === 'upper') expect(field?.value).toBe(shown.toUpperCase());
      }),
    );
  });

  test('that say what they always were change nothing', () => {
    const explicit = Object.fromEntries(smartFields.map(({ key }) => [key, usualRule(key)]));
    const teammate = { profile: samplePerson({ faxNumber: ' ' }), overrides: { city: 'Ede', fax: 'x' } };
    expect(resolveFields(teammate, null, { settings: { rules: explicit, custom: [] } })).toEqual(
      resolveFields(teammate, null),
    );
  });

  test.each([
    ['JAN DE VRIES', 'Jan De Vries'],
    ['McDonald o’hara-smith (hr/it)', 'McDonald O’Hara-Smith (Hr/It)'],
    ['éric', 'Éric'],
    ['CEO', 'CEO'],
    ["SINEAD O'NEIL", "Sinead O'Neil"],
    ['d’angelo', 'D’Angelo'],
    ["'s-hertogenbosch", "'s-Hertogenbosch"],
    ['ﬁona', 'Fiona'],
    ['𐐨𐐩', '𐐀𐐩'],
    ['ijmuiden', 'IJmuiden', 'nl-BE'],
    ['IJMUIDEN', 'IJmuiden', 'nl'],
    ['rijk', 'Rijk', 'nl'],
    ['ijmuiden', 'Ijmuiden'],
    ['J.P. JANSEN', 'J.P. Jansen', 'nl'],
    ['CONTOSO B.V.', 'Contoso B.V.'],
    ['j.r.r.tolkien', 'J.R.R.Tolkien'],
    ['contoso.com dr.jones', 'Contoso.com Dr.jones'],
    ['HEAD OF R&D', 'Head Of R&D'],
    ['[ACTING] SALES–EMEA+APAC', '[Acting] Sales–Emea+Apac'],
    ['“chief” «big» "bob"', '“Chief” «Big» "Bob"'],
    ['VP,SALES_TEAM', 'Vp,Sales_Team'],
    ['GROßMANN', 'Großmann', 'de'],
    ['van der berg', 'Van der Berg', 'nl'],
    ['jan van der berg', 'Jan van der Berg', 'nl-BE'],
    ['JAN VAN DER BERG', 'Jan van der Berg', 'nl'],
    ['berg, van der', 'Berg, van der', 'nl'],
    ['vandenberg in opleiding', 'Vandenberg in Opleiding', 'nl'],
    ['sales / de rest', 'Sales / De Rest', 'nl'],
    ['dennis derksen', 'Dennis Derksen', 'nl'],
    ['jan van der berg', 'Jan Van Der Berg', 'en'],
    ['İBRAHİM YILDIZ', 'İbrahim Yıldız', 'en'],
    ['I\u0307BRAHI\u0307M', 'İbrahim', ''],
  ])('write %s as %s with capitals', (written, shown, language = 'fr') => {
    expect(formatField(written, { format: 'capitalised', type: 'text', language })).toBe(shown);
  });

  test('capitals begin every word, whatever joins it to the one before, and put no dot on an i', () => {
    const word = fc.constantFrom('anna', 'İbrahim', 'IŞIK', 'élan', 'großmann');
    const joint = fc.constantFrom(' ', '-', '–', '/', '&', '+', ',', '_', ' (', '[', ' "', ' «', ' “', ' J.', ' B.V.');
    const pieces = fc.array(fc.tuple(joint, word), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(pieces, fc.boolean(), fc.constantFrom('', 'en', 'de', 'tr', 'nl'), (words, isShout, language) => {
        const written = words.flat().join('').trim();
        const value = isShout ? written.toLocaleUpperCase('tr') : written;
        const shown = formatField(value, { format: 'capitalised', type: 'text', language });
        expect(shown).not.toMatch(/i\u0307/);
        for (const each of shown.match(/\p{L}+/gu) ?? []) expect(each).toMatch(/^\p{Lu}/u);
      }),
      { numRuns: 500 },
    );
  });

  test('capitals leave Georgian as it is, which begins no word with one', () => {
    const georgian = fc.string({ unit: fc.constantFrom(...'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ', ' ', '-', '(', '’') });
    fc.assert(
      fc.property(georgian, fc.constantFrom('ka', 'en', 'nl'), (value, language) => {
        expect(formatField(value, { format: 'capitalised', type: 'text', language })).toBe(value);
      }),
    );
  });

  test('a date is written in the language of the person, and what is no date stays', () => {
    const written = { format: 'asUsual', type: 'date' } as const;
    expect(formatField('2026-12-01', { ...written, language: 'nl-NL' })).toBe('1 december 2026');
    expect(formatField('2026-12-01', { ...written, language: 'not a language' })).toBe('December 1, 2026');
    expect(formatField('soon', { ...written, language: 'nl' })).toBe('soon');
  });

  test('fields of the tenant’s own come last, with a path, a type and what was set by hand', () => {
    const settings: FieldSettings = {
      rules: { mobilePhone: { ...usualRule('mobilePhone'), format: 'national' } },
      custom: [{ key: 'linkedIn', labels: { en: 'LinkedIn', nl: 'LinkedIn' }, type: 'url' }],
    };
    const teammate = {
      profile: samplePerson(),
      overrides: { 'custom.linkedIn': 'linkedin.com/in/x', 'custom.gone': 'y' },
    };
    const fields = resolveFields(teammate, null, { settings });
    expect(fields.at(-1)).toMatchObject({ key: 'custom.linkedIn', value: 'linkedin.com/in/x', attribute: null });
    expect(designValues(fields)).toMatchObject({ 'person.custom.linkedIn': 'linkedin.com/in/x' });
    const typeOf = fieldTypesOf(settings);
    const paths = ['custom.linkedIn', 'mobilePhone', 'businessPhone', 'mail', 'userPrincipalName', 'custom.gone'];
    expect(paths.map((path) => typeOf(`person.${path}`))).toEqual([
      'url',
      'nationalPhone',
      'phone',
      'email',
      'text',
      'text',
    ]);
    expect([typeOf('manager.mail'), typeOf('manager.phone')]).toEqual(['email', 'phone']);
  });
});

describe('what the directory said last', () => {
  test('is kept from when it empties a field until it fills it again', () => {
    const full = samplePerson({ jobTitle: 'Engineer', businessPhones: ['1'] });
    const emptied = samplePerson({ jobTitle: null, businessPhones: [' '] });
    expect(lastKnownAfter(null, full)).toEqual({});
    const lastKnown = lastKnownAfter({ profile: full }, emptied);
    expect(lastKnown).toEqual({ jobTitle: 'Engineer', businessPhone: '1' });
    expect(lastKnownAfter({ profile: emptied, lastKnown }, emptied)).toEqual(lastKnown);
    expect(lastKnownAfter({ profile: emptied, lastKnown }, full)).toEqual({});
  });
});

describe('the fields of a design', () => {
  test('are found in parts, conditions and Liquid, and the whole address is all its parts', () => {
    const html = '{{ person.jobTitle }} {% if manager.mail %}{{person.custom.pronouns}}{% endif %}person.address';
    const design: SignatureDesign = {
      newMail: { kind: 'html', html },
      reply: { kind: 'none' },
      forward: { kind: 'none' },
      images: 'hosted',
    };
    const used = fieldsUsedIn(design);
    expect([...used]).toEqual(expect.arrayContaining(['person.jobTitle', 'manager.mail', 'person.custom.pronouns']));
    expect([used.has('person.city'), used.has('person.job')]).toEqual([true, false]);
  });

  test('are those of the card of a QR code as well, which always has the name', () => {
    const content = { kind: 'contact', fields: ['person.mobilePhone'], website: false } as const;
    const code: Block = {
      ...{ id: 'q', kind: 'qrCode', condition: null, content, size: 140, color: '#000000', alt: { default: '' } },
    };
    const design: SignatureDesign = {
      newMail: { kind: 'composition', composition: composition(row(column(code))) },
      ...{ reply: { kind: 'none' }, forward: { kind: 'none' }, images: 'hosted' },
    };
    const name = ['person.displayName', 'person.givenName', 'person.surname'];
    expect([...fieldsUsedIn(design)].sort()).toEqual([...name, 'person.mobilePhone'].sort());
  });
});
