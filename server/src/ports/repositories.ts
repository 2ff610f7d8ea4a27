import type { AuditEntry } from '../domain/audit/auditEntry.ts';
import type { Connection, ConsentAttempt } from '../domain/connection/connection.ts';
import type { ContainerKind } from '../domain/directory/directoryContainer.ts';
import type { UnreadableElement } from '../domain/directory/unreadableElement.ts';
import type { DirectoryUser } from '../domain/directory/directoryUser.ts';
import type { PlanAction, PlanEntry, PlanWarning } from '../domain/plan/plan.ts';
import type { HistoryRound } from '../domain/history/historyRound.ts';
import type { Run, RunChange } from '../domain/run/run.ts';
import type { ChangeSubscription } from '../domain/schedule/changeSubscription.ts';
import type { SyncState } from '../domain/schedule/syncState.ts';
import type { Selection } from '../domain/scope/selection.ts';
import type { SyncSettings } from '../domain/settings/syncSettings.ts';
import type { Teammate, TeammateStatus } from '../domain/teammate/teammate.ts';
import type { TeammateMark } from '../domain/teammate/teammateMarks.ts';
import type { ChangeFeed, ReadSource } from './directoryReader.ts';
import type {
  ApiKeyRepository,
  StartedOnceRepository,
  WebhookDeliveryRepository,
  WebhookRepository,
} from './integrationRepositories.ts';
import type { HeldLease } from './lease.ts';
import type {
  AssignmentRepository,
  BrandRepository,
  FieldSettingsRepository,
  ImageRepository,
  SignatureRepository,
} from './signatureRepositories.ts';
import type { PersonalDataRepository } from './personalDataRepository.ts';
import type { TenantErasureRepository } from './tenantErasureRepository.ts';
import type { RoleGrantRepository } from './roleGrantRepository.ts';
import type { PageOf, PageRequest } from './pages.ts';
import type { ProposalRepository } from './proposalRepository.ts';
import type { SightingRepository } from './sightingRepository.ts';
import type { SlowRoundRepository, SupplementRepository } from './supplementRepositories.ts';
import type { Versioned } from './versioned.ts';

export interface ConnectionRepository {
  get(tenantId: string): Promise<Versioned<Connection> | null>;
  /** Throws StaleRevision where `ifRevision` is given (0: there must be none yet) and somebody else was first. */
  save(tenantId: string, connection: Connection, ifRevision?: number): Promise<void>;
  /** Every tenant that ever had one. For start-up work only. */
  tenants(): Promise<readonly string[]>;
}

/** Which tenant an installation that takes in one only belongs to. */
export interface FirstTenantRepository {
  /** Null while nobody has connected. */
  get(): Promise<string | null>;
  /** Puts this tenant first, unless another one is: one atomic step, also between processes. Returns who is first now. */
  claim(tenantId: string): Promise<string>;
}

export interface ConsentAttemptRepository {
  add(tenantId: string, attempt: ConsentAttempt): Promise<void>;
  /** Reads and deletes in one atomic step: of two callers with the same id one gets null. */
  take(tenantId: string, id: string): Promise<ConsentAttempt | null>;
  /** Forgets those that ended before now, and of the others all but the newest `keep`. */
  prune(tenantId: string, now: Date, keep: number): Promise<void>;
}

export interface SelectionRepository {
  get(tenantId: string): Promise<Versioned<Selection> | null>;
  /** `ifRevision` 0 means there must be none yet. Throws StaleRevision. Returns the new revision. */
  save(tenantId: string, selection: Selection, ifRevision: number): Promise<number>;
}

export interface SettingsRepository {
  /** The defaults, with revision 0, until somebody saves others. */
  get(tenantId: string): Promise<Versioned<SyncSettings>>;
  /** `ifRevision` 0 means there must be none yet. Throws StaleRevision. Returns the new revision. */
  save(tenantId: string, settings: SyncSettings, ifRevision: number): Promise<number>;
}

/** What a list of teammates can be narrowed to. */
export interface TeammateFilter {
  /** Words; the person must match each from its first letter on. */
  readonly search?: string;
  /** Left out: everybody but the removed. */
  readonly status?: TeammateStatus;
  readonly view?: TeammateMark | 'noPhoto';
}

export interface TeammateQuery extends PageRequest, TeammateFilter {
  /** Left out: by name. Who has no title or department comes last. */
  readonly sort?: 'name' | 'title' | 'department' | 'updatedAt';
  readonly descending?: boolean;
}

export interface TeammateRepository {
  get(tenantId: string, id: string): Promise<Teammate | null>;
  getMany(tenantId: string, ids: readonly string[]): Promise<readonly Teammate[]>;
  /** By the sort key, then id. A page may have fewer than asked for, or none, although its cursor leads on. */
  page(tenantId: string, query: TeammateQuery): Promise<PageOf<Teammate>>;
  count(tenantId: string, status?: TeammateStatus): Promise<number>;
  /** Null where counting would mean reading very many of them. */
  countMatching(tenantId: string, filter: TeammateFilter): Promise<number | null>;
  /** All of them in order of id, in batches. */
  scan(tenantId: string): AsyncIterable<readonly Teammate[]>;
  /** Active teammate with this mail address or user principal name, whatever its case. */
  findByAddress(tenantId: string, address: string): Promise<Teammate | null>;
  save(tenantId: string, teammates: readonly Teammate[]): Promise<void>;
  /** People whose departure waits for an admin, by folded name. */
  pageHeld(tenantId: string, request: PageRequest): Promise<PageOf<Teammate>>;
  countHeld(tenantId: string): Promise<number>;
  /** Teammates of the status since before the instant, longest first, in batches. */
  scanSince(tenantId: string, status: 'disabled' | 'removed', before: Date): AsyncIterable<readonly Teammate[]>;
  /** People with an override whose last day is this one or before, the earliest first. */
  pageEnding(tenantId: string, date: string, request: PageRequest): Promise<PageOf<Teammate>>;
  /** Forgets them for good. */
  purge(tenantId: string, ids: readonly string[]): Promise<void>;
}

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
  /** Every tenant that ever ran anything. */
  tenants(): Promise<readonly string[]>;
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

/** One listing of a snapshot and how far it got; `link` null and `done` false means not begun. */
export interface ReadTask {
  readonly key: string;
  readonly source: ReadSource;
  readonly link: string | null;
  readonly done: boolean;
  /** People or members read so far. */
  readonly read: number;
  /** Set when the container turned out to be gone. */
  readonly gone: boolean;
  /** Set when we may not read who is in the container, as with hidden membership. */
  readonly unreadable?: boolean;
}

export interface SnapshotHead {
  readonly id: string;
  /** Kept from before the first listing, to replay what moved meanwhile. */
  readonly changeLinks: Readonly<Partial<Record<ChangeFeed, string>>>;
  readonly tasks: readonly ReadTask[];
  /** Today's names of picked containers and of nested groups seen so far, by id. */
  readonly groupNames: Readonly<Record<string, string>>;
  /** Set once every task is done and the kept links were replayed. */
  readonly complete: boolean;
  /** What could not be read so far, and was skipped. */
  readonly unreadable?: readonly UnreadableElement[];
  /** When the links were last kept; Graph forgets them after seven days. */
  readonly linksAt: string;
}

export interface Membership {
  readonly container: ContainerKind;
  readonly containerId: string;
  readonly memberId: string;
  readonly memberKind: 'user' | 'group';
}

/** People and direct memberships as one run read them, on disk while it reads, so that memory stays flat. */
export interface SnapshotRepository {
  getHead(tenantId: string, snapshotId: string): Promise<SnapshotHead | null>;
  saveHead(tenantId: string, head: SnapshotHead): Promise<void>;
  savePeople(tenantId: string, snapshotId: string, people: readonly DirectoryUser[]): Promise<void>;
  removePeople(tenantId: string, snapshotId: string, ids: readonly string[]): Promise<void>;
  getPeople(tenantId: string, snapshotId: string, ids: readonly string[]): Promise<readonly DirectoryUser[]>;
  saveMemberships(tenantId: string, snapshotId: string, memberships: readonly Membership[]): Promise<void>;
  /** For each of the memberships, whether it is kept. */
  hasMemberships(tenantId: string, snapshotId: string, memberships: readonly Membership[]): Promise<readonly boolean[]>;
  removeMemberships(tenantId: string, snapshotId: string, memberships: readonly Membership[]): Promise<void>;
  /** Forgets what was read of one container, because its listing starts over or it is gone. */
  clearContainer(tenantId: string, snapshotId: string, containerId: string): Promise<void>;
  /** In order of person id, in batches. */
  scanPeople(tenantId: string, snapshotId: string): AsyncIterable<readonly DirectoryUser[]>;
  /** Memberships of people in order of person id, in batches. */
  scanPersonMemberships(tenantId: string, snapshotId: string): AsyncIterable<readonly Membership[]>;
  /** Memberships of groups in groups or units; there are few. */
  groupMemberships(tenantId: string, snapshotId: string): Promise<readonly Membership[]>;
  personMemberships(tenantId: string, snapshotId: string, personId: string): Promise<readonly Membership[]>;
  /** Direct members of one container, in batches. */
  scanContainer(tenantId: string, snapshotId: string, containerId: string): AsyncIterable<readonly Membership[]>;
  countMembers(tenantId: string, snapshotId: string, containerId: string): Promise<number>;
  /**
   * Remembers people about whom something changed, until they are planned. Kept on disk and written before the change
   * itself, so that a crash in between plans somebody for nothing rather than forgetting somebody.
   */
  touch(tenantId: string, snapshotId: string, personIds: readonly string[]): Promise<void>;
  /** Touched people in order of id, in batches. */
  scanTouched(tenantId: string, snapshotId: string): AsyncIterable<readonly string[]>;
  clearTouched(tenantId: string, snapshotId: string): Promise<void>;
  countPeople(tenantId: string, snapshotId: string): Promise<number>;
  remove(tenantId: string, snapshotId: string): Promise<void>;
  /** Ids of all kept snapshots of the tenant. */
  list(tenantId: string): Promise<readonly string[]>;
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

export interface AuditQuery extends PageRequest {
  /** Of these three one at most. */
  readonly personId?: string;
  readonly action?: string;
  readonly subjectId?: string;
  /** How the instant begins: a year, a month or a day, such as 2026-11-28. */
  readonly at?: string;
}

/** What was done in a tenant and by whom. Entries are added and forgotten, never changed. */
export interface AuditRepository {
  /** False where there is one with this id already, which stays as it is. */
  add(tenantId: string, entry: AuditEntry): Promise<boolean>;
  /** Newest first. */
  page(tenantId: string, query: AuditQuery): Promise<PageOf<AuditEntry>>;
  hasBefore(tenantId: string, instant: string): Promise<boolean>;
  /** Forgets the oldest from before the instant, so many at most; returns whether there may be more. */
  forgetBefore(tenantId: string, instant: string, most: number): Promise<boolean>;
}

/** Everything that is kept, for the parts that need several. */
export interface Repositories {
  readonly connections: ConnectionRepository;
  readonly firstTenants: FirstTenantRepository;
  readonly consentAttempts: ConsentAttemptRepository;
  readonly selections: SelectionRepository;
  readonly settings: SettingsRepository;
  readonly teammates: TeammateRepository;
  readonly runs: RunRepository;
  readonly runChanges: RunChangeRepository;
  readonly planEntries: PlanEntryRepository;
  readonly snapshots: SnapshotRepository;
  readonly checkpoints: CheckpointRepository;
  readonly supplements: SupplementRepository;
  readonly sightings: SightingRepository;
  readonly proposals: ProposalRepository;
  readonly slowRounds: SlowRoundRepository;
  readonly syncStates: SyncStateRepository;
  readonly changeSubscriptions: ChangeSubscriptionRepository;
  readonly historyRounds: HistoryRoundRepository;
  readonly signatures: SignatureRepository;
  readonly assignments: AssignmentRepository;
  readonly brands: BrandRepository;
  readonly fieldSettings: FieldSettingsRepository;
  readonly images: ImageRepository;
  readonly audit: AuditRepository;
  readonly roleGrants: RoleGrantRepository;
  readonly personalData: PersonalDataRepository;
  readonly tenantErasures: TenantErasureRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly startedOnce: StartedOnceRepository;
  readonly webhooks: WebhookRepository;
  readonly webhookDeliveries: WebhookDeliveryRepository;
  /**
   * The same, for work under a lease of this tenant: once somebody else has taken the lease over, writing people, runs and
   * snapshots throws LeaseLost.
   */
  under(lease: HeldLease): Repositories;
  /** Sees to it that nothing of what was removed stands in a file of the store, as far as that is the store's to say. */
  scrub(): Promise<void>;
  /**
   * Another text than the last time once anything that is kept may have changed since, whichever process changed it; null where
   * nobody can tell without reading.
   */
  changeMark(): string | null;
}
