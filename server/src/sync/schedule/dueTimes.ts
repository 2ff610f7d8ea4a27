import { Cron } from 'croner';
import { tenantJitter } from '../../domain/schedule/tenantJitter.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Nights are counted in UTC: the same hour for every replica, and no hour that is missing or comes twice. */
const twoAtNight = new Cron('0 2 * * *', { timezone: 'UTC' });
/** The nights of all tenants begin within this hour. */
const nightlySpread = 60 * minute;

/** The tenant's next turn after an instant; turns are `everyMinutes` apart and differ between tenants. */
export const nextCheck = (tenantId: string, everyMinutes: number, after: Date): Date => {
  const period = everyMinutes * minute;
  const phase = tenantJitter(tenantId, period);
  const turns = Math.floor((after.getTime() - phase) / period) + 1;
  return new Date(turns * period + phase);
};

/** When the tenant's last nightly reconcile was due. */
export const lastNight = (tenantId: string, now: Date): Date => {
  const jitter = tenantJitter(tenantId, nightlySpread);
  const night = twoAtNight.nextRun(new Date(now.getTime() - jitter - day));
  if (night === null) throw new Error('There is always another night.');
  return new Date(night.getTime() + jitter);
};
