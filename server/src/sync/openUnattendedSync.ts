import type { OpenChangeSubscriptions } from '../ports/directory/changeSubscriptions.ts';
import type { LeaseStore } from '../ports/lease.ts';
import type { NotificationAddress } from './changeNotifications/notificationAddress.ts';
import { openSubscriptionKeeper } from './changeNotifications/subscriptionKeeper.ts';
import type { BackgroundWork } from './backgroundWork.ts';
import { openGrantWatch } from './connection/grantWatch.ts';
import { openHistorySweep } from './history/openHistorySweep.ts';
import { openOverrideSweep } from './overrides/openOverrideSweep.ts';
import { resumeErasures } from './privacy/erasePerson.ts';
import { openTenantEraser, type TenantErasureDesk } from './privacy/eraseTenant.ts';
import type { ScheduleDesk } from './schedule/scheduleDesk.ts';
import { openWakeUps } from './schedule/wakeUps.ts';
import { openDeletedSweep } from './signatures/openDeletedSweep.ts';
import { openRemovedSweep } from './teammates/openRemovedSweep.ts';
import { openScheduler, type SchedulerOptions } from './scheduler.ts';

export interface UnattendedSyncOptions extends Omit<ScheduleDesk, 'stopping'> {
  readonly openSubscriptions: OpenChangeSubscriptions;
  readonly leases: LeaseStore;
  /** Where Graph can tell us of changes; null when it cannot reach us. */
  readonly address: NotificationAddress | null;
  /** Asks about a consent under way again; resolves to whether there is still something to wait for. */
  readonly lookAtGrant: (tenantId: string) => Promise<boolean>;
}

/** Everything that keeps tenants current without anybody asking: the schedule, what Graph tells us, consents under way. */
export interface UnattendedSync extends Omit<BackgroundWork, 'wake'> {
  /** Looks at every tenant once, as `watch` does again and again. */
  look(): Promise<void>;
  /** Resolves when nothing that was told or looked for is under way. */
  settled(): Promise<void>;
  /** Resolves after `stop`. */
  watch(): Promise<void>;
  stop(): Promise<void>;
}

const openHousekeeping = (
  desk: TenantErasureDesk,
): Pick<
  SchedulerOptions,
  'sweepHistory' | 'sweepOverrides' | 'sweepRemoved' | 'sweepDeleted' | 'resumeErasures' | 'eraser'
> => ({
  sweepHistory: openHistorySweep(desk),
  sweepOverrides: openOverrideSweep(desk),
  sweepRemoved: openRemovedSweep(desk),
  sweepDeleted: openDeletedSweep(desk),
  resumeErasures: (tenantId) => resumeErasures(desk, tenantId),
  eraser: openTenantEraser(desk),
});

export const openUnattendedSync = (options: UnattendedSyncOptions): UnattendedSync => {
  const abort = new AbortController();
  const desk: ScheduleDesk = { ...options, stopping: abort.signal };
  const wakeUps = openWakeUps(desk);
  const keeper = openSubscriptionKeeper({ ...options, ...desk, notice: wakeUps.notice });
  const housekeeping = openHousekeeping({ ...options, ...options.runDesk, endSubscriptions: keeper.end });
  const scheduler = openScheduler({ ...desk, keepSubscriptions: keeper.keep, ...housekeeping });
  const grants = openGrantWatch({
    connections: options.runDesk.repositories.connections,
    lookAgain: options.lookAtGrant,
    clock: options.runDesk.clock,
    logger: options.logger,
    stopping: abort.signal,
  });
  const settled = async (): Promise<void> => {
    await keeper.settled();
    await wakeUps.settled();
    await scheduler.settled();
    await grants.settled();
  };
  return {
    settled,
    notice: wakeUps.notice,
    handle: keeper.handle,
    noticeGrant: grants.notice,
    noticeErasure: scheduler.noticeErasure,
    look: async () => {
      await grants.look();
      await scheduler.look();
    },
    watch: async () => {
      await Promise.all([grants.watch(), scheduler.watch()]);
    },
    stop: async () => {
      abort.abort();
      await settled();
    },
  };
};
