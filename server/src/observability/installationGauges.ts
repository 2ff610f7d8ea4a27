import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../ports/clock.ts';
import type { InstallationState } from '../ports/meter.ts';

interface InstallationSource {
  readonly readInstallation: () => Promise<InstallationState>;
  readonly clock: Clock;
}

export interface InstallationGauges {
  /** Reads the store again unless that was done a moment ago; of several who ask at once one reads. */
  refresh(): Promise<void>;
}

/** Counting costs a few reads per tenant, and several replicas are asked every few seconds. Milliseconds. */
const keptFor = 30_000;

/** What all tenants together look like; every replica tells the same, so take the maximum and not the sum. */
export const openInstallationGauges = (
  register: Registry,
  { readInstallation, clock }: InstallationSource,
): InstallationGauges => {
  const show = openGauges(register);
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;
  const read = async (): Promise<void> => {
    try {
      show(await readInstallation());
      readAt = clock.now().getTime();
    } finally {
      reading = null;
    }
  };
  return {
    refresh: () => {
      if (clock.now().getTime() - readAt < keptFor) return Promise.resolve();
      reading ??= read();
      return reading;
    },
  };
};

const openGauges = (register: Registry): ((state: InstallationState) => void) => {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `undersign_${name}`, help, labelNames: [...labelNames], registers: [register] });
  const teammates = gauge('teammates', 'Teammates of all tenants together, by status.', ['status']);
  const tenants = gauge('tenants', 'Tenants by the state of their connection.', ['state']);
  const held = gauge('held_departures', 'Departures that wait for an administrator.');
  const unfinished = gauge('runs_unfinished', 'Runs that wait or are under way.', ['kind', 'status']);
  const lag = gauge('refresh_lag_seconds', 'Since a directory was last asked for changes: the longest of all tenants.');
  const synced = gauge('tenants_synced', 'Tenants that are kept current by themselves.');
  const overdue = gauge('tenants_overdue', 'Of those, the ones that are ten minutes past their turn or more.');
  return (state) => {
    for (const each of [tenants, unfinished]) each.reset();
    for (const [status, count] of Object.entries(state.teammates)) teammates.set({ status }, count);
    for (const [name, count] of Object.entries(state.tenants)) tenants.set({ state: name }, count);
    for (const run of state.unfinishedRuns) unfinished.inc({ kind: run.kind, status: run.status });
    held.set(state.heldDepartures);
    lag.set(Math.max(0, ...state.lags) / 1000);
    synced.set(state.lags.length);
    overdue.set(state.overdue);
  };
};
