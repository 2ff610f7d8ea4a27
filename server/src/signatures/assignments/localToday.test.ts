import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import { isStillToday, localToday } from './localToday.ts';

const zones = ['UTC', 'Europe/Brussels', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns', 'Africa/Monrovia'];

describe('which day it is', () => {
  test('is that of each time zone at every moment, however the clock goes', () => {
    const moments = fc.array(
      fc.tuple(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }), fc.constantFrom(...zones)),
      { minLength: 1 },
    );
    const steps = fc.array(fc.integer({ min: -90_000, max: 90_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(moments, steps, (asked, then) => {
        let now = 0;
        const today = localToday({ now: () => new Date(now), sleep: () => Promise.resolve() });
        for (const [start, zone] of asked) {
          for (const step of [0, ...then]) {
            now = start + step;
            expect(today.date(zone)).toBe(dayAt(new Date(now))(zone));
          }
        }
      }),
    );
  });

  test('that was told is wrong as soon as the next one begins there', () => {
    let now = Date.parse('2026-03-01T22:59:59.999Z');
    const clock = { now: () => new Date(now), sleep: () => Promise.resolve() };
    const { date, told } = localToday(clock);
    expect([date('Europe/Brussels'), date('UTC')]).toEqual(['2026-03-01', '2026-03-01']);
    expect(isStillToday(clock, told)).toBe(true);
    now += 1;
    expect(isStillToday(clock, told)).toBe(false);
    expect([date('Europe/Brussels'), date('UTC')]).toEqual(['2026-03-02', '2026-03-01']);
  });

  test('is the one that stands in for today, where there is one', () => {
    const clock = { now: () => new Date(0), sleep: () => Promise.resolve() };
    expect(localToday(clock, '2026-12-24').date('UTC')).toBe('2026-12-24');
  });
});
