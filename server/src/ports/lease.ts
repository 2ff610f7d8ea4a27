/** The right to run one kind of work for one tenant, held by one process at a time. */
export interface HeldLease {
  readonly name: string;
  /** Grows with every new holder; a holder with a lower number is a zombie. */
  readonly fence: number;
  /** What it was acquired for, such as the id of a run; left out: anything. */
  readonly work?: string;
}

/** What leases are held for, by the names under which they are stored. */
export const leaseNames = {
  /** A preview while it executes. */
  preview: 'run-preview',
  /** A sync while it executes; whoever changes teammates outside a run holds it too. */
  sync: 'run-sync',
  /** Reading photos and managers. */
  enrichmentPass: 'slow-pass',
  /** Telling a tenant's webhooks. */
  webhooks: 'webhooks',
  /** Asking Graph to tell of changes, and keeping it at that. */
  changeSubscriptions: 'change-subscriptions',
  /** Changing stored documents to the newest shape; of the installation, not of a tenant. */
  migrations: 'migrate',
} as const;

/** A lease by its name, and what it is wanted for. */
export type WantedLease = Pick<HeldLease, 'name' | 'work'>;

export interface LeaseStore {
  /**
   * Null while somebody else holds an unexpired lease. When one who let it run out is taken over, it resolves only
   * once nothing that the former holder still has on its way can be stored (`Repositories.under`). Whoever says what
   * its `work` is makes that quick, because history that is not of this work is left alone.
   */
  acquire(tenantId: string, wanted: string | WantedLease, ttlMilliseconds: number): Promise<HeldLease | null>;
  /** False when the lease was lost meanwhile: stop at once; what is still written under it is refused. */
  renew(tenantId: string, lease: HeldLease, ttlMilliseconds: number): Promise<boolean>;
  release(tenantId: string, lease: HeldLease): Promise<void>;
}
