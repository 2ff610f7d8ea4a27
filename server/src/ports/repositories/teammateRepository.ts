import type { Teammate, TeammateStatus } from '../../domain/teammate/teammate.ts';
import type { TeammateMark } from '../../domain/teammate/teammateMarks.ts';
import type { PageOf, PageRequest } from '../pages/pages.ts';

/** What a list of teammates can be narrowed to. */
export interface TeammateFilter {
  /** Words; the person must match each from its first letter on. */
  readonly search?: string;
  /** Left out: everybody but the removed. */
  readonly status?: TeammateStatus;
  readonly view?: TeammateMark | 'noPhoto';
}

export interface TeammateQuery extends PageRequest, TeammateFilter {
  /** Left out: by name. Who has no title or department comes last. */
  readonly sort?: 'name' | 'title' | 'department' | 'updatedAt';
  readonly descending?: boolean;
}

export interface TeammateRepository {
  get(tenantId: string, id: string): Promise<Teammate | null>;
  getMany(tenantId: string, ids: readonly string[]): Promise<readonly Teammate[]>;
  /** By the sort key, then id. A page may have fewer than asked for, or none, although its cursor leads on. */
  page(tenantId: string, query: TeammateQuery): Promise<PageOf<Teammate>>;
  count(tenantId: string, status?: TeammateStatus): Promise<number>;
  /** Null where counting would mean reading very many of them. */
  countMatching(tenantId: string, filter: TeammateFilter): Promise<number | null>;
  /** All of them in order of id, in batches. */
  scan(tenantId: string): AsyncIterable<readonly Teammate[]>;
  /** Active teammate with this mail address or user principal name, whatever its case. */
  findByAddress(tenantId: string, address: string): Promise<Teammate | null>;
  /** Everybody but the removed with this mail address or user principal name, whatever its case; in order of id. */
  listByAddress(tenantId: string, address: string): Promise<readonly Teammate[]>;
  save(tenantId: string, teammates: readonly Teammate[]): Promise<void>;
  /** People whose departure waits for an admin, by folded name. */
  pageHeld(tenantId: string, request: PageRequest): Promise<PageOf<Teammate>>;
  countHeld(tenantId: string): Promise<number>;
  /** Teammates of the status since before the instant, longest first, in batches. */
  scanSince(tenantId: string, status: 'disabled' | 'removed', before: Date): AsyncIterable<readonly Teammate[]>;
  /** People with an override whose last day is this one or before, the earliest first. */
  pageEnding(tenantId: string, date: string, request: PageRequest): Promise<PageOf<Teammate>>;
  /** Forgets them for good. */
  purge(tenantId: string, ids: readonly string[]): Promise<void>;
}
