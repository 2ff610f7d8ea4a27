import type { Mention } from '../../domain/privacy/redactPerson.ts';

/** Everything that is kept about one person. */
export interface PersonalData {
  /** Whole documents that are about them, by collection. */
  readonly records: Readonly<Record<string, readonly unknown[]>>;
  /** Where they are named in what is about something else. */
  readonly mentions: readonly (Mention & { readonly collection: string; readonly document: string })[];
}

/** What became of what was kept about one person. */
export interface ErasedCounts {
  readonly records: number;
  readonly mentions: number;
  /** Names of the rules about signatures that were for this person alone: they are gone. */
  readonly rules: readonly string[];
}

/** What is kept about people, looked at across all collections; and who is to be left out because they asked for it. */
export interface PersonalDataRepository {
  /** Null where nothing is kept about a person with this id; things of other kinds have ids too. */
  read(tenantId: string, personId: string): Promise<PersonalData | null>;
  /**
   * Remembers, without their name or id, that nothing may be kept of this person: snapshots and managers leave them out
   * from now on. Until `settle` their id is known to `unsettled`.
   */
  mark(tenantId: string, personId: string, at: Date): Promise<void>;
  /**
   * Takes everything of them away; what they did stays, done by a pseudonym. May be killed anywhere and repeated. Under a
   * lease of syncs and one of previews.
   */
  erase(tenantId: string, personId: string): Promise<ErasedCounts>;
  settle(tenantId: string, personId: string): Promise<void>;
  /** Whose erasure began and did not end; a few of them. */
  unsettled(tenantId: string): Promise<readonly string[]>;
  isErased(tenantId: string, personId: string): Promise<boolean>;
  countErased(tenantId: string): Promise<number>;
  /** They may be kept again. False where nothing kept them out. */
  readmit(tenantId: string, personId: string): Promise<boolean>;
  /** What stands in place of their id. */
  pseudonymOf(tenantId: string, personId: string): string;
}
