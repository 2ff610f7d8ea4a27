/** That somebody asked for everything of a tenant to be erased, and it is not done yet. */
export interface TenantErasure {
  readonly tenantId: string;
  readonly at: string;
}

/** Erasing everything of a tenant; the marks belong to the store and stand until nothing is left. */
export interface TenantErasureRepository {
  /** One that stands already keeps its moment. */
  mark(erasure: TenantErasure): Promise<void>;
  get(tenantId: string): Promise<TenantErasure | null>;
  /** Tenants with a mark. */
  tenants(): Promise<readonly string[]>;
  /**
   * Deletes every document of the tenant in every collection but its leases, whose counters have to go on. Returns how many
   * by collection, none where there were none. May be killed anywhere and repeated.
   */
  erase(tenantId: string): Promise<Readonly<Record<string, number>>>;
  settle(tenantId: string): Promise<void>;
}
