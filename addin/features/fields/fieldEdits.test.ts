import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { customFieldSchema, type SmartField } from '../../../server/src/contract/signatures/fields.ts';
import {
  addCustom,
  addDirectory,
  draftOf,
  dropField,
  freeAttributes,
  freeKey,
  labelsOf,
  putRule,
  renameField,
  shownFields,
} from './fieldEdits.ts';

const rule = { policy: 'overrideWins', blank: 'clear', fallback: '', format: 'asUsual', editableBy: 'admin' } as const;

const field = (key: string, kind: SmartField['kind'], labels: SmartField['labels'] = null): SmartField => ({
  ...{ key, path: `person.${key}`, kind, labels, type: 'text', attribute: kind === 'custom' ? null : key },
  ...{ overridable: true, hideable: true, isFetched: true, isOptional: false, isOmitted: false },
  ...{ rule, usedIn: [], usedInRules: [], usedInBuiltIn: false, filled: 3, overridden: 1 },
});

const pronouns = { en: 'Pronouns', nl: 'Voornaamwoorden' };
const fields = [field('jobTitle', 'builtIn'), field('custom.pronouns', 'custom', pronouns)];
const stored = draftOf({ fields });

describe('the fields being changed', () => {
  it('are as stored until something is changed', () => {
    expect(shownFields(fields, stored).map(({ key, isChanged, isNew }) => [key, isChanged, isNew])).toEqual([
      ['jobTitle', false, false],
      ['custom.pronouns', false, false],
    ]);
  });

  it('show a changed rule and a new name as changed', () => {
    const draft = renameField(putRule(stored, 'jobTitle', { format: 'upper' }), 'custom.pronouns', {
      ...pronouns,
      en: 'P',
    });
    const [title, own] = shownFields(fields, draft);
    expect([title?.rule.format, title?.isChanged]).toEqual(['upper', true]);
    expect([own?.labels?.en, own?.isChanged]).toEqual(['P', true]);
  });

  it('need a name in one language, which stands in where English or Dutch has none', () => {
    expect(labelsOf({ en: ' ', de: ' Kürzel ' })).toEqual({ en: 'Kürzel', nl: 'Kürzel', de: 'Kürzel' });
    expect(labelsOf({ en: 'Code', nl: 'Code', fr: '' })).toEqual({ en: 'Code', nl: 'Code' });
    expect(labelsOf({ fr: '  ' })).toBeNull();
  });

  it('keep a new field beside one of the same name under a key of its own', () => {
    const draft = addCustom(stored, { labels: pronouns, type: 'text' });
    expect(draft.custom.map(({ key }) => key)).toEqual(['pronouns', 'pronouns2']);
    expect(draft.rules['custom.pronouns2']).toEqual(rule);
    expect(shownFields(fields, draft).at(-1)).toMatchObject({ isNew: true, path: 'person.custom.pronouns2' });
  });

  it('lose a field with its rule', () => {
    expect(dropField(stored, 'custom.pronouns')).toEqual({ rules: { jobTitle: rule }, custom: [], directory: [] });
  });

  it('take an attribute into use under its own key, once, and let go of it with its rule', () => {
    const desk = { attribute: 'extensionAttribute1', labels: { en: 'Desk', nl: 'Bureau' }, type: 'text' } as const;
    const draft = addDirectory(stored, desk);
    expect(shownFields(fields, draft)[1]).toMatchObject({
      ...{ key: 'extensionAttribute1', kind: 'directory', path: 'person.extensionAttribute1' },
      ...{ isNew: true, isFetched: false, rule },
    });
    expect(freeAttributes(draft)).not.toContain('extensionAttribute1');
    expect(freeAttributes(draft)).toContain('otherMailAddresses');
    const kept = shownFields(fields, draft).map((shown) => ({ ...shown, isFetched: true }));
    expect(draftOf({ fields: kept }).directory).toEqual([desk]);
    expect(dropField(draft, 'extensionAttribute1')).toEqual(stored);
  });

  it('get a key from any name that the API takes and nobody has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('field', 'a', 'field2')), (name, taken) => {
        const key = freeKey(name, taken);
        expect(customFieldSchema.safeParse({ key, labels: pronouns, type: 'text' }).success).toBe(true);
        expect(taken).not.toContain(key);
      }),
    );
    expect(freeKey('Booking link', [])).toBe('bookingLink');
    expect(freeKey('Éénmalig café 2', [])).toBe('eenmaligCafe2');
  });
});
