import { credentialExpiry } from '../domain/connection/credentialExpiry.ts';
import { noConnection, type Connection } from '../domain/connection/connection.ts';
import type { Webhook, WebhookEvent, WebhookMarks } from '../domain/integration/webhook.ts';
import type { Run } from '../domain/run/run.ts';
import type { Repositories } from '../ports/repositories.ts';

/** How a tenant stands, as far as webhooks tell of it. */
export interface TenantNews {
  readonly connection: Connection;
  /** The newest syncs that have ended. */
  readonly runs: readonly Run[];
  readonly now: Date;
}

export interface CollectedEvent {
  /** The same for the same thing, however often it is looked at. */
  readonly key: string;
  readonly event: WebhookEvent;
  readonly at: string;
  /** Counts and ids; nothing of a person. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** More runs than this between two looks are not told one by one. */
const newest = 50;

export const readNews = async (
  { connections, runs }: Pick<Repositories, 'connections' | 'runs'>,
  tenantId: string,
  now: Date,
): Promise<TenantNews> => {
  const { items } = await runs.page(tenantId, { limit: newest });
  return {
    connection: (await connections.get(tenantId))?.value ?? noConnection,
    runs: items.filter(({ kind, finishedAt }) => kind === 'sync' && finishedAt !== null),
    now,
  };
};

/** Where a webhook begins: what was before it is not told. */
export const marksOf = ({ connection, runs, now }: TenantNews): WebhookMarks => ({
  runs: runs.map(({ id }) => id),
  connection: connection.state,
  expiry: credentialExpiry(connection.registration?.expiresAt ?? null, now).warning,
});

/** What happened since the marks and is asked for, oldest first. Pure. */
export const collectEvents = ({ marks, events }: Webhook, news: TenantNews): readonly CollectedEvent[] =>
  [
    ...newRuns(marks, news).toReversed().flatMap(eventsOfRun),
    ...consentEvents(marks, news),
    ...expiryEvents(marks, news),
  ].filter(({ event }) => events.includes(event));

/** Where a run was forgotten, older ones come into sight that were told long ago: what is behind a mark is old. */
const newRuns = (marks: WebhookMarks, { runs }: TenantNews): readonly Run[] => {
  const oldest = runs.findLastIndex(({ id }) => marks.runs.includes(id));
  return runs.slice(0, oldest < 0 ? runs.length : oldest).filter(({ id }) => !marks.runs.includes(id));
};

const eventsOfRun = ({ id, mode, trigger, status, startedAt, finishedAt, counts, failure }: Run): CollectedEvent[] => {
  const at = finishedAt ?? startedAt;
  const run = { runId: id, mode, trigger, status, startedAt, finishedAt, counts };
  if (status === 'failed')
    return [{ key: `failed/${id}`, event: 'run.failed', at, data: { ...run, code: failure?.code ?? null } }];
  const held = counts.hold > 0 && status === 'succeeded';
  return [
    { key: `finished/${id}`, event: 'run.finished', at, data: run },
    ...(held
      ? [{ key: `held/${id}`, event: 'departures.held' as const, at, data: { runId: id, held: counts.hold } }]
      : []),
  ];
};

const lost: readonly Connection['state'][] = ['revoked', 'incomplete'];

const consentEvents = (marks: WebhookMarks, { connection, now }: TenantNews): CollectedEvent[] => {
  if (marks.connection !== 'connected' || !lost.includes(connection.state)) return [];
  const at = connection.checkedAt ?? now.toISOString();
  const { state, lastError, missingPermissions } = connection;
  return [{ key: `consent/${at}`, event: 'consent.lost', at, data: { state, code: lastError, missingPermissions } }];
};

const expiryEvents = (marks: WebhookMarks, { connection: { registration }, now }: TenantNews): CollectedEvent[] => {
  if (registration === null) return [];
  const { credential, expiresAt } = registration;
  const { warning, daysLeft } = credentialExpiry(expiresAt, now);
  if (warning === null || warning === marks.expiry) return [];
  const data = { credential, expiresAt, daysLeft };
  return [{ key: `expiry/${expiresAt ?? ''}/${warning}`, event: 'credential.expiring', at: now.toISOString(), data }];
};
