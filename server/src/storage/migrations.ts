import type { StorageEngine } from './collection.ts';
import { auditEntries } from './declare/auditCollection.ts';
import { planEntries } from './declare/runCollections.ts';
import { enrichments } from './declare/people/enrichmentCollections.ts';
import { teammates } from './declare/people/teammateCollections.ts';
import { keysMigration } from './migrate/keysMigration.ts';

/**
 * A change to documents that older versions wrote, or to the keys that are derived from them (`keysMigration`). Changed
 * indexes need none. `migrate/joinStore.ts` decides when it runs; whoever writes one keeps these rules, because replicas
 * of the version before run beside the new ones during an upgrade:
 *
 * 1. The code of the same release reads the old shape and the new one, and writes the one that `Replica.shape()` says
 *    at that moment: the old one until every live replica has this migration, then the new one, then `run` is called.
 *    The schema in `mongo/schemas/` allows both.
 * 2. `run` goes through every tenant, and puts each document it changes with the `ifRevision` it read it at. On
 *    StaleRevision it reads that one again: a replica was first, and may have written the new shape itself.
 * 3. It may be killed half-way and is then repeated from its beginning, so it must not mind what is changed already.
 * 4. It only goes forward. What the old shape held and the new one does not is gone: who goes back restores a backup.
 */
export interface Migration {
  /** 1, 2, 3, …; a version that was released is never changed, removed or reordered. */
  readonly version: number;
  readonly name: string;
  run(engine: StorageEngine): Promise<void>;
}

/** From here on every living replica tells of what it writes, so `changeMark` can be believed on MongoDB too. */
export const marksOfChange = 5;

export const migrations: readonly Migration[] = [
  keysMigration(1, 'teammates by title, department, change and mark; supplements by photo', [teammates, enrichments]),
  keysMigration(2, 'teammates and plans by fewer keys and words', [teammates, planEntries]),
  keysMigration(3, 'teammates by what is set by hand and when it ends', [teammates]),
  // Both shapes are read for good, so nothing is written anew.
  { version: 4, name: 'people as lists, in SQLite', run: () => Promise.resolve() },
  // Who writes says so from here on; nothing that is there has to change.
  { version: marksOfChange, name: 'marks of who writes, in MongoDB', run: () => Promise.resolve() },
  keysMigration(6, 'audit entries by all that they are about', [auditEntries]),
];

/** Which keys every document has once the newest migration has run; a test holds them against the declarations. */
export const keysAtNewest: { readonly migration: number; readonly keys: Readonly<Record<string, string>> } = {
  migration: 6,
  keys: {
    connections: 'd96a656a',
    firstTenants: 'd96a656a',
    consentAttempts: '313eb3e5',
    selections: 'd96a656a',
    settings: 'd96a656a',
    teammates: '41e2ec85',
    runs: 'f446893d',
    runChanges: '8af06077',
    planEntries: '1bce3aa9',
    snapshotHeads: 'd96a656a',
    snapshotPeople: 'd96a656a',
    snapshotMemberships: 'ba5ac9aa',
    touchedPeople: 'd96a656a',
    checkpoints: 'd96a656a',
    syncStates: 'd96a656a',
    changeSubscriptions: 'd96a656a',
    supplements: '5298d6cc',
    photos: 'd96a656a',
    managerProfiles: 'd96a656a',
    slowRounds: 'd96a656a',
    historyRounds: 'd96a656a',
    sightings: '666c470d',
    leases: 'd96a656a',
    schemaStates: 'd96a656a',
    replicas: 'd96a656a',
    requestCounts: '1fd602d4',
    signatures: '9878c8d1',
    signatureVersions: 'd96a656a',
    assignments: 'd96a656a',
    brands: 'd96a656a',
    fieldSettings: 'd96a656a',
    images: '68734f95',
    imageContents: 'd96a656a',
    auditEntries: '08872b8d',
    roleGrants: 'd96a656a',
    proposals: '1372dd19',
    erasedPeople: 'aad9111e',
    tenantErasures: 'd96a656a',
    apiKeys: 'fcc5e6d1',
    startedOnce: '05815e5a',
    webhooks: 'd96a656a',
    webhookDeliveries: 'e0f301d7',
  },
};
