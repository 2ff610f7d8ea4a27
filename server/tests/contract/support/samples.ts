import { defaultSyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import type { AuditEntry } from '../../../src/domain/audit/auditEntry.ts';
import type { ConsentAttempt } from '../../../src/domain/connection/connection.ts';
import type { DirectoryUser } from '../../../src/domain/directory/directoryUser.ts';
import { noCounts, type PlanEntry } from '../../../src/domain/plan/plan.ts';
import type { Run, RunChange } from '../../../src/domain/run/run.ts';
import { emptySelection } from '../../../src/domain/scope/selection.ts';
import type { Teammate } from '../../../src/domain/teammate/teammate.ts';
import type { Membership, SnapshotHead } from '../../../src/ports/repositories/snapshotRepository.ts';

export const person = (id: string, fields: Partial<DirectoryUser> = {}): DirectoryUser => ({
  id,
  userPrincipalName: `${id}@contoso.com`,
  accountEnabled: true,
  userType: 'Member',
  mail: null,
  displayName: null,
  givenName: null,
  surname: null,
  jobTitle: null,
  department: null,
  companyName: null,
  officeLocation: null,
  businessPhones: [],
  mobilePhone: null,
  faxNumber: null,
  streetAddress: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
  employeeId: null,
  preferredLanguage: null,
  ...fields,
});

const at = '2026-01-01T00:00:00.000Z';

export const teammate = (
  id: string,
  profile: Partial<DirectoryUser> = {},
  fields: Partial<Teammate> = {},
): Teammate => ({
  id,
  status: 'active',
  profile: person(id, profile),
  overrides: {},
  scope: { inScope: true, reasons: [{ kind: 'everyone' }] },
  addedAt: at,
  updatedAt: at,
  disabledAt: null,
  removedAt: null,
  departure: null,
  lastRunId: 'run',
  ...fields,
});

export const run = (id: string, fields: Partial<Run> = {}): Run => ({
  id,
  kind: 'sync',
  mode: 'full',
  trigger: 'admin',
  status: 'queued',
  startedBy: { id: 'admin', displayName: 'Admin' },
  startedAt: at,
  finishedAt: null,
  selection: emptySelection,
  settings: defaultSyncSettings,
  cancelRequested: false,
  approvedDepartures: 0,
  progress: { peopleRead: 0, readsDone: 0, readsKnown: 0, pagesRead: 0, graphRequests: 0, applied: 0 },
  counts: noCounts,
  warnings: [],
  failure: null,
  ...fields,
});

export const runChange = (runId: string, teammateId: string, fields: Partial<RunChange> = {}): RunChange => ({
  runId,
  teammateId,
  displayName: teammateId,
  action: 'update',
  changes: [],
  at,
  ...fields,
});

export const planEntry = (teammateId: string, fields: Partial<PlanEntry> = {}): PlanEntry => ({
  action: 'add',
  teammateId,
  displayName: teammateId,
  changes: [],
  scope: { inScope: true, reasons: [] },
  profile: null,
  ...fields,
});

export const consentAttempt = (id: string, fields: Partial<ConsentAttempt> = {}): ConsentAttempt => ({
  id,
  userId: 'admin',
  displayName: 'Admin',
  returnTo: 'page',
  createdAt: at,
  expiresAt: '2026-01-01T00:10:00.000Z',
  ...fields,
});

export const snapshotHead = (id: string): SnapshotHead => ({
  id,
  changeLinks: { users: 'https://graph.example/delta?$deltatoken=x' },
  tasks: [],
  groupNames: {},
  complete: false,
  doubts: [{ kind: 'user', id: 'somebody', told: 'there', since: at }],
  linksAt: at,
});

export const membership = (
  memberId: string,
  containerId: string,
  memberKind: 'user' | 'group' = 'user',
): Membership => ({
  container: 'group',
  containerId,
  memberId,
  memberKind,
});

export const auditEntry = (id: string, fields: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at,
  person: { id: 'ada', displayName: 'Ada' },
  role: 'admin',
  action: 'putSettings',
  outcome: 'done',
  code: null,
  subject: null,
  changes: [],
  more: 0,
  address: '203.0.113.x',
  requestId: id,
  ...fields,
});
