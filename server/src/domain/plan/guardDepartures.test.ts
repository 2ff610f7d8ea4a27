import { describe, expect, test } from '@jest/globals';
import { holdDepartures, type DepartureFacts } from './guardDepartures.ts';

const facts = (change: Partial<DepartureFacts>): DepartureFacts => ({
  departures: 0,
  activeTeammates: 1000,
  approved: 0,
  isSuspicious: false,
  ...change,
});

describe('the guard against accidental departures', () => {
  test.each([
    ['nobody leaves', facts({ isSuspicious: true }), 'nobody'],
    ['25 of a few leave', facts({ departures: 25, activeTeammates: 30 }), 'nobody'],
    ['26 of a few leave', facts({ departures: 26, activeTeammates: 30 }), 'everybody'],
    ['a tenth of many leaves', facts({ departures: 100 }), 'nobody'],
    ['more than a tenth of many leaves', facts({ departures: 101 }), 'everybody'],
    ['one leaves because a picked group is empty', facts({ departures: 1, isSuspicious: true }), 'suspects'],
    ['many leave and a picked group is empty', facts({ departures: 101, isSuspicious: true }), 'everybody'],
    ['many leave, as the admin saw and agreed to', facts({ departures: 500, approved: 500 }), 'nobody'],
    ['one more leaves than the admin agreed to', facts({ departures: 501, approved: 500 }), 'everybody'],
    [
      'fewer leave than agreed to, from an empty group',
      facts({ departures: 3, approved: 4, isSuspicious: true }),
      'nobody',
    ],
  ])('when %s', (_name, given, held) => {
    expect(holdDepartures(given)).toBe(held);
  });

  test('the limits can be set', () => {
    expect(holdDepartures(facts({ departures: 2 }), { count: 1, percent: 0 })).toBe('everybody');
    expect(holdDepartures(facts({ departures: 500 }), { count: 1, percent: 50 })).toBe('nobody');
  });
});
