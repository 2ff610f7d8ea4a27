import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextCheck } from '../../server/src/sync/schedule/dueTimes.ts';
import { TENANT_ID } from '../../simulator/seed/company.ts';
import { quietPeriod } from './quietPeriod.ts';

const hour = 60 * 60_000;

test('whenever browser tests begin, no turn of the schedule comes for hours, nor has one come just before', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }), (now) => {
      const next = nextCheck(TENANT_ID, quietPeriod(now), new Date(now.getTime() - hour));
      expect(next.getTime() - now.getTime()).toBeGreaterThan(2 * hour);
    }),
    { numRuns: 2000 },
  );
});
