import type { DirectoryUser } from '../directory/directoryUser.ts';
import type { ScopeVerdict } from '../scope/scopeReason.ts';

/**
 * `removed` people are kept for 30 days, so that a removal can be undone with overrides intact; they have no signature
 * and count nowhere.
 */
export type TeammateStatus = 'active' | 'disabled' | 'removed';

/** A departure that does not take its course. */
export type Departure =
  /** Too many would have left at once: an admin decides. */
  | { readonly state: 'held'; readonly runId: string; readonly at: string }
  /** An admin decided that this person stays, in scope or not. */
  | { readonly state: 'kept'; readonly by: string; readonly at: string };

/** The last day of something, and whose midnight ends it. */
export interface LastDay {
  /** Such as 2026-03-01. */
  readonly date: string;
  readonly timeZone: string;
}

export interface OverrideStamp {
  /** As whoever set it was called then. */
  readonly by: string;
  readonly at: string;
  /** The admin who approved what a teammate proposed. */
  readonly approvedBy?: string;
  /** After this day the override counts no more; left out: it stays. */
  readonly until?: LastDay;
}

/** A person we keep. The key is tenant id + directory object id; mail addresses change. */
export interface Teammate {
  readonly id: string;
  readonly status: TeammateStatus;
  /** As last read from the directory. */
  readonly profile: DirectoryUser;
  /** Values an admin or the teammate set by hand, by smart field key; an empty one leaves the field out of the signature. */
  readonly overrides: Readonly<Record<string, string>>;
  /** Who set which override and when; none for those set before this was kept. */
  readonly overrideStamps?: Readonly<Record<string, OverrideStamp>>;
  /** What the directory said last of fields that it has since emptied, by smart field key; none where it emptied none. */
  readonly lastKnown?: Readonly<Record<string, string>>;
  /** Why the person is in scope, or was left out, as decided by the run `lastRunId`. */
  readonly scope: ScopeVerdict;
  /** ISO 8601 instants in UTC, as are all times here. */
  readonly addedAt: string;
  readonly updatedAt: string;
  readonly disabledAt: string | null;
  readonly removedAt: string | null;
  /** Null while nobody has to decide, or decided, anything. */
  readonly departure: Departure | null;
  readonly lastRunId: string;
}
