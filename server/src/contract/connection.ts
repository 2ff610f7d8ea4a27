import { z } from 'zod';
import { instant } from './scalars.ts';

export const connectionStateSchema = z.enum(['notConnected', 'refused', 'incomplete', 'connected', 'revoked']);

export const connectionSchema = z
  .object({
    state: connectionStateSchema,
    kind: z.literal('consent'),
    organization: z.object({ displayName: z.string(), domains: z.array(z.string()) }).nullable(),
    grantedPermissions: z.array(z.string()),
    missingPermissions: z.array(z.string()),
    connectedBy: z.object({ id: z.string(), displayName: z.string() }).nullable(),
    connectedAt: instant.nullable(),
    checkedAt: instant.nullable(),
    lastError: z.string().nullable().describe('Entra’s code of the last refusal, such as AADSTS65004.'),
    requiredPermissions: z.array(z.object({ name: z.string(), required: z.boolean(), reason: z.string() })),
  })
  .meta({ id: 'Connection' });

export const consentRequestSchema = z
  .object({ returnTo: z.enum(['popup', 'page']).default('popup') })
  .meta({ id: 'ConsentRequest' });

export const consentLinkSchema = z
  .object({ url: z.url().describe('Send the browser here; good once, for ten minutes.') })
  .meta({ id: 'ConsentLink' });

export const consentOutcomeSchema = z.enum([
  'connected',
  'incomplete',
  'refused',
  'expired',
  'not-allowed',
  'unavailable',
  'failed',
]);

export type Connection = z.infer<typeof connectionSchema>;
export type ConsentLink = z.infer<typeof consentLinkSchema>;
export type ConsentOutcome = z.infer<typeof consentOutcomeSchema>;
