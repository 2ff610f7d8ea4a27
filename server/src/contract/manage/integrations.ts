import { z } from 'zod';
import { instant } from '../scalars.ts';

export const apiScopeSchema = z
  .enum(['teammates:read', 'values:write', 'sync:start', 'runs:read', 'signatures:read', 'reports:read', 'audit:read'])
  .describe(
    'teammates:read: read people; values:write: set values by hand; sync:start: start a sync; runs:read: read runs and what they changed; ' +
      'signatures:read: read signatures and who has which; reports:read: read completeness and rollout; audit:read: read the audit trail.',
  );

const person = z.object({ id: z.string(), displayName: z.string() });

export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(apiScopeSchema),
    hint: z.string().describe('How the key begins.'),
    state: z.enum(['active', 'expired', 'revoked']),
    createdAt: instant,
    createdBy: person,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable().describe('To ten minutes.'),
  })
  .meta({ id: 'ApiKey' });

export const apiKeyListSchema = z.object({ items: z.array(apiKeySchema) }).meta({ id: 'ApiKeyList' });

const once = 'Shown this once; nobody can show it again.';

export const createApiKeySchema = z.object({
  name: z.string().trim().min(1).max(60),
  scopes: z.array(apiScopeSchema).min(1).max(apiScopeSchema.options.length),
  expiresOn: z.iso.date().nullable().default(null).describe('The last day it works, in UTC; null: it does not expire.'),
});

export const createdApiKeySchema = apiKeySchema
  .extend({ secret: z.string().describe(`The key itself. ${once}`) })
  .meta({ id: 'CreatedApiKey' });

export const webhookEventSchema = z.enum([
  'run.finished',
  'run.failed',
  'departures.held',
  'consent.lost',
  'credential.expiring',
]);

/** Which address may be sent to is decided by the server, who can look names up. */
const webhookUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .describe('An https address that the Internet can reach, without user name or password.');

export const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(webhookEventSchema),
    enabled: z.boolean(),
    disabledBecause: z
      .enum(['failing', 'gone'])
      .nullable()
      .describe(
        'failing: nothing arrived for five days; gone: the address answered 410. Switching it on again clears it.',
      ),
    failingSince: instant.nullable(),
    lastDeliveredAt: instant.nullable(),
    createdAt: instant,
    createdBy: person,
  })
  .meta({ id: 'Webhook' });

export const webhookListSchema = z.object({ items: z.array(webhookSchema) }).meta({ id: 'WebhookList' });

const events = z.array(webhookEventSchema).min(1).max(webhookEventSchema.options.length);
export const createWebhookSchema = z.object({ url: webhookUrl, events });
export const putWebhookSchema = z.object({ url: webhookUrl, events, enabled: z.boolean() });

export const webhookSecretSchema = webhookSchema
  .extend({ secret: z.string().describe(`What signs its messages, whsec_…. ${once}`) })
  .meta({ id: 'WebhookSecret' });

export const webhookDeliverySchema = z
  .object({
    id: z.string().describe('The webhook-id header.'),
    event: z.union([webhookEventSchema, z.literal('webhook.test')]),
    state: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.number().int(),
    createdAt: instant,
    nextAttemptAt: instant.nullable(),
    lastAttemptAt: instant.nullable(),
    lastStatus: z.number().int().nullable(),
    lastFailure: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

export const webhookDeliveryListSchema = z
  .object({ items: z.array(webhookDeliverySchema).describe('Newest first; the last fifty.') })
  .meta({ id: 'WebhookDeliveryList' });

export type ApiScope = z.infer<typeof apiScopeSchema>;
export type ApiKey = z.infer<typeof apiKeySchema>;
export type Webhook = z.infer<typeof webhookSchema>;
export type WebhookEvent = z.infer<typeof webhookEventSchema>;
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;
