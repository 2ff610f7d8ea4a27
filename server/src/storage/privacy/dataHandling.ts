/**
 * What of a collection is about one person:
 * - theirs: documents are about one person each.
 * - mentions: documents are about something else and may name people.
 * - none: nobody is named in it.
 */
export type DataHandling = 'theirs' | 'mentions' | 'none';

/** For every collection; a test holds it against the declarations, and docs/privacy.md against it. */
export const dataHandling: Readonly<Record<string, DataHandling>> = {
  teammates: 'theirs',
  supplements: 'theirs',
  photos: 'theirs',
  managerProfiles: 'theirs',
  sightings: 'theirs',
  proposals: 'theirs',
  runChanges: 'theirs',
  planEntries: 'theirs',
  snapshotPeople: 'theirs',
  snapshotMemberships: 'theirs',
  touchedPeople: 'theirs',
  connections: 'mentions',
  consentAttempts: 'mentions',
  selections: 'mentions',
  runs: 'mentions',
  checkpoints: 'mentions',
  snapshotHeads: 'mentions',
  signatures: 'mentions',
  signatureVersions: 'mentions',
  assignments: 'mentions',
  roleGrants: 'mentions',
  auditEntries: 'mentions',
  apiKeys: 'mentions',
  webhooks: 'mentions',
  settings: 'none',
  syncStates: 'none',
  changeSubscriptions: 'none',
  slowRounds: 'none',
  historyRounds: 'none',
  brands: 'none',
  fieldSettings: 'none',
  images: 'none',
  imageContents: 'none',
  erasedPeople: 'none',
  tenantErasures: 'none',
  firstTenants: 'none',
  leases: 'none',
  schemaStates: 'none',
  replicas: 'none',
  requestCounts: 'none',
  startedOnce: 'none',
  webhookDeliveries: 'none',
};
