import { noConnection } from '../../domain/connection/connection.ts';
import type { AuditChange } from '../../domain/audit/auditEntry.ts';
import { diffStates } from '../../domain/audit/diffStates.ts';
import { hideWord } from '../../contract/people/hideWord.ts';
import type { OverrideValue } from '../../contract/people/overrideValue.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { asAsked } from '../../domain/fields/overrides/hidden.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { Answered, AuditedName, Sent } from './auditedEndpoint.ts';

/** Whose, and which one of them. */
export interface SubjectPlace {
  readonly tenantId: string;
  /** What the path or the answer names; else the tenant's only one. */
  readonly id: string;
}

export interface SubjectState {
  readonly name: string | null;
  readonly state: unknown;
}

/** What a route changes, and how to read it before and after. */
export interface Subject {
  readonly read: (repositories: Repositories, place: SubjectPlace) => Promise<SubjectState | null>;
  /** Its id is that of the signed-in person, or is in the answer because the route made it. Left out: in the path. */
  readonly id?: 'person' | 'answer';
  /** Saved every few seconds while somebody works on it: told once an hour, unless something changed that `read` tells. */
  readonly often?: true;
}

/** What no state shows: the decision itself. */
type Tell<N extends AuditedName> = (body: Sent<N>, answer: Answered<N>) => readonly AuditChange[];

/** Ids of those to whom, or of what to which, it was done at once, beside those whom changes name. */
type About<N extends AuditedName> = (body: Sent<N>, answer: Answered<N>) => readonly string[];

/** For whoever knows no route by its name: what goes in belongs to the same route. */
export interface ToldSubject extends Subject {
  readonly tell?: (body: never, answer: never) => readonly AuditChange[];
  readonly about?: (body: never, answer: never) => readonly string[];
}

interface SubjectOf<N extends AuditedName> extends Subject {
  readonly tell?: Tell<N>;
  readonly about?: About<N>;
}

const onlyState = (state: unknown): SubjectState => ({ name: null, state });

const connection: Subject = {
  read: async ({ connections }, { tenantId }) => {
    const { state, kind, registration, organization, grantedPermissions } =
      (await connections.get(tenantId))?.value ?? noConnection;
    const credential = registration && {
      clientId: registration.clientId,
      credential: registration.credential,
      thumbprint: registration.thumbprint,
      expiresAt: registration.expiresAt,
      savedAt: registration.savedAt,
    };
    const shown = { state, kind, registration: credential, grantedPermissions };
    return { name: organization?.displayName ?? null, state: shown };
  },
};
const selection: Subject = {
  read: async ({ selections }, { tenantId }) => onlyState((await selections.get(tenantId))?.value),
};
const settings: Subject = { read: async (kept, { tenantId }) => onlyState((await kept.settings.get(tenantId)).value) };
const fields: Subject = {
  read: async (kept, { tenantId }) => onlyState((await kept.fieldSettings.get(tenantId)).value),
};
const brand: Subject = { read: async ({ brands }, { tenantId }) => onlyState((await brands.get(tenantId)).value) };
const assignments: Subject = {
  read: async (kept, { tenantId }) => onlyState((await kept.assignments.get(tenantId)).value),
};

/** Designs are too long to be told here; what was published is kept by version. */
const signature: Subject = {
  read: async ({ signatures }, { tenantId, id }) => {
    const found = (await signatures.get(tenantId, id))?.value;
    return found === undefined
      ? null
      : { name: found.name, state: { name: found.name, published: found.published?.version } };
  },
};
const newSignature: Subject = { ...signature, id: 'answer' };

const image: Subject = {
  read: async ({ images }, { tenantId, id }) => {
    const found = await images.get(tenantId, id);
    return found && { name: found.name, state: { name: found.name, width: found.width, height: found.height } };
  },
};

const toldAs = (value: OverrideValue): string | null =>
  typeof value === 'object' && value !== null ? hideWord : value;

/** Values set by hand, or proposed, in words. */
const told = (values: Readonly<Record<string, string>>): Readonly<Record<string, string | null>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, toldAs(asAsked(value))]));

const readTeammate = async ({ teammates }: Repositories, { tenantId, id }: SubjectPlace) => {
  const found = await teammates.get(tenantId, id);
  const ends = Object.entries(found?.overrideStamps ?? {}).map(([key, { until }]) => [key, until?.date]);
  const until: Readonly<Record<string, string | undefined>> = Object.fromEntries(ends);
  return found && { name: nameOf(found.profile), state: { status: found.status, ...told(found.overrides), until } };
};
const teammate: Subject = { read: readTeammate };

/** The same with what they proposed and waits for an admin. */
const proposer: Subject = {
  read: async (repositories, place) => {
    const found = await readTeammate(repositories, place);
    const { value } = await repositories.proposals.get(place.tenantId, place.id);
    const waiting = value.waiting.map((each): [string, string] => [each.field, each.value]);
    return found && { name: found.name, state: { ...found.state, proposed: told(Object.fromEntries(waiting)) } };
  },
};

const tellProposal: Tell<'decideProposal'> = ({ decision, reason = '' }) => {
  const decided = { field: 'decision', old: null, new: decision };
  return reason === '' ? [decided] : [decided, { field: 'reason', old: null, new: reason }];
};

const run: Subject = {
  read: async ({ runs }, { tenantId, id }) => {
    const found = (await runs.get(tenantId, id))?.value;
    if (found === undefined) return null;
    const { kind, mode, approvedDepartures, cancelRequested } = found;
    return { name: `${kind} ${mode}`, state: { kind, mode, approvedDepartures, cancelRequested } };
  },
};
const newRun: Subject = { ...run, id: 'answer' };

const apiKey: Subject = {
  read: async ({ apiKeys }, { tenantId, id }) => {
    const found = (await apiKeys.get(tenantId, id))?.value;
    if (found === undefined) return null;
    const { name, scopes, expiresAt, revokedAt } = found;
    return { name, state: { scopes, expiresAt, revokedAt } };
  },
};

/** Of some services the address is as good as a password: its host says enough. */
const webhook: Subject = {
  read: async ({ webhooks }, { tenantId, id }) => {
    const found = (await webhooks.get(tenantId, id))?.value;
    if (found === undefined) return null;
    const { url, events, enabled } = found;
    const { host } = new URL(url);
    return { name: host, state: { host, events, enabled } };
  },
};

const nothing: Subject = { read: () => Promise.resolve(null) };

const role: Subject = {
  read: async ({ roleGrants }, { tenantId, id }) => {
    const found = (await roleGrants.get(tenantId)).value.grants.find(({ person }) => person.id === id);
    return found === undefined ? null : { name: found.person.displayName, state: { role: found.role } };
  },
};

/** Longer lists of people are cut when they are written. */
const tellDecision: Tell<'decideHeld'> = ({ decision, teammateIds = [] }, { decided }) => [
  { field: 'decision', old: null, new: decision },
  { field: 'people', old: null, new: String(decided) },
  ...teammateIds.map((id) => ({ field: `person.${id.toLowerCase()}`, old: null, new: decision })),
];
const aboutHeld: About<'decideHeld'> = ({ teammateIds = [] }) => teammateIds.map((id) => id.toLowerCase());

/** Each value that was set, by person and field. */
const tellOverrides: Tell<'setManyOverrides'> = (_body, { items }) =>
  items.flatMap(({ id, changes }) =>
    changes.map((change) => ({
      field: `person.${id}.${change.key}`,
      old: toldAs(change.old),
      new: toldAs(change.new),
    })),
  );

/** What came in by a file, name by name. */
const tellImport: Tell<'importSignatures'> = (_body, { items }) =>
  items
    .filter(({ action }) => action === 'new' || action === 'changed')
    .map(({ kind, name, action }) => ({ field: name === '' ? kind : `${kind}.${name}`, old: null, new: action }));

/** The signatures and images of it; of the rest there is one, or they have no id of their own. */
const aboutImport: About<'importSignatures'> = (_body, { items }) =>
  items
    .filter(({ action }) => action === 'new' || action === 'changed')
    .flatMap(({ kind, key }) => (kind === 'signature' || kind === 'image' ? [key.slice(kind.length + 1)] : []));

/** Rules that went with the person. */
const tellErasure: Tell<'erasePerson'> = (_body, { rules }) => diffStates({ rules }, null).changes;

/** One for each route that stands in the audit trail: one that is forgotten does not compile. */
export const subjects: { readonly [N in AuditedName]: SubjectOf<N> } = {
  startConsent: connection,
  putRegistration: connection,
  checkConnection: connection,
  deleteConnection: connection,
  putSelection: selection,
  putSettings: settings,
  putSmartFields: fields,
  removeSmartField: fields,
  releaseSmartField: fields,
  putBrand: brand,
  putAssignments: assignments,
  createSignature: newSignature,
  duplicateSignature: newSignature,
  putSignature: { ...signature, often: true },
  deleteSignature: signature,
  undeleteSignature: signature,
  publishSignature: signature,
  unpublishSignature: signature,
  uploadImage: { ...image, id: 'answer' },
  deleteImage: image,
  importSignatures: { ...nothing, tell: tellImport, about: aboutImport },
  startPreview: newRun,
  startRun: newRun,
  cancelRun: run,
  exportPlan: run,
  exportChanges: run,
  decideHeld: { ...run, tell: tellDecision, about: aboutHeld },
  refreshTeammate: teammate,
  restoreTeammate: teammate,
  setOverrides: teammate,
  setManyOverrides: { ...nothing, tell: tellOverrides },
  setMyFields: { ...proposer, id: 'person' },
  withdrawProposal: { ...proposer, id: 'person' },
  decideProposal: { ...proposer, tell: tellProposal },
  grantRole: role,
  revokeRole: role,
  exportPerson: teammate,
  // The answer names a pseudonym: an entry with the person's id would be the next thing to erase.
  erasePerson: { ...nothing, id: 'answer', tell: tellErasure },
  readmitPerson: teammate,
  createApiKey: { ...apiKey, id: 'answer' },
  revokeApiKey: apiKey,
  createWebhook: { ...webhook, id: 'answer' },
  putWebhook: webhook,
  deleteWebhook: webhook,
  rotateWebhookSecret: webhook,
  testWebhook: webhook,
  exportTeammates: nothing,
  exportFindings: nothing,
  exportAssigned: nothing,
  exportRollout: nothing,
  exportAudit: nothing,
};
