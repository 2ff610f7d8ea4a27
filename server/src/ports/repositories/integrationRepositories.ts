import type { ApiKey } from '../../domain/integration/apiKey.ts';
import type { StartedOnce } from '../../domain/integration/startedOnce.ts';
import type { Webhook, WebhookDelivery } from '../../domain/integration/webhook.ts';
import type { Versioned } from '../versioned.ts';

export interface ApiKeyRepository {
  get(tenantId: string, id: string): Promise<Versioned<ApiKey> | null>;
  /** Newest first, two hundred at most. */
  list(tenantId: string): Promise<readonly ApiKey[]>;
  /** `ifRevision` 0 means there must be none yet. Throws StaleRevision. */
  save(tenantId: string, key: ApiKey, ifRevision: number): Promise<void>;
  remove(tenantId: string, ids: readonly string[]): Promise<void>;
}

export interface StartedOnceRepository {
  /** Keeps this unless there is one of the same id already. Returns the one that is kept: one atomic step. */
  claim(tenantId: string, started: StartedOnce): Promise<StartedOnce>;
  /** Forgets some of those from before the instant. */
  forgetBefore(tenantId: string, instant: string): Promise<void>;
}

export interface WebhookRepository {
  get(tenantId: string, id: string): Promise<Versioned<Webhook> | null>;
  list(tenantId: string): Promise<readonly Versioned<Webhook>[]>;
  /** `ifRevision` 0 means there must be none yet. Throws StaleRevision. Returns the new revision. */
  save(tenantId: string, webhook: Webhook, ifRevision: number): Promise<number>;
  /** With everything that is on its way to it. */
  remove(tenantId: string, id: string): Promise<void>;
  /** Every tenant that has one. */
  tenants(): Promise<readonly string[]>;
}

export interface WebhookDeliveryRepository {
  /** False where there is one with this id already, which stays as it is. */
  add(tenantId: string, delivery: WebhookDelivery): Promise<boolean>;
  save(tenantId: string, delivery: WebhookDelivery): Promise<void>;
  /** Those whose time has come, longest first. */
  due(tenantId: string, now: Date, limit: number): Promise<readonly WebhookDelivery[]>;
  countWaiting(tenantId: string, webhookId: string): Promise<number>;
  /** So many at most, newest first. */
  newest(tenantId: string, webhookId: string, limit: number): Promise<readonly WebhookDelivery[]>;
  /** Forgets all of a webhook but the newest. */
  keepNewest(tenantId: string, webhookId: string, keep: number): Promise<void>;
}
