import { AdminActionError, RequestError } from '../../domain/errors.ts';
import type { RunMode, RunTrigger } from '../../domain/run/run.ts';
import type { SyncState } from '../../domain/schedule/syncState.ts';
import type { Versioned } from '../../ports/versioned.ts';
import { whyFailed } from '../run/runFailure.ts';
import { startRun } from '../startRun.ts';
import type { ScheduleDesk } from './scheduleDesk.ts';
import { readTenantFacts, standingOf, type TenantFacts } from './tenantFacts.ts';
import { whyRefresh } from './whyRefresh.ts';

export interface Check {
  readonly tenantId: string;
  readonly facts: TenantFacts;
  readonly trigger: RunTrigger;
}

/**
 * - started: a run is on its way.
 * - nothing: the directory was asked, and nothing is to be done.
 * - taken: somebody else is at it: another replica, or a run.
 * - failed: it could not be asked; why is remembered.
 */
export type CheckOutcome = 'started' | 'nothing' | 'taken' | 'failed';

/**
 * Asks whether there is anything to sync and starts a run if so. Where there is not, one small document is all that is
 * written. Never throws for what the directory or Entra answers.
 */
export const checkTenant = async (desk: ScheduleDesk, check: Check): Promise<CheckOutcome> => {
  const { runDesk, stopping } = desk;
  const lastCheckedAt = runDesk.clock.now().toISOString();
  // Who writes the document first makes the check, so replicas need no lease for it and an idle tenant costs one write.
  const claimed = await runDesk.repositories.syncStates.claim(check.tenantId, check.facts.state, { lastCheckedAt });
  if (claimed === null) return 'taken';
  try {
    if (!(await isLetIn(desk, check))) return 'failed';
    const isNeeded = await ask(desk, check);
    if (claimed.value.lastFailure !== null) await remember(desk, check.tenantId, { lastFailure: null });
    return isNeeded ? await orderRefresh(desk, check) : 'nothing';
  } catch (error) {
    if (stopping.aborted) return 'taken';
    await noteFailure(desk, check.tenantId, error);
    return 'failed';
  }
};

/** A refused tenant is not read, only asked about; the failure that led there stays to be seen. */
const isLetIn = async (desk: ScheduleDesk, { tenantId, facts }: Check): Promise<boolean> =>
  standingOf(facts) === 'on' || (await desk.recheckConnection(tenantId)).state === 'connected';

const ask = async (desk: ScheduleDesk, { tenantId, facts, trigger }: Check): Promise<boolean> => {
  const { repositories, clock } = desk.runDesk;
  const directory = desk.openDirectory(tenantId);
  const reason = await whyRefresh({
    repositories,
    tenantId,
    directory,
    facts,
    now: clock.now(),
    signal: desk.stopping,
  });
  desk.logger.debug({ msg: 'directory asked for changes', tenantId, trigger, reason });
  return reason !== null;
};

/**
 * Asking takes seconds: who disconnects or pauses meanwhile wants nobody read, and another replica's run may have done by
 * now what was found.
 */
const orderRefresh = async (desk: ScheduleDesk, check: Check): Promise<CheckOutcome> => {
  const facts = await readTenantFacts(desk.runDesk.repositories, check.tenantId);
  if (standingOf(facts) !== 'on') return 'nothing';
  const wasSynced = facts.checkpoint?.runId !== check.facts.checkpoint?.runId;
  return wasSynced ? 'taken' : orderRun(desk, { ...check, facts }, 'refresh');
};

/** A run that is under way already does the same work. */
export const orderRun = async (
  { runDesk }: ScheduleDesk,
  { tenantId, facts, trigger }: Check,
  mode: RunMode,
): Promise<'started' | 'taken'> => {
  const order = { tenantId, kind: 'sync', mode, trigger, startedBy: null, approvedDepartures: 0 } as const;
  try {
    await startRun(runDesk, { ...order, selection: facts.selection });
    return 'started';
  } catch (error) {
    if (error instanceof RequestError && error.code === 'run-in-progress') return 'taken';
    throw error;
  }
};

const noteFailure = async (desk: ScheduleDesk, tenantId: string, error: unknown): Promise<void> => {
  desk.logger.warn({ msg: 'directory not asked for changes', tenantId, err: error });
  const at = desk.runDesk.clock.now().toISOString();
  await remember(desk, tenantId, { lastFailure: { ...whyFailed(error), at } });
  if (!(error instanceof AdminActionError)) return;
  await desk.recheckConnection(tenantId).catch((cause: unknown) => {
    desk.logger.warn({ msg: 'connection not checked', tenantId, err: cause });
  });
};

/** Writes what differs, whoever else writes meanwhile. */
export const remember = async (
  { runDesk }: Pick<ScheduleDesk, 'runDesk'>,
  tenantId: string,
  change: Partial<SyncState>,
): Promise<void> => {
  const { syncStates } = runDesk.repositories;
  for (let saved: Versioned<SyncState> | null = null; saved === null;) {
    saved = await syncStates.claim(tenantId, await syncStates.get(tenantId), change);
  }
};
