import { defaultGuardLimits, type GuardLimits } from '../plan/guardDepartures.ts';

export const defaultHistoryDays = 400;

/** How a tenant wants its sync to behave. Off means off: nothing happens to anybody that is not switched on here. */
export interface SyncSettings {
  /** Disable teammates who leave the scope. Off: they stay active and are marked as out of scope. */
  readonly autoDisable: boolean;
  /** Remove teammates who have been disabled for `removeAfterDays`. */
  readonly autoRemove: boolean;
  /** Days, 1–365. */
  readonly removeAfterDays: number;
  /** Nothing is synced by itself while paused; the rocket still works. */
  readonly isPaused: boolean;
  /** Minutes between two refreshes, 5–1440. */
  readonly everyMinutes: number;
  readonly guard: GuardLimits;
  /** Days, 30–3650, for which changes and runs are kept; left out in settings saved before there was a choice. */
  readonly historyDays?: number;
}

/** What happened before this instant may be forgotten. */
export const historyCutoff = ({ historyDays = defaultHistoryDays }: SyncSettings, now: Date): Date =>
  new Date(now.getTime() - historyDays * 24 * 60 * 60_000);

export const defaultSyncSettings: SyncSettings = {
  autoDisable: true,
  autoRemove: false,
  removeAfterDays: 14,
  isPaused: false,
  everyMinutes: 15,
  guard: defaultGuardLimits,
  historyDays: defaultHistoryDays,
};
