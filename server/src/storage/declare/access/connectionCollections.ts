import type { Connection, ConsentAttempt } from '../../../domain/connection/connection.ts';
import type { Selection } from '../../../domain/scope/selection.ts';
import type { SyncSettings } from '../../../domain/settings/syncSettings.ts';
import type { CollectionDeclaration } from '../../collection.ts';
import { onlyId } from '../../keys/onlyId.ts';

/** How the tenant is connected. */
export const connections: CollectionDeclaration<Connection> = { name: 'connections', id: () => onlyId, keys: {} };

/** Consent round trips under way, by the digest of their id: who reads the database cannot finish one. */
export const consentAttempts: CollectionDeclaration<ConsentAttempt> = {
  operational: true,
  name: 'consentAttempts',
  id: (attempt) => attempt.id,
  keys: { expiresAt: (attempt) => attempt.expiresAt },
  indexes: [['expiresAt']],
};

/** What the admin picked. */
export const selections: CollectionDeclaration<Selection> = { name: 'selections', id: () => onlyId, keys: {} };

/** How the tenant's sync behaves. */
export const settings: CollectionDeclaration<SyncSettings> = { name: 'settings', id: () => onlyId, keys: {} };
