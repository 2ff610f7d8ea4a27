import { z } from 'zod';

export const roleSchema = z.enum(['admin', 'designer', 'auditor', 'teammate']);

/** Public settings the pane needs before anybody signed in. Holds no secret. */
export const configSchema = z
  .object({
    clientId: z.string(),
    /** What msal-browser is given as authority. */
    authority: z.string(),
    knownAuthorities: z.array(z.string()),
    /** Set only for a local authority over plain http, which msal-browser would refuse to discover. */
    authorityMetadata: z.string().optional(),
    cloudDiscoveryMetadata: z.string().optional(),
    apiScope: z.string(),
    locales: z.array(z.string()),
    demo: z.boolean(),
    /** Where the stand-in directory of a demo can be looked at; only in a demo. */
    simulatorUrl: z.string().optional(),
    version: z.string(),
    /** The add-in that the manifests of this address describe. Null where it is an http one: Outlook takes none from there. */
    addin: z.object({ id: z.string(), version: z.string() }).nullable(),
  })
  .meta({ id: 'Config' });

export const sessionSchema = z
  .object({
    user: z.object({
      id: z.string(),
      displayName: z.string(),
      userPrincipalName: z.string(),
    }),
    tenantId: z.string(),
    role: roleSchema,
    /** Whether this person may give admin consent (Global or Privileged Role Administrator). */
    canConsent: z.boolean(),
  })
  .meta({ id: 'Session' });

export type Config = z.infer<typeof configSchema>;
export type Session = z.infer<typeof sessionSchema>;
export type Role = z.infer<typeof roleSchema>;
