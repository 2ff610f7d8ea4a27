import * as fc from 'fast-check';
import { noConnection } from '../../../src/domain/connection/connection.ts';
import { noCounts } from '../../../src/domain/plan/plan.ts';
import { noSyncState } from '../../../src/domain/schedule/syncState.ts';
import { emptySelection } from '../../../src/domain/scope/selection.ts';
import { defaultSyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import { noAssignments } from '../../../src/domain/assignment/assignment.ts';
import { usualRule } from '../../../src/domain/fields/fieldSettings.ts';
import { defaultBrand } from '../../../src/domain/design/defaultBrand.ts';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { transferred } from '../../../src/transfer/transferred.ts';
import { instant, key, orNull, text } from './anyValues.ts';
import { auditEntry, membership, person, planEntry, run, runChange, snapshotHead, teammate } from './samples.ts';

const picked = fc.record({ id: key, displayName: text });
const selection = fc.record({
  groups: fc.array(picked, { maxLength: 3 }),
  units: fc.array(fc.record({ id: key, displayName: text, includeGroups: fc.boolean() }), { maxLength: 2 }),
  domains: fc.array(text, { maxLength: 2 }),
});
const selections = selection.map(({ groups, units, domains }) => ({
  ...{ ...emptySelection, attributes: ['extensionAttribute1' as const], omitted: ['faxNumber' as const] },
  groups,
  units,
  filters: { ...emptySelection.filters, domains },
}));
const profile = fc.record({
  displayName: orNull(text),
  mail: orNull(text),
  jobTitle: orNull(text),
  businessPhones: fc.array(text, { maxLength: 2 }),
  accountEnabled: fc.boolean(),
  extensionAttribute1: orNull(text),
  omitted: fc.subarray(['city', 'faxNumber'] as const),
});

const design = text.map((html) => ({
  newMail: { kind: 'html', html },
  reply: { kind: 'none' },
  forward: { kind: 'sameAsNew' },
  images: 'hosted',
}));

/** Documents of every collection that is part of an export, as the program itself may have written them. */
export const documentArbitraries: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  assignments: fc.array(fc.record({ id: key, name: text, mailbox: text }), { maxLength: 2 }).map((rules) => ({
    ...noAssignments,
    ...(rules.length === 0 ? {} : { insideDomains: ['parent.example'] }),
    rules: rules.map(({ id, name, mailbox }) => ({
      id,
      name,
      enabled: true,
      outcome: { kind: 'none' },
      people: [],
      groups: [],
      units: [],
      condition: null,
      composeTypes: ['reply'],
      mailboxes: [mailbox],
      recipients: 'any',
      addressees: [mailbox],
      from: null,
      until: '2026-12-31',
      timeZone: 'UTC',
    })),
  })),
  brands: fc.record({ website: text, logo: orNull(key) }).map((fields) => ({ ...defaultBrand, ...fields })),
  fieldSettings: fc.record({ fallback: text, label: text }).map(({ fallback, label }) => ({
    rules: { 'custom.site': { ...usualRule('custom.site'), fallback } },
    custom: [{ key: 'site', labels: { en: label, nl: label }, type: 'url' as const }],
    directory: [{ attribute: 'extensionAttribute1', labels: { en: label, nl: label }, type: 'text' as const }],
  })),
  changeSubscriptions: fc.record({
    id: key,
    feed: fc.constantFrom('users', 'groups'),
    clientStateDigest: text,
    notificationUrl: text,
    renewedAt: instant,
    expiresAt: instant,
  }),
  checkpoints: fc.record({
    snapshotId: key,
    selection: selections,
    warnings: fc.array(fc.record({ code: fc.constant('group-gone'), id: key, displayName: text }), { maxLength: 2 }),
    runId: key,
    at: instant,
    fullAt: instant,
    autoDisable: fc.boolean(),
  }),
  connections: fc
    .record({ displayName: text, domains: fc.array(text, { maxLength: 2 }), connectedAt: orNull(instant) })
    .map(({ displayName, domains, connectedAt }) => ({
      ...noConnection,
      state: 'connected',
      organization: { displayName, domains },
      connectedAt,
    })),
  imageContents: fc.record({ id: key, content: fc.base64String({ maxLength: 400 }) }),
  images: fc.record({ id: key, name: text, width: fc.nat(), addedAt: instant }).map((fields) => ({
    ...fields,
    contentType: 'image/png',
    height: 1,
    bytes: 1,
  })),
  firstTenants: fc.record({ tenantId: key }),
  managerProfiles: fc.record({
    id: key,
    displayName: orNull(text),
    mail: orNull(text),
    jobTitle: orNull(text),
    businessPhones: fc.array(text, { maxLength: 2 }),
    mobilePhone: orNull(text),
    leftOut: fc.subarray(['mail', 'mobilePhone']),
  }),
  photos: fc.record({
    teammateId: key,
    hash: text,
    images: fc.array(
      fc.record({
        size: fc.constantFrom(96, 240),
        contentType: fc.constant('image/png'),
        content: fc.base64String({ maxLength: 400 }),
      }),
      { maxLength: 2 },
    ),
  }),
  planEntries: fc
    .record({ runId: key, id: key, displayName: text, profile: orNull(profile) })
    .map(({ runId, id, displayName, profile: fields }) => ({
      runId,
      entry: planEntry(id, { displayName, profile: fields && person(id, fields) }),
    })),
  runChanges: fc
    .record({ runId: key, id: key, displayName: text, old: orNull(text), at: instant })
    .map(({ runId, id, displayName, old, at }) =>
      runChange(runId, id, { displayName, at, changes: [{ field: 'jobTitle', old, new: null }] }),
    ),
  erasedPeople: fc.record({ id: key, at: instant, pending: orNull(key), names: fc.array(key) }),
  tenantErasures: fc.record({ tenantId: key, at: instant }),
  roleGrants: fc.record({ id: key, displayName: text, at: instant }).map(({ at, ...one }) => ({
    grants: [{ person: one, role: 'auditor', by: one, at }],
    throughEntra: [{ person: one, role: 'admin', seenOn: at.slice(0, 10) }],
  })),
  runs: fc
    .record({ id: key, startedAt: instant, selection: selections, add: fc.nat() })
    .map(({ id, add, ...fields }) => run(id, { ...fields, status: 'succeeded', counts: { ...noCounts, add } })),
  selections,
  settings: fc
    .record({ removeAfterDays: fc.integer({ min: 1, max: 365 }), isPaused: fc.boolean() })
    .map((fields) => ({ ...defaultSyncSettings, ...fields })),
  signatures: fc
    .record({ id: key, name: text, draft: design, published: orNull(design), deletedAt: orNull(instant), at: instant })
    .map(({ id, name, draft, published, deletedAt, at }) => ({
      id,
      name,
      draft,
      published: published && { version: 1, design: published, at, by: name },
      createdAt: at,
      createdBy: name,
      updatedAt: at,
      updatedBy: name,
      deletedAt,
    })),
  signatureVersions: fc.record({
    signatureId: key,
    name: text,
    version: fc.integer({ min: 1, max: 1000 }),
    design,
    at: instant,
    by: text,
  }),
  auditEntries: fc
    .record({
      id: key,
      at: instant,
      name: text,
      subject: orNull(fc.record({ id: key, name: orNull(text) })),
      ...{ about: fc.array(key, { maxLength: 3 }), old: orNull(text) },
    })
    .map(({ id, at, name, subject, about, old }) =>
      auditEntry(id, {
        at,
        person: { id: name, displayName: name },
        ...{ subject, about },
        changes: [{ field: 'a', old, new: name }],
      }),
    ),
  apiKeys: fc
    .record({ id: key, name: text, hash: text, by: text, createdAt: instant, lastUsedAt: orNull(instant) })
    .map(({ by, ...fields }) => ({
      ...fields,
      scopes: ['runs:read'],
      hint: 'usk_',
      createdBy: { id: by, displayName: by },
      expiresAt: null,
      revokedAt: null,
    })),
  startedOnce: fc.record({ id: key, asked: text, runId: key, at: instant }),
  webhooks: fc
    .record({ id: key, url: text, secret: text, earlier: orNull(text), at: instant, by: text, runs: fc.array(key) })
    .map(({ id, url, secret, earlier, at, by, runs }) => ({
      id,
      url,
      events: ['run.failed'],
      enabled: true,
      disabledBecause: null,
      secret,
      earlierSecret: earlier === null ? null : { sealed: earlier, until: at },
      ...(earlier === null ? {} : { olderSecrets: [{ sealed: earlier, until: at }] }),
      createdAt: at,
      createdBy: { id: by, displayName: by },
      failingSince: null,
      lastDeliveredAt: at,
      marks: { runs, connection: 'connected', expiry: null },
    })),
  webhookDeliveries: fc
    .record({ id: key, webhookId: key, body: text, createdAt: instant, nextAttemptAt: orNull(instant) })
    .map((fields) => ({
      ...fields,
      event: 'run.failed',
      state: fields.nextAttemptAt === null ? 'delivered' : 'waiting',
      attempts: 1,
      lastAttemptAt: fields.createdAt,
      lastStatus: 204,
      lastFailure: null,
    })),
  historyRounds: fc.record({
    stage: fc.constantFrom('changes', 'runs'),
    cursor: orNull(key),
    finishedAt: orNull(instant),
  }),
  slowRounds: fc.record({ startedAt: instant, after: orNull(key), finishedAt: orNull(instant) }),
  snapshotHeads: fc
    .record({ id: key, groupNames: fc.dictionary(fc.uuid(), text, { maxKeys: 3 }) })
    .map(({ id, groupNames }) => ({ ...snapshotHead(id), groupNames })),
  snapshotMemberships: fc
    .record({ snapshotId: key, memberId: key, containerId: key, memberKind: fc.constantFrom('user', 'group') })
    .map(({ snapshotId, memberId, containerId, memberKind }) => ({
      snapshotId,
      membership: membership(memberId, containerId, memberKind),
    })),
  snapshotPeople: fc
    .record({ snapshotId: key, id: key, fields: profile })
    .map(({ snapshotId, id, fields }) => ({ snapshotId, person: person(id, fields) })),
  supplements: fc.record({
    teammateId: key,
    managerId: orNull(key),
    photo: orNull(fc.record({ etag: text, hash: orNull(text) })),
  }),
  proposals: fc
    .record({ teammateId: key, value: text, reason: text, at: instant })
    .map(({ teammateId, value, reason, at }) => ({
      teammateId,
      waiting: [{ field: 'jobTitle', value, at }],
      refused: [{ field: 'custom.site', value, at, by: 'Admin', reason }],
    })),
  sightings: fc.record({
    teammateId: key,
    clients: fc.array(fc.record({ client: fc.constantFrom('web', 'ios'), version: text, seenOn: text }), {
      maxLength: 2,
    }),
    problem: orNull(fc.record({ code: text, on: text })),
  }),
  syncStates: fc
    .record(
      {
        lastCheckedAt: orNull(instant),
        letDepartures: fc.array(fc.record({ runId: fc.uuid(), at: instant, left: fc.nat() }), { maxLength: 3 }),
      },
      { requiredKeys: ['lastCheckedAt'] },
    )
    .map((fields) => ({ ...noSyncState, ...fields })),
  teammates: fc
    .record({
      id: key,
      fields: profile,
      overrides: fc.dictionary(fc.constantFrom('jobTitle', 'mobilePhone', 'custom.pronouns', '$where', 'a.$b'), text),
      removedAt: orNull(instant),
    })
    .map(({ id, fields, ...rest }) => teammate(id, fields, rest)),
  touchedPeople: fc.record({ snapshotId: key, personId: key }),
};

/** By tenant and collection; a document written twice counts once. */
export type Contents = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;

const tenantContents = fc.record(
  Object.fromEntries(Object.entries(documentArbitraries).map(([name, one]) => [name, fc.array(one, { maxLength: 4 })])),
);

export const contents: fc.Arbitrary<Contents> = fc
  .uniqueArray(fc.oneof(fc.uuid(), key), { minLength: 1, maxLength: 3 })
  .chain((tenants) =>
    fc.tuple(fc.constant(tenants), fc.array(tenantContents, { minLength: tenants.length, maxLength: tenants.length })),
  )
  .map(([tenants, all]) => Object.fromEntries(tenants.map((tenant, place) => [tenant, all[place] ?? {}])))
  .filter((all) => Object.values(all).some((one) => Object.values(one).some((documents) => documents.length > 0)));

export const fillStore = async (engine: StorageEngine, all: Contents): Promise<void> => {
  for (const [tenant, collections] of Object.entries(all)) {
    for (const declaration of transferred) {
      const puts = (collections[declaration.name] ?? []).map((document) => ({ put: document }));
      await engine.collection(declaration).write(tenant, puts);
    }
  }
};
