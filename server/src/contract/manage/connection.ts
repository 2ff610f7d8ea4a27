import { z } from 'zod';
import { instant, objectId, saidValues } from '../scalars.ts';

export const connectionStateSchema = z.enum([
  'notConnected',
  'refused',
  'granting',
  'incomplete',
  'connected',
  'revoked',
]);

const personSchema = z.object({ id: z.string(), displayName: z.string() });

export const ownRegistrationSchema = z
  .object({
    clientId: z.string(),
    credential: z.enum(['secret', 'certificate']),
    thumbprint: z.string().nullable().describe('Of the certificate: SHA-1 in hex, as Entra lists it.'),
    expiresAt: instant.nullable().describe('Null when nobody said when the secret ends.'),
    daysLeft: z.number().int().min(0).nullable(),
    warning: z.enum(['60', '30', '7', 'expired']).nullable().describe('Ends within so many days.'),
    savedAt: instant,
    savedBy: personSchema,
  })
  .meta({ id: 'OwnRegistration' });

export const connectionSchema = z
  .object({
    state: connectionStateSchema,
    isGranting: z
      .boolean()
      .describe(
        'Consent was given a moment ago and permissions are still on their way; Entra is asked again by itself.',
      ),
    mayConnect: z.boolean().describe('False: the operator of this installation does not take this tenant in.'),
    kind: z.enum(['consent', 'registration']),
    registration: ownRegistrationSchema.nullable().describe('For kind registration; null for readers without a role.'),
    organization: z.object({ displayName: z.string(), domains: z.array(z.string()) }).nullable(),
    grantedPermissions: z.array(z.string()),
    missingPermissions: z.array(z.string()),
    connectedBy: personSchema.nullable(),
    connectedAt: instant.nullable(),
    checkedAt: instant.nullable(),
    lastError: z.string().nullable().describe('Entra’s code of the last refusal, such as AADSTS65004.'),
    problem: z
      .object({ code: z.string(), message: z.string(), values: saidValues })
      .nullable()
      .describe('What keeps the connection from working, and what to do.'),
    requiredPermissions: z.array(z.object({ name: z.string(), required: z.boolean(), reason: z.string() })),
  })
  .meta({ id: 'Connection' });

/** Everything is text here, because each wrong field has a code and advice of its own (422 `registration-invalid`). */
export const registrationRequestSchema = z
  .object({
    tenantId: z.string().max(200),
    clientId: z.string().max(200),
    clientSecret: z.string().max(4000).nullish(),
    certificate: z
      .string()
      .max(100_000)
      .nullish()
      .describe('PEM: the certificate and its private key, without password.'),
    secretExpiresOn: z.string().max(40).nullish().describe('YYYY-MM-DD; a certificate carries its own date.'),
    groupId: z.string().max(200).nullish(),
    useGroup: z
      .boolean()
      .nullish()
      .describe('True adds the group to the selection, false does not; left out: only where none was saved yet.'),
  })
  .meta({ id: 'RegistrationRequest' });

export const registrationResultSchema = z
  .object({
    connection: connectionSchema,
    trimmed: z.array(z.string()).describe('Fields from which clinging white space was taken.'),
    group: z
      .object({ id: objectId, displayName: z.string(), selected: z.boolean() })
      .nullable()
      .describe('The group, by its name today, and whether it is in the selection now.'),
  })
  .meta({ id: 'RegistrationResult' });

export const consentRequestSchema = z
  .object({
    returnTo: z.enum(['popup', 'page']).default('popup'),
    aim: z
      .enum(['directory', 'signIn'])
      .default('directory')
      .describe(
        'What is to be accepted: that Undersign reads the directory, or that everybody signs in without being asked.',
      ),
  })
  .meta({ id: 'ConsentRequest' });

export const consentLinkSchema = z
  .object({ url: z.url().describe('Send the browser here; good once, for ten minutes.') })
  .meta({ id: 'ConsentLink' });

export type ConsentRequest = z.infer<typeof consentRequestSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type RegistrationRequest = z.infer<typeof registrationRequestSchema>;
export type RegistrationResult = z.infer<typeof registrationResultSchema>;
