import type { PlanAction, PlanEntry, PlanWarning } from '../../domain/plan/plan.ts';
import type { HistoryRound } from '../../domain/history/historyRound.ts';
import type { Run, RunChange } from '../../domain/run/run.ts';
import type { ChangeSubscription } from '../../domain/schedule/changeSubscription.ts';
import type { SyncState } from '../../domain/schedule/syncState.ts';
import type { Selection } from '../../domain/scope/selection.ts';
import type { PageOf, PageRequest } from '../pages/pages.ts';
import type { Versioned } from '../versioned.ts';

export interface RunRepository {
  /** Throws Duplicate when an unfinished run of the same kind exists. */
  add(tenantId: string, run: Run): Promise<Versioned<Run>>;
  get(tenantId: string, id: string): Promise<Versioned<Run> | null>;
  /** Throws StaleRevision. */
  save(tenantId: string, run: Run, ifRevision: number): Promise<Versioned<Run>>;
  /** Newest first. */
  page(tenantId: string, request: PageRequest): Promise<PageOf<Run>>;
  /** The same, oldest first. */
  pageOldest(tenantId: string, request: PageRequest): Promise<PageOf<Run>>;
  /** Forgets them for good. */
  remove(tenantId: string, ids: readonly string[]): Promise<void>;
  /** The unfinished run of this kind, of which there is at most one. */
  active(tenantId: string, kind: Run['kind']): Promise<Run | null>;
  /** Unfinished runs of every tenant, for resuming after a restart. */
  unfinished(): Promise<readonly { readonly tenantId: string; readonly run: Run }[]>;
}

export interface RunChangeRepository {
  /** Adding the same change twice (after a crash) leaves one. */
  add(tenantId: string, changes: readonly RunChange[]): Promise<void>;
  /** By folded name, then id. */
  pageOfRun(
    tenantId: string,
    runId: string,
    request: PageRequest & { readonly action?: PlanAction },
  ): Promise<PageOf<RunChange>>;
  /** Newest first. */
  pageOfTeammate(tenantId: string, teammateId: string, request: PageRequest): Promise<PageOf<RunChange>>;
  /** Those of all runs and teammates, oldest first. */
  pageOldest(tenantId: string, request: PageRequest): Promise<PageOf<RunChange>>;
  /** Forgets them for good. */
  remove(tenantId: string, changes: readonly Pick<RunChange, 'runId' | 'teammateId'>[]): Promise<void>;
}

/** The entries of a preview, kept so that every one can be looked at. */
export interface PlanEntryRepository {
  add(tenantId: string, runId: string, entries: readonly PlanEntry[]): Promise<void>;
  /** By folded name, then id. */
  page(
    tenantId: string,
    runId: string,
    request: PageRequest & { readonly action?: PlanAction; readonly search?: string },
  ): Promise<PageOf<PlanEntry>>;
  remove(tenantId: string, runId: string): Promise<void>;
  /** Removes so many of them at most; returns whether some are left. */
  removeSome(tenantId: string, runId: string, most: number): Promise<boolean>;
}

/** How far forgetting old history has come. */
export interface HistoryRoundRepository {
  get(tenantId: string): Promise<HistoryRound | null>;
  save(tenantId: string, round: HistoryRound): Promise<void>;
}

/** What the last successful sync ended with; where the next refresh starts. */
export interface Checkpoint {
  readonly snapshotId: string;
  /** What the snapshot was read for; another selection needs another reading. */
  readonly selection: Selection;
  /** Known by then: only what is new since may hold departures. */
  readonly warnings: readonly PlanWarning[];
  readonly runId: string;
  readonly at: string;
  /** When everybody was last read and compared. */
  readonly fullAt: string;
  /** As the settings were; switched since, everybody must be planned again. */
  readonly autoDisable: boolean;
  /**
   * A sync of another reading began to apply what it found, and has not ended well: what it did to people about whom nothing
   * changed is only found by planning everybody again.
   */
  readonly isOvertaken?: boolean;
}

export interface CheckpointRepository {
  get(tenantId: string): Promise<Checkpoint | null>;
  save(tenantId: string, checkpoint: Checkpoint): Promise<void>;
  /** Every tenant that was synced at least once. */
  tenants(): Promise<readonly string[]>;
}

export interface SyncStateRepository {
  /** Revision 0 for a tenant that was never looked at. */
  get(tenantId: string): Promise<Versioned<SyncState>>;
  /** Writes the change if nobody else wrote since `before`; null when somebody did. Of two claimants one wins. */
  claim(
    tenantId: string,
    before: Versioned<SyncState>,
    change: Partial<SyncState>,
  ): Promise<Versioned<SyncState> | null>;
}

export interface ChangeSubscriptionRepository {
  get(tenantId: string, id: string): Promise<ChangeSubscription | null>;
  list(tenantId: string): Promise<readonly ChangeSubscription[]>;
  save(tenantId: string, subscription: ChangeSubscription): Promise<void>;
  remove(tenantId: string, id: string): Promise<void>;
}
