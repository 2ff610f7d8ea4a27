import type { GuardLimits } from '../../../domain/plan/guardDepartures.ts';
import type { FieldChange, PlanCounts, PlanEntry, PlanWarning } from '../../../domain/plan/plan.ts';
import type { RunFailure, RunProgress, RunStarter, RunWaiting } from '../../../domain/run/run.ts';
import type { Picked, PickedUnit, ScopeFilters, Selection, Watched } from '../../../domain/scope/selection.ts';
import type { SyncSettings } from '../../../domain/settings/syncSettings.ts';
import { checkpoints, planEntries, runChanges, runs } from '../../declare/runCollections.ts';
import { selections, settings } from '../../declare/access/connectionCollections.ts';
import { directoryUserFields } from './directorySchemas.ts';
import {
  anything,
  documentSchema,
  flag,
  listOf,
  number,
  objectOf,
  objectOrNull,
  text,
  textOrNull,
  texts,
  type FieldsOf,
} from './documentSchema.ts';

const picks = listOf<Picked>({ id: text, displayName: text });

const selectionFields: FieldsOf<Selection> = {
  everyone: flag,
  units: listOf<PickedUnit>({ id: text, displayName: text, includeGroups: flag }),
  groups: picks,
  people: picks,
  excludedGroups: picks,
  excludedPeople: picks,
  filters: objectOf<ScopeFilters>({
    enabledAccountsOnly: flag,
    guests: text,
    withAgents: { type: Boolean },
    withMailboxOnly: flag,
    domains: texts,
  }),
  watched: objectOrNull<Watched>({ groups: texts, units: texts }),
  attributes: { type: [String], default: undefined },
  omitted: { type: [String], default: undefined },
};

const settingsFields: FieldsOf<SyncSettings> = {
  autoDisable: flag,
  autoRemove: flag,
  removeAfterDays: number,
  isPaused: flag,
  everyMinutes: number,
  guard: objectOf<GuardLimits>({ count: number, percent: number }),
  historyDays: { type: Number },
};

const warnings = listOf<PlanWarning>({
  code: text,
  id: text,
  displayName: text,
  property: { type: String },
});
const changes = listOf<FieldChange>({ field: text, old: anything, new: anything });

/** What the admin decided, and the runs that follow from it. */
export const runSchemas = [
  documentSchema(selections, selectionFields),
  documentSchema(settings, settingsFields),
  documentSchema(runs, {
    id: text,
    kind: text,
    mode: text,
    trigger: text,
    status: text,
    startedBy: objectOrNull<RunStarter>({ id: text, displayName: text }),
    startedAt: text,
    finishedAt: textOrNull,
    selection: objectOf(selectionFields),
    settings: objectOf(settingsFields),
    cancelRequested: flag,
    approvedDepartures: number,
    progress: objectOf<RunProgress>({
      peopleRead: number,
      readsDone: number,
      readsKnown: number,
      pagesRead: number,
      graphRequests: number,
      applied: number,
      waiting: objectOrNull<RunWaiting>({ until: text, reason: text }),
    }),
    counts: objectOf<PlanCounts>({
      add: number,
      update: number,
      enable: number,
      disable: number,
      remove: number,
      hold: number,
      unchanged: number,
      inScope: number,
      leftOut: number,
    }),
    warnings,
    failure: objectOrNull<RunFailure>({ code: text, message: text, values: anything, graphRequestId: textOrNull }),
  }),
  documentSchema(runChanges, {
    runId: text,
    teammateId: text,
    displayName: text,
    action: text,
    changes,
    at: text,
  }),
  documentSchema(planEntries, {
    runId: text,
    entry: objectOf<PlanEntry>({
      action: text,
      teammateId: text,
      displayName: text,
      changes,
      scope: anything,
      profile: objectOrNull(directoryUserFields),
    }),
  }),
  documentSchema(checkpoints, {
    snapshotId: text,
    selection: objectOf(selectionFields),
    warnings,
    runId: text,
    at: text,
    fullAt: text,
    autoDisable: flag,
    isOvertaken: { type: Boolean },
  }),
];
