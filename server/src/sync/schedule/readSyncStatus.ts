import type { CheckFailure, SyncState } from '../../domain/schedule/syncState.ts';
import type { RunFailure } from '../../domain/run/run.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Checkpoint } from '../../ports/repositories/runRepositories.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { lastSync } from './lastSync.ts';
import { isReady, readTenantFacts, standingOf, type TenantFacts } from './tenantFacts.ts';
import { dueAt } from './visitTenant.ts';

/** How a tenant is kept current by itself, for the people who look at it. */
export interface SyncStatus {
  /** Connected, something is picked, and not paused. */
  readonly isActive: boolean;
  readonly isPaused: boolean;
  readonly checkpoint: Checkpoint | null;
  readonly lastCheckedAt: string | null;
  readonly nextSyncAt: string | null;
  readonly activeRunId: string | null;
  readonly lastFailure: SyncState['lastFailure'];
  readonly held: number;
  readonly notifications: 'on' | 'off' | 'notPublic' | 'failing';
}

export interface StatusDesk {
  readonly repositories: Repositories;
  readonly clock: Clock;
  readonly isNotifiable: boolean;
}

export const readSyncStatus = async (desk: StatusDesk, tenantId: string): Promise<SyncStatus> => {
  const { repositories, clock } = desk;
  const facts = await readTenantFacts(repositories, tenantId);
  const { checkpoint, settings, state } = facts;
  const now = clock.now();
  const due = Math.max(dueAt(tenantId, facts, now).getTime(), now.getTime());
  return {
    isActive: isReady(facts) && facts.connection === 'connected',
    isPaused: settings.isPaused,
    checkpoint,
    lastCheckedAt: latest(state.value.lastCheckedAt, checkpoint?.at ?? null),
    nextSyncAt: standingOf(facts) === 'on' ? new Date(due).toISOString() : null,
    activeRunId: (await repositories.runs.active(tenantId, 'sync'))?.id ?? null,
    lastFailure: await lastFailure(desk, tenantId, facts),
    held: await repositories.teammates.countHeld(tenantId),
    notifications: await notifications(desk, tenantId, state.value),
  };
};

const latest = (a: string | null, b: string | null): string | null => ((a ?? '') > (b ?? '') ? a : b);

/** The newest of what went wrong, a check or a run, unless a sync succeeded since. */
const lastFailure = async (
  { repositories }: StatusDesk,
  tenantId: string,
  { state, checkpoint }: TenantFacts,
): Promise<SyncState['lastFailure']> => {
  const run = await lastSync(repositories, tenantId);
  const ofRun = run?.failure && run.finishedAt ? failureOf(run.failure, run.finishedAt) : null;
  const failures = [state.value.lastFailure, ofRun]
    .filter((failure) => failure !== null)
    .filter(({ at }) => at > (checkpoint?.at ?? ''))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return failures[0] ?? null;
};

const failureOf = ({ code, message, values }: RunFailure, at: string): CheckFailure => ({
  code,
  message,
  ...(values === undefined ? {} : { values }),
  at,
});

const notifications = async (
  { repositories, clock, isNotifiable }: StatusDesk,
  tenantId: string,
  { notificationsFailedAt }: SyncState,
): Promise<SyncStatus['notifications']> => {
  if (!isNotifiable) return 'notPublic';
  if (notificationsFailedAt !== null) return 'failing';
  const now = clock.now().toISOString();
  const live = (await repositories.changeSubscriptions.list(tenantId)).filter(({ expiresAt }) => expiresAt > now);
  return live.some(({ feed }) => feed === 'users') ? 'on' : 'off';
};
