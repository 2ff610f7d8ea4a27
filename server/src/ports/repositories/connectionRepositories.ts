import type { Connection, ConsentAttempt } from '../../domain/connection/connection.ts';
import type { Selection } from '../../domain/scope/selection.ts';
import type { SyncSettings } from '../../domain/settings/syncSettings.ts';
import type { Versioned } from '../versioned.ts';

export interface ConnectionRepository {
  get(tenantId: string): Promise<Versioned<Connection> | null>;
  /** Throws StaleRevision where `ifRevision` is given (0: there must be none yet) and somebody else was first. */
  save(tenantId: string, connection: Connection, ifRevision?: number): Promise<void>;
  /** Every tenant that ever had one. For start-up work only. */
  tenants(): Promise<readonly string[]>;
}

/** Which tenant an installation that takes in one only belongs to. */
export interface FirstTenantRepository {
  /** Null while nobody has connected. */
  get(): Promise<string | null>;
  /** Puts this tenant first, unless another one is: one atomic step, also between processes. Returns who is first now. */
  claim(tenantId: string): Promise<string>;
}

export interface ConsentAttemptRepository {
  add(tenantId: string, attempt: ConsentAttempt): Promise<void>;
  /** Reads and deletes in one atomic step: of two callers with the same id one gets null. */
  take(tenantId: string, id: string): Promise<ConsentAttempt | null>;
  /** Forgets those that ended before now, and of the others all but the newest `keep`. */
  prune(tenantId: string, now: Date, keep: number): Promise<void>;
}

export interface SelectionRepository {
  get(tenantId: string): Promise<Versioned<Selection> | null>;
  /** `ifRevision` 0 means there must be none yet. Throws StaleRevision. Returns the new revision. */
  save(tenantId: string, selection: Selection, ifRevision: number): Promise<number>;
}

export interface SettingsRepository {
  /** The defaults, with revision 0, until somebody saves others. */
  get(tenantId: string): Promise<Versioned<SyncSettings>>;
  /** `ifRevision` 0 means there must be none yet. Throws StaleRevision. Returns the new revision. */
  save(tenantId: string, settings: SyncSettings, ifRevision: number): Promise<number>;
}
