import { once } from 'node:events';
import { Gauge, type Registry } from 'prom-client';
import { StorageError } from '../domain/errors.ts';
import { isFresh } from '../domain/schedule/clockSetRight.ts';
import type { Clock } from '../ports/clock.ts';
import type { InstallationState } from '../ports/telemetry/meter.ts';

interface InstallationSource {
  readonly readInstallation: () => Promise<InstallationState>;
  readonly clock: Clock;
  /** So long whoever asks waits for the store at most, in milliseconds. */
  readonly patience?: number;
}

export interface InstallationGauges {
  /**
   * Reads the store again unless that was done a moment ago; of several who ask at once one reads. While the store is away
   * there is nothing of it to show but that it is, and what this process counts itself is told all the same.
   */
  refresh(): Promise<void>;
}

/** Counting costs a few reads per tenant, and several replicas are asked every few seconds. Milliseconds. */
const keptFor = 30_000;
/** Far below what Prometheus waits for a page. A store that takes longer is shown at the next one. */
const usualPatience = 2000;

/** What all tenants together look like; every replica tells the same, so take the maximum and not the sum. */
export const openInstallationGauges = (
  register: Registry,
  { readInstallation, clock, patience = usualPatience }: InstallationSource,
): InstallationGauges => {
  const { show, blank } = openGauges(register);
  let readAt: Date | null = null;
  let reading: Promise<void> | null = null;
  let askedAt = clock.now();
  const read = async (): Promise<void> => {
    askedAt = clock.now();
    try {
      show(await readInstallation());
      readAt = clock.now();
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      blank();
      readAt = null;
    } finally {
      reading = null;
    }
  };
  const late = async (): Promise<void> => void (await once(AbortSignal.timeout(patience), 'abort'));
  return {
    refresh: async () => {
      if (readAt !== null && isFresh(readAt, clock.now(), keptFor)) return;
      reading ??= read();
      await Promise.race([reading, late()]);
      // One that hangs does not answer either.
      if (reading !== null && !isFresh(askedAt, clock.now(), keptFor)) blank();
    },
  };
};

interface Shown {
  readonly show: (state: InstallationState) => void;
  /** For as long as nothing is known: zeros would be taken for true. */
  readonly blank: () => void;
}

const openGauges = (register: Registry): Shown => {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `undersign_${name}`, help, labelNames: [...labelNames], registers: [register] });
  const up = gauge('store_up', 'Whether the store could be read when this replica last tried: 1 or 0.');
  const teammates = gauge('teammates', 'Teammates of all tenants together, by status.', ['status']);
  const tenants = gauge('tenants', 'Tenants by the state of their connection.', ['state']);
  const held = gauge('held_departures', 'Departures that wait for an administrator.');
  const unfinished = gauge('runs_unfinished', 'Runs that wait or are under way.', ['kind', 'status']);
  const lag = gauge('refresh_lag_seconds', 'Since a directory was last asked for changes: the longest of all tenants.');
  const synced = gauge('tenants_synced', 'Tenants that are kept current by themselves.');
  const overdue = gauge('tenants_overdue', 'Of those, the ones that are ten minutes past their turn or more.');
  const byLabel = [teammates, tenants, unfinished];
  const blank = (): void => {
    for (const each of byLabel) each.reset();
    for (const each of [held, lag, synced, overdue]) each.remove();
    up.set(0);
  };
  const show = (state: InstallationState): void => {
    for (const each of byLabel) each.reset();
    for (const [status, count] of Object.entries(state.teammates)) teammates.set({ status }, count);
    for (const [name, count] of Object.entries(state.tenants)) tenants.set({ state: name }, count);
    for (const run of state.unfinishedRuns) unfinished.inc({ kind: run.kind, status: run.status });
    held.set(state.heldDepartures);
    lag.set(Math.max(0, ...state.lags) / 1000);
    synced.set(state.lags.length);
    overdue.set(state.overdue);
    up.set(1);
  };
  blank();
  return { show, blank };
};
