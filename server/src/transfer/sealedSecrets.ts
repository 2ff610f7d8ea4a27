import { createHmac } from 'node:crypto';
import type { Connection } from '../domain/connection/connection.ts';
import { registrationPurpose } from '../domain/connection/registration.ts';
import { connections } from '../storage/declare/access/connectionCollections.ts';
import type { Entry } from './storeEntries.ts';

/** The keys at hand. Secrets travel sealed; whether they open is tried, and what they say is looked at by nobody. */
export interface Keys {
  /** Of the key that seals today; null where none was made yet. */
  readonly fingerprint: string | null;
  canOpen(purpose: string, sealed: string): boolean;
}

/** Names a key without telling anything about it. */
export const keyFingerprint = (key: Uint8Array): string =>
  createHmac('sha256', key).update('undersign key fingerprint').digest('hex').slice(0, 12);

/** True for the connection of a tenant whose stored credential the keys at hand do not open. */
export const isLocked = (keys: Keys, { collection, tenant, document }: Entry): boolean => {
  if (collection !== connections.name) return false;
  // Written under the same declaration; an older version may not have had a registration.
  const { registration } = document as Partial<Connection>;
  if (registration === null || registration === undefined) return false;
  return !keys.canOpen(registrationPurpose(tenant, registration.clientId), registration.sealed);
};
