import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tenantJitter } from '../../domain/schedule/tenantJitter.ts';
import { lastNight, nextCheck } from './dueTimes.ts';

const minute = 60_000;
const hour = 60 * minute;
const instants = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2060-01-01T00:00:00Z'),
  noInvalidDate: true,
});

test('the next turn is after now, at most one period away, and turns are exactly one period apart', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 5, max: 1440 }), instants, (tenantId, everyMinutes, now) => {
      const next = nextCheck(tenantId, everyMinutes, now);
      const wait = next.getTime() - now.getTime();
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(everyMinutes * minute);
      expect(nextCheck(tenantId, everyMinutes, next).getTime()).toBe(next.getTime() + everyMinutes * minute);
    }),
  );
});

test('the last night began between two and three o’clock UTC, is not in the future and less than a day ago', () => {
  fc.assert(
    fc.property(fc.uuid(), instants, (tenantId, now) => {
      const night = lastNight(tenantId, now);
      const age = now.getTime() - night.getTime();
      expect(night.getUTCHours()).toBe(2);
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThan(24 * hour);
    }),
  );
});

test('tenants are spread evenly, and each always gets the same place', () => {
  const places = Array.from({ length: 10_000 }, (_unused, index) => tenantJitter(`tenant-${String(index)}`, 10));
  for (let place = 0; place < 10; place += 1) {
    expect(Math.abs(places.filter((one) => one === place).length - 1000)).toBeLessThan(200);
  }
  expect(tenantJitter('tenant-7', 10)).toBe(places[7]);
});
