import type { AuditEntry } from '../../domain/audit/auditEntry.ts';
import type { PageOf, PageRequest } from '../pages/pages.ts';

export interface AuditQuery extends PageRequest {
  /** Of these three one at most. */
  readonly personId?: string;
  readonly action?: string;
  /** What it was about, alone or among others. */
  readonly subjectId?: string;
  /** How the instant begins: a year, a month or a day, such as 2026-11-28. */
  readonly at?: string;
}

/** What was done in a tenant and by whom. Entries are added and forgotten, never changed. */
export interface AuditRepository {
  /** False where there is one with this id already, which stays as it is. */
  add(tenantId: string, entry: AuditEntry): Promise<boolean>;
  /** Newest first. */
  page(tenantId: string, query: AuditQuery): Promise<PageOf<AuditEntry>>;
  hasBefore(tenantId: string, instant: string): Promise<boolean>;
  /** Forgets the oldest from before the instant, so many at most; returns whether there may be more. */
  forgetBefore(tenantId: string, instant: string, most: number): Promise<boolean>;
}
