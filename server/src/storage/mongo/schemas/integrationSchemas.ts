import type { EarlierSecret, Webhook, WebhookMarks } from '../../../domain/integration/webhook.ts';
import { apiKeys, startedOnce, webhookDeliveries, webhooks } from '../../declare/integrationCollections.ts';
import {
  documentSchema,
  flag,
  listOf,
  number,
  objectOf,
  objectOrNull,
  text,
  textOrNull,
  texts,
} from './documentSchema.ts';

const person = objectOf<Webhook['createdBy']>({ id: text, displayName: text });

/** What other programs of a tenant use. */
export const integrationSchemas = [
  documentSchema(apiKeys, {
    id: text,
    name: text,
    scopes: texts,
    hint: text,
    hash: text,
    createdAt: text,
    createdBy: person,
    expiresAt: textOrNull,
    revokedAt: textOrNull,
    lastUsedAt: textOrNull,
  }),
  documentSchema(startedOnce, { id: text, asked: text, runId: text, at: text }),
  documentSchema(webhooks, {
    id: text,
    url: text,
    events: texts,
    enabled: flag,
    disabledBecause: textOrNull,
    secret: text,
    earlierSecret: objectOrNull<EarlierSecret>({ sealed: text, until: text }),
    olderSecrets: { ...(listOf<EarlierSecret>({ sealed: text, until: text }) as object), required: false },
    createdAt: text,
    createdBy: person,
    failingSince: textOrNull,
    lastDeliveredAt: textOrNull,
    marks: objectOf<WebhookMarks>({ runs: texts, connection: text, expiry: textOrNull }),
  }),
  documentSchema(webhookDeliveries, {
    id: text,
    webhookId: text,
    event: text,
    body: text,
    createdAt: text,
    state: text,
    attempts: number,
    nextAttemptAt: textOrNull,
    lastAttemptAt: textOrNull,
    lastStatus: { type: Number },
    lastFailure: textOrNull,
  }),
];
