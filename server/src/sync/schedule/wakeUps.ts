import { checkTenant, type CheckOutcome } from './checkTenant.ts';
import type { ScheduleDesk } from './scheduleDesk.ts';
import { readTenantFacts, standingOf } from './tenantFacts.ts';

/** Looks at tenants of which somebody said that something changed. */
export interface WakeUps {
  /** Returns at once. However often it is called within a few seconds, the tenant is looked at once, afterwards. */
  notice(tenantId: string): void;
  /** Resolves when nothing is under way any more; soon, once the desk's signal is aborted. */
  settled(): Promise<void>;
}

/** Changes come in bursts: a script that edits a hundred people is one refresh. Milliseconds. */
const gathering = 3000;
/** Graph may tell of a change before its own list of changes shows it, so one that was not found is looked for again. */
const lag = 60_000;

export const openWakeUps = (desk: ScheduleDesk): WakeUps => {
  const gatheringFor = new Set<string>();
  const waitingOutLag = new Set<string>();
  const underWay = new Set<Promise<void>>();
  const { clock, repositories } = desk.runDesk;

  const begin = (tenantId: string, work: () => Promise<void>): void => {
    const going = work()
      .catch((error: unknown) => {
        if (!desk.stopping.aborted) desk.logger.error({ msg: 'notified tenant not checked', tenantId, err: error });
      })
      .finally(() => underWay.delete(going));
    underWay.add(going);
  };

  const look = async (tenantId: string): Promise<CheckOutcome> => {
    const facts = await readTenantFacts(repositories, tenantId);
    return standingOf(facts) === 'on' ? checkTenant(desk, { tenantId, facts, trigger: 'notification' }) : 'failed';
  };

  const gather = async (tenantId: string): Promise<void> => {
    // A run under way may have read past the change, so what was told meanwhile is looked at after it.
    try {
      do await clock.sleep(gathering, desk.stopping);
      while ((await repositories.runs.active(tenantId, 'sync')) !== null);
    } finally {
      gatheringFor.delete(tenantId);
    }
    const outcome = await look(tenantId);
    if (outcome === 'taken') notice(tenantId);
    if (outcome === 'nothing') lookLater(tenantId);
  };

  const notice = (tenantId: string): void => {
    if (gatheringFor.has(tenantId) || desk.stopping.aborted) return;
    gatheringFor.add(tenantId);
    begin(tenantId, () => gather(tenantId));
  };

  const lookLater = (tenantId: string): void => {
    if (waitingOutLag.has(tenantId)) return;
    waitingOutLag.add(tenantId);
    begin(tenantId, async () => {
      await clock.sleep(lag, desk.stopping).finally(() => waitingOutLag.delete(tenantId));
      if ((await look(tenantId)) === 'taken') notice(tenantId);
    });
  };

  return {
    notice,
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
};
