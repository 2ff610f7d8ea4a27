import type { SyncState } from '../../domain/schedule/syncState.ts';
import { checkTenant, orderRun } from './checkTenant.ts';
import { isAhead } from '../../domain/schedule/clockSetRight.ts';
import { lastNight, nextCheck } from './dueTimes.ts';
import { lastSync } from './lastSync.ts';
import type { ScheduleDesk } from './scheduleDesk.ts';
import { readTenantFacts, standingOf, type TenantFacts } from './tenantFacts.ts';

interface Visit {
  readonly desk: ScheduleDesk;
  readonly tenantId: string;
  readonly facts: TenantFacts;
  readonly now: Date;
}

/**
 * Does for one tenant what is due now, if anything: a check, or the full reconcile of the night after it. Returns when it
 * was or is due next, as far as is known; null where nothing is.
 */
export const visitTenant = async (desk: ScheduleDesk, tenantId: string): Promise<Date | null> => {
  const { repositories, clock } = desk.runDesk;
  const facts = await readTenantFacts(repositories, tenantId);
  if (standingOf(facts) === 'off') return null;
  await doWhatIsDue({ desk, tenantId, facts, now: clock.now() });
  return dueAt(tenantId, facts, clock.now());
};

const doWhatIsDue = async (visit: Visit): Promise<void> => {
  const { desk, tenantId, facts } = visit;
  const { repositories } = desk.runDesk;
  const isDue = isCheckDue(visit);
  if (!isDue && !isNightDue(visit)) return;
  if ((await repositories.runs.active(tenantId, 'sync')) !== null) return;
  if (isDue && (await checkTenant(desk, { tenantId, facts, trigger: 'schedule' })) !== 'nothing') return;
  const state = await repositories.syncStates.get(tenantId);
  await reconcile({ ...visit, facts: { ...facts, state } });
};

/** When the tenant is due next, were nothing else to happen. */
export const dueAt = (tenantId: string, { settings, state, checkpoint }: TenantFacts, now: Date): Date => {
  const since = known(state.value.lastCheckedAt ?? checkpoint?.at ?? null, now);
  return nextCheck(tenantId, settings.everyMinutes, since);
};

/** Long ago where nobody knows. */
const known = (instant: string | null, now: Date): Date =>
  new Date(instant === null || isAhead(instant, now) ? 0 : instant);

/** A night begins with a check of its own, so that what the reconcile then finds is drift and not news. */
const isCheckDue = (visit: Visit): boolean =>
  dueAt(visit.tenantId, visit.facts, visit.now) <= visit.now || (isNightDue(visit) && isOwnCheckDue(visit));

const isOwnCheckDue = (visit: Visit): boolean => nightBegins(visit) <= visit.now && !isCheckedThisNight(visit);

const isNightDue = ({ tenantId, facts, now }: Visit): boolean =>
  standingOf(facts) === 'on' && known(facts.checkpoint?.fullAt ?? null, now) < lastNight(tenantId, now);

const isCheckedThisNight = (visit: Visit): boolean =>
  known(visit.facts.state.value.lastCheckedAt, visit.now) >= nightBegins(visit);

/** Microsoft's lists may be so far behind what the last sync was told, and nothing tells that again. Milliseconds. */
const listsLag = 10 * 60_000;
/** Where there always is something new, a night waits for so long. Milliseconds. */
const longestWait = 60 * 60_000;

/** When this night's reconcile may begin: read too soon after the last news, everybody would be as they were before it. */
const nightBegins = ({ tenantId, facts, now }: Visit): Date => {
  const night = lastNight(tenantId, now).getTime();
  const settled = known(facts.checkpoint?.at ?? null, now).getTime() + listsLag;
  return new Date(Math.max(night, Math.min(settled, night + longestWait)));
};

/** Reads and compares everybody, once a night. What it finds was missed by the refreshes: its counts are the drift. */
const reconcile = async (visit: Visit): Promise<void> => {
  const { desk, tenantId, facts, now } = visit;
  const isReady = isNightDue(visit) && isCheckedThisNight(visit) && facts.state.value.lastFailure === null;
  if (!isReady || (await wasTried(visit, facts.state.value))) return;
  const claimed = await desk.runDesk.repositories.syncStates.claim(tenantId, facts.state, {
    nightlyAt: now.toISOString(),
  });
  if (claimed !== null) await orderRun(desk, { tenantId, facts, trigger: 'nightly' }, 'full');
};

/** One that failed is tried again after the next check; one that an admin cancelled not before the next night. */
const wasTried = async ({ desk, tenantId, now }: Visit, { nightlyAt, lastCheckedAt }: SyncState): Promise<boolean> => {
  if (nightlyAt === null || known(nightlyAt, now) < lastNight(tenantId, now)) return false;
  if (lastCheckedAt === null || nightlyAt >= lastCheckedAt) return true;
  const last = await lastSync(desk.runDesk.repositories, tenantId, (run) => run.trigger === 'nightly');
  return last?.status === 'cancelled' && last.startedAt >= nightlyAt && !isAhead(last.startedAt, now);
};
