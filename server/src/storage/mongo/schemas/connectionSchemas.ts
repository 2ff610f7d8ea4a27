import type { Connection, ConnectionProblem, GrantUnderWay } from '../../../domain/connection/connection.ts';
import type { Registration } from '../../../domain/connection/registration.ts';
import type { CheckFailure, LetDepartures } from '../../../domain/schedule/syncState.ts';
import { changeSubscriptions, syncStates } from '../../declare/runCollections.ts';
import { connections, consentAttempts } from '../../declare/access/connectionCollections.ts';
import { leases, replicas, schemaStates, type UnfinishedImport } from '../../declare/systemCollections.ts';
import { firstTenants } from '../../declare/access/firstTenantCollection.ts';
import { requestCounts } from '../../declare/requestCountCollection.ts';
import {
  anything,
  documentSchema,
  listIfAny,
  number,
  objectOf,
  objectOrNull,
  text,
  textOrNull,
  texts,
} from './documentSchema.ts';

const person = { id: text, displayName: text };

/** Connections lack what came later: those fields are filled in when they are read. */
const connectionSchema = documentSchema(connections, {
  state: text,
  kind: textOrNull,
  registration: objectOrNull<Registration>({
    clientId: text,
    credential: text,
    thumbprint: textOrNull,
    expiresAt: textOrNull,
    savedAt: text,
    savedBy: objectOf(person),
    sealed: text,
  }),
  organization: objectOrNull<NonNullable<Connection['organization']>>({ displayName: text, domains: texts }),
  grantedPermissions: texts,
  missingPermissions: texts,
  firstConnectedAt: textOrNull,
  connectedBy: objectOrNull(person),
  connectedAt: textOrNull,
  checkedAt: textOrNull,
  lastError: textOrNull,
  granting: objectOrNull<GrantUnderWay>({ by: objectOf(person), until: text }),
  problem: objectOrNull<ConnectionProblem>({ code: text, message: text, values: anything }),
});

/** How tenants are reached, and what servers remember about themselves and each other. */
export const connectionSchemas = [
  connectionSchema,
  documentSchema(firstTenants, { tenantId: text }),
  documentSchema(consentAttempts, {
    id: text,
    userId: text,
    displayName: text,
    returnTo: text,
    createdAt: text,
    expiresAt: text,
  }),
  documentSchema(syncStates, {
    lastCheckedAt: textOrNull,
    lastFailure: objectOrNull<CheckFailure>({ code: text, message: text, values: anything, at: text }),
    nightlyAt: textOrNull,
    notificationsFailedAt: textOrNull,
    letDepartures: listIfAny<LetDepartures>({ runId: text, at: text, left: number }),
  }),
  documentSchema(changeSubscriptions, {
    id: text,
    feed: text,
    clientStateDigest: text,
    notificationUrl: text,
    renewedAt: text,
    expiresAt: text,
  }),
  documentSchema(leases, { name: text, fence: number, expiresAt: number, work: textOrNull }),
  documentSchema(schemaStates, {
    version: number,
    target: number,
    product: text,
    importing: objectOrNull<UnfinishedImport>({ checksum: text, written: number }),
  }),
  documentSchema(replicas, { id: text, knows: number, writes: number, product: text, expiresAt: number }),
  documentSchema(requestCounts, { id: text, windowEndsAt: number, count: number }),
];
