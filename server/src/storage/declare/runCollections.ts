import type { PlanEntry } from '../../domain/plan/plan.ts';
import type { HistoryRound } from '../../domain/history/historyRound.ts';
import { finishedStatuses, type Run, type RunChange } from '../../domain/run/run.ts';
import type { ChangeSubscription } from '../../domain/schedule/changeSubscription.ts';
import type { SyncState } from '../../domain/schedule/syncState.ts';
import { foldText, searchTokens } from '../../domain/teammate/foldText.ts';
import type { Checkpoint } from '../../ports/repositories/runRepositories.ts';
import { compactRunChange } from './compactDocuments.ts';
import type { CollectionDeclaration } from '../collection.ts';
import { onlyId } from '../keys/onlyId.ts';

/** Executions of a preview or sync; `active` is the kind while unfinished, so two at once cannot be stored. */
export const runs: CollectionDeclaration<Run> = {
  fenced: true,
  operational: true,
  name: 'runs',
  id: (run) => run.id,
  keys: {
    startedAt: (run) => run.startedAt,
    active: (run) => (finishedStatuses.includes(run.status) ? null : run.kind),
  },
  indexes: [['startedAt']],
  unique: ['active'],
};

/** One run changes one teammate once. */
export const changeId = ({ runId, teammateId }: Pick<RunChange, 'runId' | 'teammateId'>): string =>
  `${runId}/${teammateId}`;

/** What runs changed: the history of a run and of a teammate. */
export const runChanges: CollectionDeclaration<RunChange> = {
  fenced: true,
  idsBeginWithWork: true,
  large: true,
  compact: compactRunChange,
  operational: true,
  name: 'runChanges',
  id: changeId,
  keys: {
    run: (change) => change.runId,
    teammate: (change) => change.teammateId,
    action: (change) => change.action,
    name: (change) => foldText(change.displayName),
    at: (change) => change.at,
  },
  indexes: [['run', 'action', 'name'], ['teammate', 'at'], ['at']],
};

export interface StoredPlanEntry {
  readonly runId: string;
  readonly entry: PlanEntry;
}

/** Search words of a plan carry the run, so that searching one preview does not look at all others. */
export const planToken = (runId: string, token: string): string => `${runId}/${token}`;

/** Every entry of a preview. */
export const planEntries: CollectionDeclaration<StoredPlanEntry> = {
  fenced: true,
  idsBeginWithWork: true,
  large: true,
  operational: true,
  name: 'planEntries',
  keysVersion: 2,
  id: ({ runId, entry }) => `${runId}/${entry.teammateId}`,
  keys: {
    run: ({ runId }) => runId,
    action: ({ entry }) => entry.action,
    name: ({ entry }) => foldText(entry.displayName),
  },
  multiKeys: {
    tokens: ({ runId, entry }) =>
      searchTokens([entry.displayName, entry.profile?.mail ?? null, entry.profile?.userPrincipalName ?? null]).map(
        (token) => planToken(runId, token),
      ),
  },
  indexes: [['run', 'action', 'name']],
};

/** Where the next refresh starts. */
export const checkpoints: CollectionDeclaration<Checkpoint> = {
  fenced: true,
  name: 'checkpoints',
  id: () => onlyId,
  keys: {},
};

/** When a tenant was last looked at by itself. */
export const syncStates: CollectionDeclaration<SyncState> = {
  operational: true,
  name: 'syncStates',
  id: () => onlyId,
  keys: {},
};

/** What Microsoft Graph promised to tell us, by Graph's id. */
export const changeSubscriptions: CollectionDeclaration<ChangeSubscription> = {
  operational: true,
  name: 'changeSubscriptions',
  id: (subscription) => subscription.id,
  keys: {},
};

/** How far forgetting old history has come. */
export const historyRounds: CollectionDeclaration<HistoryRound> = {
  fenced: true,
  operational: true,
  name: 'historyRounds',
  id: () => onlyId,
  keys: {},
};
