import type { FieldChange, PlanAction, PlanCounts, PlanWarning } from '../plan/plan.ts';
import type { Selection } from '../scope/selection.ts';
import type { SyncSettings } from '../settings/syncSettings.ts';

/** A preview reads and plans, a sync reads, plans and applies; otherwise they are the same execution. */
export type RunKind = 'preview' | 'sync';

/** What set a run off. The rocket is an admin who wants it now. */
export type RunTrigger = 'admin' | 'schedule' | 'notification' | 'nightly';

/**
 * - full: reads everything the selection covers and compares everybody.
 * - refresh: reads what changed since the checkpoint and looks at those people only; becomes full where it cannot.
 */
export type RunMode = 'full' | 'refresh';

export type RunStatus = 'queued' | 'reading' | 'planning' | 'applying' | 'succeeded' | 'failed' | 'cancelled';

export const finishedStatuses: readonly RunStatus[] = ['succeeded', 'failed', 'cancelled'];

export interface RunProgress {
  /** People read from the directory so far. */
  readonly peopleRead: number;
  /** Containers and slices read to the end, and how many are known so far. */
  readonly readsDone: number;
  readonly readsKnown: number;
  readonly pagesRead: number;
  readonly graphRequests: number;
  /** Plan entries applied (or, for a preview, saved). */
  readonly applied: number;
  /** Set while Microsoft lets nothing through, so that an admin knows that the run is not stuck. */
  readonly waiting?: RunWaiting | null;
}

/** throttled: Microsoft said when to come again; unavailable: it gave no answer, or none that helps. */
export interface RunWaiting {
  readonly until: string;
  readonly reason: 'throttled' | 'unavailable';
}

/** Why a run failed and what the admin can do; the pane words it by `code`. */
export interface RunFailure {
  readonly code: string;
  readonly message: string;
  readonly graphRequestId: string | null;
  /** Microsoft's number and sentence, for wording it in the reader's language. */
  readonly values?: Readonly<Record<string, string>>;
}

export interface RunStarter {
  readonly id: string;
  readonly displayName: string;
}

export interface Run {
  readonly id: string;
  readonly kind: RunKind;
  readonly mode: RunMode;
  readonly trigger: RunTrigger;
  readonly status: RunStatus;
  /** Null when the schedule or a notification set it off. */
  readonly startedBy: RunStarter | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** The selection as it was when the run started; the run uses this one to its end. */
  readonly selection: Selection;
  /** The settings as they were when the run started. */
  readonly settings: SyncSettings;
  readonly cancelRequested: boolean;
  /** Departures the admin saw in a preview and agreed to, the held among them; 0 as soon as it turns out that more would leave. */
  readonly approvedDepartures: number;
  readonly progress: RunProgress;
  readonly counts: PlanCounts;
  readonly warnings: readonly PlanWarning[];
  readonly failure: RunFailure | null;
}

/** A value that changed: of an attribute of the directory, or of a smart field that was set by hand. */
export interface RecordedChange extends Omit<FieldChange, 'field'> {
  readonly field: string;
}

/** One applied plan entry, kept as history of the run and of the person. */
export interface RunChange {
  readonly runId: string;
  readonly teammateId: string;
  readonly displayName: string;
  readonly action: PlanAction;
  readonly changes: readonly RecordedChange[];
  readonly at: string;
}
