/** Why a check could not be made and what the admin can do; the pane words it by `code` and `values`. */
export interface CheckFailure {
  readonly code: string;
  readonly message: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly at: string;
}

/** Held departures that an admin let happen: by which run they were held, when that was decided, and how many left. */
export interface LetDepartures {
  readonly runId: string;
  readonly at: string;
  readonly left: number;
}

/** What is remembered of a tenant that is synced by itself, besides its runs. Written once per check. */
export interface SyncState {
  /** When the directory was last asked for changes, whether or not there were any. */
  readonly lastCheckedAt: string | null;
  /** Why the last check could not be made. A failed run keeps its own. */
  readonly lastFailure: CheckFailure | null;
  /** When the full reconcile of a night was last ordered. */
  readonly nightlyAt: string | null;
  /** Since when Microsoft refuses to tell us of changes; null while it does not. */
  readonly notificationsFailedAt: string | null;
  /** As long as activity is told of, because the runs that held them count them on the day they began. */
  readonly letDepartures?: readonly LetDepartures[];
}

export const noSyncState: SyncState = {
  lastCheckedAt: null,
  lastFailure: null,
  nightlyAt: null,
  notificationsFailedAt: null,
};
