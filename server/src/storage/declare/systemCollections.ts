import type { CollectionDeclaration } from '../collection.ts';
import { onlyId } from '../keys/onlyId.ts';

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
