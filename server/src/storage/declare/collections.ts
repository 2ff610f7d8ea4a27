import type { Connection, ConsentAttempt } from '../../domain/connection/connection.ts';
import { nameOf, type DirectoryUser } from '../../domain/directory/directoryUser.ts';
import type { PlanEntry } from '../../domain/plan/plan.ts';
import type { HistoryRound } from '../../domain/history/historyRound.ts';
import { finishedStatuses, type Run, type RunChange } from '../../domain/run/run.ts';
import type { ChangeSubscription } from '../../domain/schedule/changeSubscription.ts';
import type { SyncState } from '../../domain/schedule/syncState.ts';
import type { Selection } from '../../domain/scope/selection.ts';
import type { SyncSettings } from '../../domain/settings/syncSettings.ts';
import type { ManagerProfile, Photo, SlowRound, Supplement } from '../../domain/supplement/supplement.ts';
import { teammateMarks } from '../../domain/teammate/teammateMarks.ts';
import { endsOn } from '../../domain/fields/endedOverrides.ts';
import { shownValue } from '../../domain/fields/resolveFields.ts';
import { foldText, searchTokens } from '../../domain/teammate/foldText.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Checkpoint, Membership, SnapshotHead } from '../../ports/repositories.ts';
import type { CollectionDeclaration } from '../collection.ts';
import { accessDeclarations } from './accessDeclarations.ts';
import { auditEntries } from './auditCollection.ts';
import type { AnyDeclaration } from './declaration.ts';
import { firstTenants } from './firstTenantCollection.ts';
import { onlyId } from '../keys/onlyId.ts';
import { proposals } from './proposalCollection.ts';
import { requestCounts } from './requestCountCollection.ts';
import { sightings } from './sightingCollection.ts';
import { signatureDeclarations } from './signatureCollections.ts';

/** How the tenant is connected. */
export const connections: CollectionDeclaration<Connection> = { name: 'connections', id: () => onlyId, keys: {} };

/** Consent round trips under way, by the digest of their id: who reads the database cannot finish one. */
export const consentAttempts: CollectionDeclaration<ConsentAttempt> = {
  name: 'consentAttempts',
  id: (attempt) => attempt.id,
  keys: { expiresAt: (attempt) => attempt.expiresAt },
  indexes: [['expiresAt']],
};

/** What the admin picked. */
export const selections: CollectionDeclaration<Selection> = { name: 'selections', id: () => onlyId, keys: {} };

/** Mail addresses are compared without case, but never without diacritics: those are different mailboxes. */
export const addressKey = (address: string): string => address.trim().toLowerCase();

const addressesOf = ({ mail, userPrincipalName }: DirectoryUser): readonly string[] =>
  [mail, userPrincipalName].filter((address) => address !== null).map(addressKey);

/** How the tenant's sync behaves. */
export const settings: CollectionDeclaration<SyncSettings> = { name: 'settings', id: () => onlyId, keys: {} };

/** Sorts behind every folded text, as what is empty should: it is a character for private use. */
const last = '\u{10fffd}';
const orLast = (text: string): string => foldText(text) || last;

/** The people we keep. */
export const teammates: CollectionDeclaration<Teammate> = {
  fenced: true,
  large: true,
  name: 'teammates',
  keysVersion: 4,
  id: (teammate) => teammate.id,
  keys: {
    name: ({ profile }) => foldText(nameOf(profile)),
    status: (teammate) => teammate.status,
    departure: (teammate) => teammate.departure?.state ?? null,
    title: (teammate) => orLast(shownValue(teammate, 'jobTitle')),
    department: (teammate) => orLast(shownValue(teammate, 'department')),
    updatedAt: (teammate) => teammate.updatedAt,
    /** The status of those who are not active, and since when they have it. */
    inactive: ({ status }) => (status === 'active' ? null : status),
    inactiveSince: ({ status, disabledAt, removedAt }) => (status === 'disabled' ? disabledAt : removedAt),
    /** The first day after which a value set by hand ends. */
    endsOn,
    ends: (teammate) => (endsOn(teammate) === null ? null : 'yes'),
  },
  sparse: ['departure', 'inactive', 'ends'],
  multiKeys: {
    tokens: ({ profile, overrides }) =>
      searchTokens([
        ...Object.values(overrides),
        profile.displayName,
        profile.givenName,
        profile.surname,
        profile.mail,
        profile.userPrincipalName,
        profile.jobTitle,
        profile.department,
      ]),
    addresses: ({ profile }) => addressesOf(profile),
    marks: teammateMarks,
  },
  indexes: [
    ['status', 'name'],
    ['status', 'title'],
    ['status', 'department'],
    ['status', 'updatedAt'],
    ['departure', 'name'],
    ['inactive', 'inactiveSince'],
    ['ends', 'endsOn'],
  ],
};

/** Executions of a preview or sync; `active` is the kind while unfinished, so two at once cannot be stored. */
export const runs: CollectionDeclaration<Run> = {
  fenced: true,
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

/** Snapshots of the directory: how far each was read. */
export const snapshotHeads: CollectionDeclaration<SnapshotHead> = {
  fenced: true,
  name: 'snapshotHeads',
  id: (head) => head.id,
  keys: {},
};

export interface SnapshotPerson {
  readonly snapshotId: string;
  readonly person: DirectoryUser;
}

/** People as one snapshot read them. Written by the hundred thousand, so the id does all the work and keys none. */
export const snapshotPeople: CollectionDeclaration<SnapshotPerson> = {
  fenced: true,
  large: true,
  name: 'snapshotPeople',
  id: ({ snapshotId, person }) => `${snapshotId}/${person.id}`,
  keys: {},
};

export interface SnapshotMembership {
  readonly snapshotId: string;
  readonly membership: Membership;
}

/** Below every character of an id, so that ids with a tail sort exactly as the ids alone. */
const tail = ' ';

/** The beginning of the ids of one member's memberships; people are kept apart from groups. */
export const membershipsOf = (snapshotId: string, kind: Membership['memberKind'], memberId: string): string =>
  `${snapshotId}/${kind}/${memberId}${tail}`;

/** Direct memberships as one snapshot read them, in the order in which `snapshotPeople` has the people. */
export const snapshotMemberships: CollectionDeclaration<SnapshotMembership> = {
  fenced: true,
  large: true,
  name: 'snapshotMemberships',
  id: ({ snapshotId, membership }) =>
    membershipsOf(snapshotId, membership.memberKind, membership.memberId) + membership.containerId,
  keys: { container: ({ snapshotId, membership }) => `${snapshotId}/${membership.containerId}` },
  indexes: [['container']],
};

export interface TouchedPerson {
  readonly snapshotId: string;
  readonly personId: string;
}

/** People about whom something changed since they were last planned. */
export const touchedPeople: CollectionDeclaration<TouchedPerson> = {
  fenced: true,
  large: true,
  name: 'touchedPeople',
  id: ({ snapshotId, personId }) => `${snapshotId}/${personId}`,
  keys: {},
};

/** Where the next refresh starts. */
export const checkpoints: CollectionDeclaration<Checkpoint> = {
  fenced: true,
  name: 'checkpoints',
  id: () => onlyId,
  keys: {},
};

/** When a tenant was last looked at by itself. */
export const syncStates: CollectionDeclaration<SyncState> = { name: 'syncStates', id: () => onlyId, keys: {} };

/** What Microsoft Graph promised to tell us, by Graph's id. */
export const changeSubscriptions: CollectionDeclaration<ChangeSubscription> = {
  name: 'changeSubscriptions',
  id: (subscription) => subscription.id,
  keys: {},
};

/** What the slow pass found out about teammates. */
export const supplements: CollectionDeclaration<Supplement> = {
  fenced: true,
  large: true,
  name: 'supplements',
  id: (supplement) => supplement.teammateId,
  keys: {
    manager: (supplement) => supplement.managerId,
    photo: (supplement) => ((supplement.photo?.hash ?? null) === null ? null : 'yes'),
  },
  sparse: ['manager', 'photo'],
  indexes: [['manager'], ['photo']],
};

/** Faces of teammates. */
export const photos: CollectionDeclaration<Photo> = {
  fenced: true,
  large: true,
  name: 'photos',
  id: (photo) => photo.teammateId,
  keys: {},
};

/** People to whom teammates report and who are no active teammates themselves. */
export const managerProfiles: CollectionDeclaration<ManagerProfile> = {
  fenced: true,
  name: 'managerProfiles',
  id: (manager) => manager.id,
  keys: {},
};

/** How far looking at everybody again has come. */
export const slowRounds: CollectionDeclaration<SlowRound> = {
  fenced: true,
  name: 'slowRounds',
  id: () => onlyId,
  keys: {},
};

/** How far forgetting old history has come. */
export const historyRounds: CollectionDeclaration<HistoryRound> = {
  fenced: true,
  name: 'historyRounds',
  id: () => onlyId,
  keys: {},
};

export interface StoredLease {
  readonly name: string;
  readonly fence: number;
  /** Milliseconds since 1970; 0 once released. The document stays, because the fence must keep growing. */
  readonly expiresAt: number;
  /** What its holder works on; missing where more than that may have to be sealed. */
  readonly work?: string;
}

/** Who may run which work; see `openLeaseStore.ts`. */
export const leases: CollectionDeclaration<StoredLease> = {
  operational: true,
  name: 'leases',
  id: (lease) => lease.name,
  keys: {},
};

/** Under this in place of a tenant stands what belongs to the whole store; Entra's tenant ids are GUIDs. */
export const systemTenant = 'undersign';

/** An import that began and did not end; what it has written so far is no use to anybody else. */
export interface UnfinishedImport {
  /** SHA-256 of the file: only the same import may go on. */
  readonly checksum: string;
  /** Documents that are certainly stored, in the order of the file. */
  readonly written: number;
}

export interface SchemaState {
  /** No document is in an older shape than that of this migration; 0 before the first. */
  readonly version: number;
  /** No document is in a newer shape than that of this one; above `version` until migrations have run. */
  readonly target: number;
  /** The version of Undersign that set the target. */
  readonly product: string;
  readonly importing: UnfinishedImport | null;
}

/** In which shape the documents are; see `migrate/`. */
export const schemaStates: CollectionDeclaration<SchemaState> = { name: 'schemaStates', id: () => onlyId, keys: {} };

export interface StoredReplica {
  readonly id: string;
  /** The newest migration it has: shapes above that mean nothing to it. */
  readonly knows: number;
  /** In which shape it writes. */
  readonly writes: number;
  readonly product: string;
  /** Milliseconds since 1970; it lives while it keeps putting this off. */
  readonly expiresAt: number;
}

/** Servers that run on this store now. */
export const replicas: CollectionDeclaration<StoredReplica> = {
  operational: true,
  name: 'replicas',
  id: (replica) => replica.id,
  keys: {},
};

/** Everything an engine must be opened with. */
export const declarations: readonly AnyDeclaration[] = [
  connections,
  firstTenants,
  consentAttempts,
  selections,
  settings,
  teammates,
  runs,
  runChanges,
  planEntries,
  snapshotHeads,
  snapshotPeople,
  snapshotMemberships,
  touchedPeople,
  checkpoints,
  syncStates,
  changeSubscriptions,
  supplements,
  photos,
  managerProfiles,
  slowRounds,
  historyRounds,
  sightings,
  proposals,
  ...signatureDeclarations,
  ...accessDeclarations,
  auditEntries,
  leases,
  schemaStates,
  replicas,
  requestCounts,
];
