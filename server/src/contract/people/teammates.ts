import { z } from 'zod';
import { fieldLabelsSchema, fieldSourceSchema, overrideKindSchema } from '../signatures/fields.ts';
import { csvQuerySchema } from '../csvQuery.ts';
import { cursorQuery, pageOf } from '../paging.ts';
import { instant, localDate, searchParameter, timeZone } from '../scalars.ts';
import { overrideValueSchema } from './overrideValue.ts';
import { scopeVerdictSchema } from './scope.ts';
import { teammateTotalSchema } from './teammateTotal.ts';

export const teammateStatusSchema = z.enum(['active', 'disabled', 'removed']);

export const teammateViewSchema = z.enum(['noPhone', 'noPhoto', 'incomplete', 'overridden', 'held', 'outOfScope']);

export const teammateSortSchema = z.enum(['name', 'title', 'department', 'updatedAt']);

const filterQuery = z.object({
  search: searchParameter,
  status: teammateStatusSchema.optional().describe('Left out: everybody but the removed.'),
  view: teammateViewSchema
    .optional()
    .describe('incomplete: lacks a field that signatures show. overridden: has a value that was set by hand.'),
  sort: teammateSortSchema.default('name').describe('Who has no title or department comes last.'),
  order: z.enum(['ascending', 'descending']).default('ascending'),
});

export const teammatesQuerySchema = cursorQuery.extend(filterQuery.shape);

export const teammateExportQuerySchema = filterQuery.extend(csvQuerySchema.shape);

export const teammateCountsQuerySchema = z.object({ search: searchParameter });

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
    phone: z.string().nullable().describe('The business phone, or else the mobile one.'),
    completeness: z.object({
      filled: z.number().int(),
      of: z.number().int(),
      missing: z.array(z.string()).describe('Smart fields that signatures show and this person lacks.'),
    }),
    updatedAt: instant,
  })
  .meta({ id: 'TeammateSummary' });

/** The last day on which a value set by hand counts. */
export const lastDaySchema = z.object({ date: localDate, timeZone }).meta({ id: 'LastDay' });

/** One smart field of one person: its value and where the value comes from. */
export const fieldValueSchema = z
  .object({
    key: z.string().describe('Name of the smart field, such as jobTitle.'),
    value: z.string(),
    labels: fieldLabelsSchema.nullable().describe('What a field of the tenant’s own is called; null: a built-in one.'),
    source: fieldSourceSchema,
    directory: z.string().describe('What the directory says, whether or not it is used.'),
    isOmitted: z.boolean().describe('Whether the directory was not asked for it, as it is shown to nobody.'),
    override: z.string().describe('What was set by hand, whether or not it is used.'),
    hidden: z.boolean().describe('Whether it was left out by hand, whether or not that counts.'),
    hideable: z.boolean().describe('Whether it can be left out.'),
    attribute: z.string().nullable().describe('The Microsoft Graph attribute behind the field; null: none is.'),
    kind: overrideKindSchema.nullable().describe('What an override must be; null: it cannot be set.'),
    setBy: z
      .string()
      .nullable()
      .describe('Who set the override, or left it out, as they were called then; null: not known.'),
    setAt: instant.nullable(),
    until: lastDaySchema.nullable().describe('The last day on which the override counts; null: it stays.'),
    approvedBy: z.string().nullable().describe('The admin who approved it, where the person proposed it themselves.'),
  })
  .meta({ id: 'FieldValue' });

export const teammateSchema = teammateSummarySchema
  .extend({
    accountEnabled: z.boolean(),
    userType: z.enum(['Member', 'Guest']),
    fields: z.array(fieldValueSchema),
    overridesRevision: z.string().describe('Hand it back to set overrides; it changes with them.'),
    scope: scopeVerdictSchema,
    addedAt: instant,
    disabledAt: instant.nullable(),
  })
  .meta({ id: 'Teammate' });

const myFieldsSchema = z.object({
  overridesRevision: z.string().max(64),
  overrides: z
    .record(z.string().max(128), overrideValueSchema)
    .describe(
      'By smart field; null goes back to the value of the directory. Fields that are not named stay as they are.',
    ),
});

export const myFieldsRequestSchema = myFieldsSchema.meta({ id: 'MyFieldsRequest' });

export const overridesRequestSchema = myFieldsSchema
  .extend({
    until: lastDaySchema
      .optional()
      .describe('The last day of what is set here; after it the directory’s value counts again. Left out: it stays.'),
  })
  .meta({ id: 'OverridesRequest' });

/** `total` counts the tenant's teammates per status, whatever is searched for. */
export const teammatePageSchema = pageOf(teammateSummarySchema)
  .extend({
    total: teammateTotalSchema
      .nullable()
      .describe('How many there are of each status, on the first page of a list; null on those after it.'),
  })
  .meta({ id: 'TeammatePage' });

const count = z.number().int();

/** How many teammates match the search, by status and by view. */
export const teammateCountsSchema = z
  .object({
    active: count,
    disabled: count,
    removed: count,
    noPhone: count,
    noPhoto: count.nullable().describe('Null where counting would mean reading very many.'),
    incomplete: count,
    overridden: count,
    held: count,
    outOfScope: count,
  })
  .meta({ id: 'TeammateCounts' });

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
export type TeammateView = z.infer<typeof teammateViewSchema>;
export type TeammateSort = z.infer<typeof teammateSortSchema>;
export type TeammateCounts = z.infer<typeof teammateCountsSchema>;
