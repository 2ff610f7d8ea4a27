/** The right to run one kind of work for one tenant, held by one process at a time. */
export interface HeldLease {
  /** Grows with every new holder; a holder with a lower number is a zombie. */
  readonly fence: number;
}

export interface LeaseStore {
  /** Null while somebody else holds an unexpired lease. */
  acquire(tenantId: string, name: string, ttlMilliseconds: number): Promise<HeldLease | null>;
  /** False when the lease was lost meanwhile: stop at once and write nothing more. */
  renew(tenantId: string, name: string, lease: HeldLease, ttlMilliseconds: number): Promise<boolean>;
  release(tenantId: string, name: string, lease: HeldLease): Promise<void>;
}
