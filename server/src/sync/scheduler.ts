import type { Clock } from '../ports/clock.ts';
import { tenantJitter } from '../domain/schedule/tenantJitter.ts';
import type { TenantEraser } from './privacy/eraseTenant.ts';
import { isResting } from '../domain/schedule/clockSetRight.ts';
import { openRests } from './schedule/openRests.ts';
import type { ScheduleDesk } from './schedule/scheduleDesk.ts';
import { visitTenant } from './schedule/visitTenant.ts';

export interface SchedulerOptions extends ScheduleDesk {
  /** Keeps Graph telling us of changes in this tenant. */
  readonly keepSubscriptions: (tenantId: string) => Promise<void>;
  /** Forgets some of the history that is older than the tenant wants. Resolves to whether there may be more of it. */
  readonly sweepHistory: (tenantId: string) => Promise<boolean>;
  /** Takes away values set by hand whose last day has passed. */
  readonly sweepOverrides: (tenantId: string) => Promise<void>;
  /** Forgets some of the removed people whose days are over. Resolves to whether there may be more. */
  readonly sweepRemoved: (tenantId: string) => Promise<boolean>;
  /** Forgets some of the deleted signatures whose days are over. Resolves to whether there may be more. */
  readonly sweepDeleted: (tenantId: string) => Promise<boolean>;
  /** Ends what a process that was killed began to erase. */
  readonly resumeErasures: (tenantId: string) => Promise<void>;
  readonly eraser: TenantEraser;
}

/** Syncs tenants by itself, when it is their turn. */
export interface Scheduler {
  /** Looks at every tenant once; resolves when what was due has been checked and ordered. */
  look(): Promise<void>;
  /** Somebody asked for everything of this tenant to be erased: that begins now, or at the next look. Returns at once. */
  noticeErasure(tenantId: string): void;
  /** Keeps looking. Resolves after the desk's signal is aborted and what is under way has ended. */
  watch(): Promise<void>;
  /** Resolves when no tenant is being looked at. */
  settled(): Promise<void>;
}

/** How long a tenant waits at most between being due and being looked at, in milliseconds. */
const tick = 15_000;
/** After a start everybody may be overdue at once; they are taken on within this while. */
const catchUpSpread = 2 * 60_000;
/** Whose turn is far away is looked at so often all the same, for whatever else changed: settings, consent, an erasure. Milliseconds. */
const longestRest = 60_000;
/** Tenants asked at the same time. */
const atOnce = 8;

/** A tenant whose directory is slow to answer holds up nobody but itself. */
export const openScheduler = (options: SchedulerOptions): Scheduler => {
  const { runDesk, logger, stopping } = options;
  const startedAt = runDesk.clock.now().getTime();
  const visiting = new Map<string, Promise<void>>();
  const rests = openRests(runDesk.clock, longestRest);

  const visit = async (tenantId: string): Promise<void> => {
    if (isResting(startedAt + tenantJitter(tenantId, catchUpSpread), runDesk.clock.now(), catchUpSpread)) return;
    rests.begin(tenantId, nextLook(await lookAfter(options, tenantId), runDesk.clock));
  };

  const begin = (tenantId: string, work: (tenantId: string) => Promise<void>): void => {
    if (visiting.has(tenantId)) return;
    const going = work(tenantId)
      .catch((error: unknown) => {
        if (!stopping.aborted) logger.error({ msg: 'tenant not looked at', tenantId, err: error });
      })
      .finally(() => visiting.delete(tenantId));
    visiting.set(tenantId, going);
  };

  const beginAll = async (isLeftOut: (tenantId: string) => boolean = () => false): Promise<void> => {
    const erasing = await options.eraser.tenants();
    // Of one that is being erased there may be no connection any more.
    for (const tenantId of new Set([...erasing, ...(await runDesk.repositories.connections.tenants())])) {
      while (visiting.size >= atOnce) await Promise.race(visiting.values());
      if (stopping.aborted) return;
      if (erasing.includes(tenantId)) begin(tenantId, options.eraser.goOn);
      else if (!isLeftOut(tenantId)) begin(tenantId, visit);
    }
  };
  const settled = async (): Promise<void> => {
    await Promise.all(visiting.values());
  };

  return {
    settled,
    noticeErasure: (tenantId) => {
      if (!stopping.aborted) begin(tenantId, options.eraser.goOn);
    },
    look: async () => {
      await beginAll();
      await settled();
    },
    watch: async () => {
      while (!stopping.aborted) {
        await beginAll(rests.areOn).catch((error: unknown) => {
          logger.error({ msg: 'tenants not read', err: error });
        });
        await runDesk.clock.sleep(tick, stopping).catch(() => undefined);
      }
      await settled();
    },
  };
};

/** In milliseconds since 1970. Looking at a thousand tenants costs a third of a second, and nearly none of them is due. */
const nextLook = (due: Date | null, clock: Clock): number =>
  Math.min(due?.getTime() ?? Infinity, clock.now().getTime() + longestRest);

/** Returns when there is something to do next; null where nothing is known of. */
const lookAfter = async (options: SchedulerOptions, tenantId: string): Promise<Date | null> => {
  await options.resumeErasures(tenantId);
  const due = await visitTenant(options, tenantId);
  await options.keepSubscriptions(tenantId);
  await options.sweepOverrides(tenantId);
  const areMoreRemoved = await options.sweepRemoved(tenantId);
  const areMoreDeleted = await options.sweepDeleted(tenantId);
  const isMoreToForget = await options.sweepHistory(tenantId);
  return areMoreRemoved || areMoreDeleted || isMoreToForget ? options.runDesk.clock.now() : due;
};
