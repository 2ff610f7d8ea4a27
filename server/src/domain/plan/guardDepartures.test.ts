import { describe, expect, test } from '@jest/globals';
import { mustHoldDepartures, type DepartureFacts } from './guardDepartures.ts';

const facts = (change: Partial<DepartureFacts>): DepartureFacts => ({
  departures: 0,
  activeTeammates: 1000,
  approved: 0,
  isSuspicious: false,
  ...change,
});

describe('the guard against accidental departures', () => {
  test.each([
    ['nobody leaves', facts({ isSuspicious: true }), false],
    ['25 of a few leave', facts({ departures: 25, activeTeammates: 30 }), false],
    ['26 of a few leave', facts({ departures: 26, activeTeammates: 30 }), true],
    ['a tenth of many leaves', facts({ departures: 100 }), false],
    ['more than a tenth of many leaves', facts({ departures: 101 }), true],
    ['one leaves because a picked group is empty', facts({ departures: 1, isSuspicious: true }), true],
    ['many leave, as the admin saw and agreed to', facts({ departures: 500, approved: 500 }), false],
    ['one more leaves than the admin agreed to', facts({ departures: 501, approved: 500 }), true],
    [
      'fewer leave than agreed to, from an empty group',
      facts({ departures: 3, approved: 4, isSuspicious: true }),
      false,
    ],
  ])('when %s', (_name, given, held) => {
    expect(mustHoldDepartures(given)).toBe(held);
  });

  test('the limits can be set', () => {
    expect(mustHoldDepartures(facts({ departures: 2 }), { count: 1, percent: 0 })).toBe(true);
    expect(mustHoldDepartures(facts({ departures: 500 }), { count: 1, percent: 50 })).toBe(false);
  });
});
