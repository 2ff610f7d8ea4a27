import { nextCheck } from '../../server/src/sync/schedule/dueTimes.ts';
import { TENANT_ID } from '../../simulator/seed/company.ts';

/**
 * How far apart, in minutes, turns of the demo's tenant have to be for none to come within hours. They stand at fixed times
 * of the clock, other ones for each period: even one turn a day is in the middle of whatever runs then.
 */
export const quietPeriod = (now = new Date()): number => {
  const distance = (minutes: number): number => {
    const toNext = nextCheck(TENANT_ID, minutes, now).getTime() - now.getTime();
    return Math.min(toNext, minutes * 60_000 - toNext);
  };
  return periods.reduce((best, each) => (distance(each) > distance(best) ? each : best));
};

const periods = Array.from({ length: 13 }, (_, hours) => (12 + hours) * 60);
