import { accessDeclarations } from './access/accessDeclarations.ts';
import { auditEntries } from './auditCollection.ts';
import type { AnyDeclaration } from './declaration.ts';
import { firstTenants } from './access/firstTenantCollection.ts';
import { proposals } from './people/proposalCollection.ts';
import { requestCounts } from './requestCountCollection.ts';
import { sightings } from './people/sightingCollection.ts';
import { signatureDeclarations } from './signatureCollections.ts';
import { connections, consentAttempts, selections, settings } from './access/connectionCollections.ts';
import { teammates } from './people/teammateCollections.ts';
import {
  changeSubscriptions,
  checkpoints,
  historyRounds,
  planEntries,
  runChanges,
  runs,
  syncStates,
} from './runCollections.ts';
import { snapshotHeads, snapshotMemberships, snapshotPeople, dirtyPeople } from './people/snapshotCollections.ts';
import { managerProfiles, photos, enrichmentRounds, enrichments } from './people/enrichmentCollections.ts';
import { leases, replicas, schemaStates } from './systemCollections.ts';

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
  dirtyPeople,
  checkpoints,
  syncStates,
  changeSubscriptions,
  enrichments,
  photos,
  managerProfiles,
  enrichmentRounds,
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
