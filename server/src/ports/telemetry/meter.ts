import type { RunKind, RunMode } from '../../domain/run/run.ts';

/** How one request to Microsoft Graph ended: by what whoever watches would do about it. */
export type GraphOutcome = 'ok' | 'throttled' | 'refused' | 'notFound' | 'rejected' | 'failed' | 'unreachable';

/** What is counted while the program works. Nothing here names a tenant or a person, and every value is one of a few. */
export interface Meter {
  runEnded(run: {
    readonly kind: RunKind;
    readonly mode: RunMode;
    readonly outcome: 'succeeded' | 'failed' | 'cancelled';
    readonly milliseconds: number;
  }): void;
  graphAnswered(outcome: GraphOutcome): void;
  /** Graph said 429 or 509, and a request waits for so long. */
  graphHeldBack(milliseconds: number): void;
  requestAnswered(request: {
    readonly method: string;
    /** The template of the route, never the address that was asked. */
    readonly route: string;
    readonly status: number;
    /** Null for what is streamed for as long as somebody listens. */
    readonly milliseconds: number | null;
  }): void;
  leaseAsked(work: string, outcome: 'had' | 'taken'): void;
  leaseHeld(work: string, change: 1 | -1): void;
  /** Another replica took it over while this one still worked. */
  leaseLost(work: string): void;
}

/** All tenants of the installation together, as they stand now. */
export interface InstallationState {
  readonly teammates: Readonly<Record<string, number>>;
  /** By the state of their connection. */
  readonly tenants: Readonly<Record<string, number>>;
  readonly heldDepartures: number;
  /** Runs that wait or are under way, by kind and status. */
  readonly unfinishedRuns: readonly { readonly kind: string; readonly status: string }[];
  /** For each tenant that is kept current by itself: milliseconds since its directory was last asked for changes. */
  readonly lags: readonly number[];
  /** Of those tenants: how many are past their turn by more than the scheduler's own rhythm explains. */
  readonly overdue: number;
}
