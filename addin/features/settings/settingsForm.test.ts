import { describe, expect, it } from '@jest/globals';
import { settingsSchema, type Settings } from '../../../server/src/contract/manage/settings.ts';
import {
  errorOf,
  formOf,
  guardLimit,
  limits,
  removalDates,
  sameForm,
  settingsOf,
  type NumberField,
} from './settingsForm.ts';

const settings: Settings = {
  ...{ autoDisable: true, autoRemove: false, removeAfterDays: 14, isPaused: false, everyMinutes: 15 },
  historyDays: 400,
  guard: { count: 25, percent: 10 },
};
const form = formOf(settings);

describe('the settings form', () => {
  it('gives back what it was made from', () => {
    expect(settingsOf(form)).toEqual(settings);
  });

  it.each(['', '14 days', '1.5', '1e3', 'x', '٣'])('does not take %j for a number', (text) => {
    expect(errorOf({ ...form, removeAfterDays: text }, 'removeAfterDays')).toBe('whole');
    expect(settingsOf({ ...form, removeAfterDays: text })).toBeNull();
  });

  it.each(Object.keys(limits) as NumberField[])('has the limits of the API for %s', (field) => {
    const { min, max } = limits[field];
    const at = (value: number) => settingsOf({ ...form, [field]: ` ${value} ` });
    for (const value of [min, max]) expect(settingsSchema.safeParse(at(value)).success).toBe(true);
    for (const value of [min - 1, max + 1]) {
      expect(errorOf({ ...form, [field]: String(value) }, field)).toBe('range');
      expect(at(value)).toBeNull();
    }
  });

  it('is not changed by blanks, but by anything else', () => {
    expect(sameForm({ ...form, everyMinutes: ' 15' }, form)).toBe(true);
    expect(sameForm({ ...form, everyMinutes: '16' }, form)).toBe(false);
    expect(sameForm({ ...form, isPaused: true }, form)).toBe(false);
  });
});

describe('the consequences', () => {
  it.each([
    [30, 25],
    [1000, 100],
    [255, 25],
  ])('with %d active teammates %d may leave', (active, limit) => {
    expect(guardLimit(settings.guard, active)).toBe(limit);
  });

  it('of removing are told as dates', () => {
    expect(removalDates(Date.parse('2026-11-22T12:00:00Z'), 14)).toEqual({
      removed: '2026-12-06T12:00:00.000Z',
      restorable: '2027-01-05T12:00:00.000Z',
    });
  });
});
