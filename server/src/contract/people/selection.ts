import { z } from 'zod';
import { instant, objectId } from '../scalars.ts';
import { omissionReasonSchema } from './scope.ts';

export const pickedSchema = z.object({ id: objectId, displayName: z.string().max(256) }).meta({ id: 'Picked' });

const uniquePicks = <T extends typeof pickedSchema>(item: T) =>
  z
    .array(item)
    .max(2000)
    .refine((picks) => new Set(picks.map((pick) => pick.id)).size === picks.length, 'The same id is listed twice.');

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, 'Write a domain such as example.com, without @.');

export const selectionSchema = z
  .object({
    everyone: z.boolean(),
    units: z
      .array(pickedSchema.extend({ includeGroups: z.boolean() }))
      .max(500)
      .refine((picks) => new Set(picks.map((pick) => pick.id)).size === picks.length, 'The same id is listed twice.'),
    groups: uniquePicks(pickedSchema),
    people: uniquePicks(pickedSchema),
    excludedGroups: uniquePicks(pickedSchema),
    excludedPeople: uniquePicks(pickedSchema),
    filters: z.object({
      enabledAccountsOnly: z.boolean(),
      guests: z.enum(['exclude', 'include', 'only']),
      withAgents: z
        .boolean()
        .optional()
        .describe('True lets accounts of AI agents in; left out or false, they are left out however they are picked.'),
      withMailboxOnly: z.boolean(),
      domains: z.array(domain).max(100),
    }),
  })
  .meta({ id: 'Selection' });

/** A saved selection with the revision to send back as If-Match. Revision 0: nothing saved yet. */
export const savedSelectionSchema = z
  .object({ selection: selectionSchema, revision: z.number().int() })
  .meta({ id: 'SavedSelection' });

export const putSelectionSchema = z
  .object({ selection: selectionSchema, revision: z.number().int().min(0) })
  .meta({ id: 'PutSelection' });

export const estimateRequestSchema = z
  .object({
    selection: selectionSchema,
    cursor: z.string().max(100).optional().describe('From the last answer, for more of those who are left out.'),
    limit: z.number().int().min(0).max(200).default(50),
  })
  .meta({ id: 'EstimateRequest' });

/** How many people a selection would cover, by what the last sync read. */
export const estimateSchema = z
  .object({
    asOf: instant.nullable().describe('Null: nothing was read yet, so nothing can be said.'),
    inScope: z.number().int(),
    leftOut: z.number().int().describe('Picked, and out by an exclusion or a filter.'),
    leftOutPeople: z.array(
      z.object({
        id: z.string(),
        displayName: z.string(),
        userPrincipalName: z.string(),
        omission: omissionReasonSchema,
      }),
    ),
    cursor: z.string().nullable(),
    unknown: z
      .array(pickedSchema)
      .describe('Picks and exclusions that were never read: whom they change is not known.'),
    lacksEveryone: z.boolean().describe('Everyone is wanted, and not everyone was read.'),
  })
  .meta({ id: 'Estimate' });

export type Estimate = z.infer<typeof estimateSchema>;
export type Picked = z.infer<typeof pickedSchema>;
export type Selection = z.infer<typeof selectionSchema>;
export type SavedSelection = z.infer<typeof savedSelectionSchema>;
