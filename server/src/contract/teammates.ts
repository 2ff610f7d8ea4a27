import { z } from 'zod';
import { cursorQuery, pageOf } from './paging.ts';
import { instant } from './scalars.ts';
import { scopeVerdictSchema } from './scope.ts';

export const teammateStatusSchema = z.enum(['active', 'disabled', 'removed']);

export const teammatesQuerySchema = cursorQuery.extend({
  search: z.string().trim().max(120).optional(),
  status: teammateStatusSchema.optional(),
});

/** Pixels; what is smaller than asked for is sent as it is. */
export const photoQuerySchema = z.object({
  size: z.enum(['96', '240']).default('96'),
});

export const teammateSummarySchema = z
  .object({
    id: z.string(),
    displayName: z.string(),
    mail: z.string().nullable(),
    userPrincipalName: z.string(),
    jobTitle: z.string().nullable(),
    department: z.string().nullable(),
    photo: z.string().nullable().describe('Changes with the photo; null: we have none.'),
    status: teammateStatusSchema,
    isInScope: z.boolean(),
    departure: z
      .enum(['held', 'kept'])
      .nullable()
      .describe('held: an admin has to decide about this departure; kept: an admin decided that the person stays.'),
    removalDue: instant.nullable().describe('When this disabled teammate will be removed.'),
    restorableUntil: instant.nullable().describe('Until when a removed teammate can be brought back.'),
  })
  .meta({ id: 'TeammateSummary' });

/** One smart field of one person: its value and where the value comes from. */
export const fieldValueSchema = z
  .object({
    key: z.string().describe('Name of the smart field, such as jobTitle.'),
    value: z.string(),
    source: z.enum(['directory', 'override', 'none']).describe('none: nobody filled it in.'),
    attribute: z.string().nullable().describe('The Microsoft Graph attribute behind the field.'),
  })
  .meta({ id: 'FieldValue' });

export const teammateSchema = teammateSummarySchema
  .extend({
    accountEnabled: z.boolean(),
    userType: z.enum(['Member', 'Guest']),
    fields: z.array(fieldValueSchema),
    scope: scopeVerdictSchema,
    addedAt: instant,
    updatedAt: instant,
    disabledAt: instant.nullable(),
  })
  .meta({ id: 'Teammate' });

/** `total` counts the tenant's teammates per status, whatever is searched for. */
export const teammatePageSchema = pageOf(teammateSummarySchema)
  .extend({ total: z.object({ active: z.number().int(), disabled: z.number().int(), removed: z.number().int() }) })
  .meta({ id: 'TeammatePage' });

/** Why a directory user is in scope or not, teammate or not. */
export const personScopeSchema = z
  .object({
    id: z.string(),
    displayName: z.string(),
    userPrincipalName: z.string().nullable(),
    scope: scopeVerdictSchema,
    teammateStatus: teammateStatusSchema.nullable().describe('Null: never kept.'),
    /** When the directory last told us about this person. */
    lastSeenAt: instant.nullable(),
  })
  .meta({ id: 'PersonScope' });

export type PersonScope = z.infer<typeof personScopeSchema>;
export type Teammate = z.infer<typeof teammateSchema>;
export type TeammateSummary = z.infer<typeof teammateSummarySchema>;
export type TeammatePage = z.infer<typeof teammatePageSchema>;
export type FieldValue = z.infer<typeof fieldValueSchema>;
export type TeammateStatus = z.infer<typeof teammateStatusSchema>;
