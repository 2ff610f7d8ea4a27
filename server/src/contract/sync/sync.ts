import { z } from 'zod';
import { csvQuerySchema } from '../csvQuery.ts';
import { cursorQuery, pageOf } from '../paging.ts';
import { instant, objectId, saidValues, searchParameter } from '../scalars.ts';
import { scopeVerdictSchema } from '../people/scope.ts';
import { selectionSchema } from '../people/selection.ts';

export const runStatusSchema = z.enum([
  'queued',
  'reading',
  'planning',
  'applying',
  'succeeded',
  'failed',
  'cancelled',
]);
export const planActionSchema = z.enum(['add', 'update', 'enable', 'disable', 'remove', 'hold']);

export const planCountsSchema = z
  .object({
    add: z.number().int(),
    update: z.number().int(),
    enable: z.number().int(),
    disable: z.number().int(),
    remove: z.number().int(),
    hold: z.number().int(),
    unchanged: z.number().int(),
    inScope: z.number().int(),
    leftOut: z.number().int().describe('People a pick covers but an exclusion or filter left out.'),
  })
  .meta({ id: 'PlanCounts' });

export const planWarningSchema = z
  .object({
    code: z.enum([
      'group-gone',
      'unit-gone',
      'group-empty',
      'unit-empty',
      'group-unreadable',
      'unit-unreadable',
      'group-renamed',
      'unit-renamed',
      'person-gone',
      'element-unreadable',
      'departures-held',
    ]),
    id: z.string(),
    displayName: z.string(),
    property: z.string().optional().describe('Of an element that could not be read: what was wrong with it.'),
  })
  .meta({ id: 'PlanWarning' });

export const runSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['preview', 'sync']),
    mode: z
      .enum(['full', 'refresh'])
      .describe('full: everybody was read and compared; refresh: what changed since the last run.'),
    trigger: z.enum(['admin', 'schedule', 'notification', 'nightly']),
    status: runStatusSchema,
    startedBy: z
      .object({ id: z.string(), displayName: z.string() })
      .nullable()
      .describe('Null when the schedule or a notification set it off.'),
    startedAt: instant,
    finishedAt: instant.nullable(),
    cancelRequested: z.boolean(),
    progress: z.object({
      peopleRead: z.number().int(),
      readsDone: z.number().int(),
      readsKnown: z.number().int(),
      pagesRead: z.number().int(),
      graphRequests: z.number().int(),
      applied: z.number().int(),
      waiting: z
        .object({ until: instant, reason: z.enum(['throttled', 'unavailable']) })
        .nullable()
        .describe('Why nothing arrives at the moment, and when it is tried again.'),
    }),
    counts: planCountsSchema,
    warnings: z.array(planWarningSchema),
    failure: z
      .object({ code: z.string(), message: z.string(), values: saidValues, graphRequestId: z.string().nullable() })
      .nullable()
      .describe('Why the run failed and what to do.'),
  })
  .meta({ id: 'Run' });

export const runsQuerySchema = cursorQuery.extend({
  kind: z.enum(['preview', 'sync']).optional(),
  trigger: z.enum(['admin', 'schedule', 'notification', 'nightly']).optional(),
  status: z.enum(['running', 'succeeded', 'failed', 'cancelled']).optional(),
});

export const activityQuerySchema = z.object({
  span: z.enum(['day', 'month']).default('month').describe('day: the last 24 hours; month: the last 30 days.'),
  timeZone: z.string().max(64).default('UTC').describe('IANA name; days begin at its midnight.'),
});

const changeCount = z.number().int().min(0);

export const activityBucketSchema = z
  .object({
    at: z.string().describe('A day as 2026-11-28, or the instant an hour begins.'),
    arrived: changeCount,
    updated: changeCount,
    left: changeCount,
    held: changeCount,
    runs: changeCount.describe('Syncs that ended well.'),
    failed: changeCount,
  })
  .meta({ id: 'ActivityBucket' });

export const activitySchema = z
  .object({ buckets: z.array(activityBucketSchema).describe('Oldest first, without a gap.') })
  .meta({ id: 'Activity' });

/** Left out: the saved selection. Given: what would change if this one were saved. */
export const previewRequestSchema = z.object({ selection: selectionSchema.optional() }).meta({ id: 'PreviewRequest' });

export const runRequestSchema = z
  .object({
    mode: z
      .enum(['refresh', 'full'])
      .default('refresh')
      .describe('refresh looks at what changed and becomes full where it cannot; full compares everybody.'),
    approvedDepartures: z
      .number()
      .int()
      .min(0)
      .default(0)
      .describe(
        'How many departures the admin saw in a preview and agrees to, the held among them. Where more would leave by then, this counts as 0: who is held goes on waiting, and more than the limit are held.',
      ),
  })
  .meta({ id: 'RunRequest' });

export const fieldChangeSchema = z
  .object({
    field: z.string(),
    old: z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]),
    new: z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]),
  })
  .meta({ id: 'FieldChange' });

export const planEntrySchema = z
  .object({
    action: planActionSchema,
    teammateId: z.string(),
    displayName: z.string(),
    userPrincipalName: z.string().nullable(),
    changes: z.array(fieldChangeSchema),
    scope: scopeVerdictSchema,
  })
  .meta({ id: 'PlanEntry' });

export const runChangeSchema = z
  .object({
    runId: z.string(),
    teammateId: z.string(),
    displayName: z.string(),
    action: planActionSchema,
    changes: z.array(fieldChangeSchema),
    at: instant,
  })
  .meta({ id: 'RunChange' });

const entryFilter = { action: planActionSchema.optional(), search: searchParameter };

export const changesQuerySchema = cursorQuery.extend(entryFilter);
export const changesExportQuerySchema = csvQuerySchema.extend(entryFilter);

export const runPageSchema = pageOf(runSchema).meta({ id: 'RunPage' });
export const planEntryPageSchema = pageOf(planEntrySchema).meta({ id: 'PlanEntryPage' });
export const runChangePageSchema = pageOf(runChangeSchema).meta({ id: 'RunChangePage' });

/** What the pane shows of a sync that runs by itself. */
export const syncStatusSchema = z
  .object({
    isActive: z.boolean().describe('Connected, something is picked, and not paused.'),
    isPaused: z.boolean(),
    lastSync: z
      .object({
        runId: z.string(),
        at: instant,
        fullAt: instant.describe('When everybody was last read and compared.'),
      })
      .nullable(),
    /** When the directory was last asked for changes, whether or not there were any. */
    lastCheckedAt: instant.nullable(),
    nextSyncAt: instant.nullable().describe('Null while nothing is synced by itself.'),
    activeRunId: z.string().nullable(),
    lastFailure: z
      .object({ code: z.string(), message: z.string(), values: saidValues, at: instant })
      .nullable()
      .describe('Why the last attempt failed, if it did.'),
    held: z.number().int().describe('Departures that wait for an admin.'),
    notifications: z
      .enum(['on', 'off', 'notPublic', 'failing'])
      .describe('notPublic: Microsoft cannot reach PUBLIC_URL, so changes are found by the schedule alone.'),
  })
  .meta({ id: 'SyncStatus' });

/** Approve: the departures take their course. Discard: these people stay as they are. */
export const heldDecisionSchema = z
  .object({
    decision: z.enum(['approve', 'discard']),
    teammateIds: z.array(objectId).max(10_000).optional().describe('Left out: everybody held by this run.'),
  })
  .meta({ id: 'HeldDecision' });

export const heldOutcomeSchema = z.object({ decided: z.number().int() }).meta({ id: 'HeldOutcome' });

export const heldDepartureSchema = z
  .object({
    teammateId: z.string(),
    displayName: z.string(),
    userPrincipalName: z.string(),
    runId: z.string(),
    at: instant,
    would: z.enum(['disable', 'remove']),
    scope: scopeVerdictSchema,
  })
  .meta({ id: 'HeldDeparture' });

export const heldPageSchema = pageOf(heldDepartureSchema).meta({ id: 'HeldPage' });

export type ActivityBucket = z.infer<typeof activityBucketSchema>;
export type RunsQuery = z.infer<typeof runsQuerySchema>;
export type SyncStatus = z.infer<typeof syncStatusSchema>;
export type HeldDeparture = z.infer<typeof heldDepartureSchema>;
export type HeldPage = z.infer<typeof heldPageSchema>;
export type HeldDecision = z.infer<typeof heldDecisionSchema>;
export type Run = z.infer<typeof runSchema>;
export type RunStatus = z.infer<typeof runStatusSchema>;
export type PlanAction = z.infer<typeof planActionSchema>;
export type PlanCounts = z.infer<typeof planCountsSchema>;
export type PlanEntry = z.infer<typeof planEntrySchema>;
export type RunChange = z.infer<typeof runChangeSchema>;
export type FieldChange = z.infer<typeof fieldChangeSchema>;
export type PlanWarning = z.infer<typeof planWarningSchema>;
export type RunPage = z.infer<typeof runPageSchema>;
export type PlanEntryPage = z.infer<typeof planEntryPageSchema>;
export type RunChangePage = z.infer<typeof runChangePageSchema>;
