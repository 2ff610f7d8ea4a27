import { describe, expect, test } from '@jest/globals';
import { credentialExpiry } from './credentialExpiry.ts';

const end = '2027-03-31T23:59:59.000Z';
const before = (days: number, milliseconds = 0) => new Date(Date.parse(end) - days * 24 * 60 * 60_000 - milliseconds);

describe('the end of a credential', () => {
  test.each([
    [before(60, 1), 60, null],
    [before(60), 60, '60'],
    [before(30, 1), 30, '60'],
    [before(30), 30, '30'],
    [before(7, 1), 7, '30'],
    [before(7), 7, '7'],
    [before(0, 1), 0, '7'],
    [before(0), 0, 'expired'],
    [before(-400), 0, 'expired'],
  ])('seen at %s: %i days left, warning %s', (now, daysLeft, warning) => {
    expect(credentialExpiry(end, now)).toEqual({ daysLeft, warning });
  });

  test('that nobody knows warns of nothing', () => {
    expect(credentialExpiry(null, before(0))).toEqual({ daysLeft: null, warning: null });
  });
});
