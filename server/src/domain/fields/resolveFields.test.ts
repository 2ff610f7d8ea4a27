import { describe, expect, test } from '@jest/globals';
import { samplePerson } from '../../../tests/support/samplePeople.ts';
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
      attribute: 'businessPhones',
    });
  });

  test('what somebody set by hand wins over the directory', () => {
    expect(fieldOf('jobTitle', { jobTitle: ' Chief ' })).toMatchObject({ value: 'Chief', source: 'override' });
  });

  test('a blank override is no override', () => {
    expect(fieldOf('jobTitle', { jobTitle: '  ' })).toMatchObject({ value: 'Engineer', source: 'directory' });
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
