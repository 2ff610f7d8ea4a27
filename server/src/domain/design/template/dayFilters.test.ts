import { describe, expect, test } from '@jest/globals';
import type { DesignPerson } from '../designPerson.ts';
import { openHtmlTemplate } from './openHtmlTemplate.ts';

/** The text, and the time zones whose day was asked for. */
const fill = (html: string, { id = 'p', values = {} }: Partial<Pick<DesignPerson, 'id' | 'values'>> = {}) => {
  const zones: string[] = [];
  const date = (timeZone: string): string => {
    new Intl.DateTimeFormat('en', { timeZone });
    zones.push(timeZone);
    return '2030-01-07';
  };
  const who = { id, values, groups: new Set<string>(), units: new Set<string>(), language: 'en', photoUrl: () => null };
  return { text: openHtmlTemplate(html)({ ...who, today: { date } }).text, zones };
};

describe('dates in an expert’s HTML', () => {
  test('are of the day that the person is asked for, which is told to whoever keeps the answer', () => {
    const fair =
      "{% assign d = 'today' | date: '%Y-%m-%d' %}{% if d <= '2029-12-24' %}Come to the fair{% else %}It is over{% endif %}";
    expect(fill(fair)).toEqual({ text: 'It is over', zones: ['UTC'] });
    expect(fill("{{ 'now' | date: '%Y-%m-%d %H:%M' }}")).toEqual({ text: '2030-01-07 00:00', zones: ['UTC'] });
    expect(fill("{{ 'now' | date }}")).toEqual({ text: 'Monday, January 7, 2030', zones: ['UTC'] });
  });

  test('are of the time zone that is named, by its name or by its minutes', () => {
    const inZone = (zone: string) => fill(`{{ 'now' | date: '%d.%m.%Y', ${zone} }}`);
    expect(inZone("'Pacific/Auckland'")).toEqual({ text: '07.01.2030', zones: ['Pacific/Auckland'] });
    expect(inZone('360').zones).toEqual(['-06:00']);
    expect(inZone('-345').zones).toEqual(['+05:45']);
    expect(() => inZone("'Nowhere/Land'")).toThrow(expect.objectContaining({ code: 'template-invalid' }));
  });

  test('are so by every filter, wherever the word comes from', () => {
    const all =
      "{{ 'now' | date_to_xmlschema }}, {{ 'today' | date_to_rfc822 }}, {{ 'now' | date_to_string }}, " +
      "{{ 'now' | date_to_string: 'ordinal', 'US' }}, {{ 'now' | date_to_long_string: 'ordinal' }}";
    expect(fill(all).text).toBe(
      '2030-01-07T00:00:00+00:00, Mon, 07 Jan 2030 00:00:00 +0000, 07 Jan 2030, Jan 7th, 2030, 7th January 2030',
    );
    const word = { values: { 'person.custom.since': 'now' } };
    expect(fill('{{ person.custom.since | date: "%Y" }}', word)).toEqual({ text: '2030', zones: ['UTC'] });
    const nested =
      "{% assign years = 'now' | split: ',' | group_by_exp: 'day', \"day | date: '%Y'\" %}{{ years[0].name }}";
    expect(fill(nested)).toEqual({ text: '2030', zones: ['UTC'] });
  });

  test('of other days are as they are written, and ask for no day', () => {
    const others =
      "{{ '2026-12-24' | date: '%d %B %Y' }}, {{ '2026-12-24 10:30' | date: '%H:%M' }}, {{ 0 | date: '%Y-%m-%d %H:%M' }}, " +
      "{{ '2026-12-24T23:30:00+02:00' | date: '%H:%M' }}, {{ '2026-12-24T23:30:00Z' | date: '%d %H:%M', 'Asia/Tokyo' }}, " +
      "{{ 'soon' | date: '%Y' }}, {{ '2026-12-24' | date_to_long_string }}";
    expect(fill(others)).toEqual({
      text: '24 December 2026, 10:30, 1970-01-01 00:00, 21:30, 25 08:30, soon, 24 December 2026',
      zones: [],
    });
  });

  test('and samples come from no clock and by no chance', () => {
    const [now, random] = [Date.now, Math.random];
    const refuse = (): never => {
      throw new Error('The clock or chance was asked.');
    };
    try {
      [Date.now, Math.random] = [refuse, refuse];
      expect(fill("{{ 'now' | date: '%Y' }}").text).toBe('2030');
      expect(fill("{{ 'a,b' | split: ',' | sample }}").text).toMatch(/^[ab]$/);
    } finally {
      [Date.now, Math.random] = [now, random];
    }
  });
});

describe('a sample in an expert’s HTML', () => {
  test('is always the same for one person, and others have others', () => {
    const slogan = "{{ 'a,b,c' | split: ',' | sample }}";
    const ids = Array.from({ length: 30 }, (_, at) => `person-${String(at)}`);
    const first = ids.map((id) => fill(slogan, { id }).text);
    expect(new Set(first)).toEqual(new Set(['a', 'b', 'c']));
    expect(ids.map((id) => fill(slogan, { id }).text)).toEqual(first);
  });

  test('of several has each at most once', () => {
    const [one = '', ...others] = fill("{{ 'a,b,c' | split: ',' | sample: 2 | join: ' ' }}").text.split(' ');
    expect(others).not.toContain(one);
    expect(others.length).toBe(1);
    expect(fill("{{ 'a,b,c' | split: ',' | sample: 9 | join: '' }}").text.length).toBe(3);
    expect(fill("x{{ nothing | sample }}{{ '' | sample }}").text).toBe('x');
  });
});
