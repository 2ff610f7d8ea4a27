/** `refused`: the caller's role does not allow it. `failed`: it was allowed and did not come about. */
export type AuditOutcome = 'done' | 'refused' | 'failed';

/** One value of something that was changed, as text; null where there was none, or is none any more. */
export interface AuditChange {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** Who did, or tried, what, when, with what and from where. Written once and never changed. */
export interface AuditEntry {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** As they were called then. */
  readonly person: { readonly id: string; readonly displayName: string };
  /** As which they did it: admin, designer, auditor or teammate. */
  readonly role: string;
  /** The name of the operation in the OpenAPI document, or `signIn`. */
  readonly action: string;
  readonly outcome: AuditOutcome;
  /** Why it was refused or failed; null for what was done. */
  readonly code: string | null;
  /** What it was about, by its id and its name then. */
  readonly subject: { readonly id: string; readonly name: string | null } | null;
  /** Ids of what it was done to at once, where changes do not name all of them; left out: they do, or it was one. */
  readonly about?: readonly string[];
  readonly changes: readonly AuditChange[];
  /** How many changes more there were. */
  readonly more: number;
  /** Masked: the network, not the machine. */
  readonly address: string;
  readonly requestId: string;
}
