import { expect, test } from '@jest/globals';
import { createClock } from './movableClock.ts';

test('a clock that was held ticks on from the moment it shows, and one that was not does as it did', () => {
  let real = 1000;
  const clock = createClock(() => real);
  clock.tick();
  expect(clock.now()).toBe(1000);
  clock.hold();
  real += 500;
  clock.advance(60_000);
  expect(clock.now()).toBe(61_000);
  clock.tick();
  expect(clock.now()).toBe(61_000);
  real += 7;
  expect(clock.now()).toBe(61_007);
});
