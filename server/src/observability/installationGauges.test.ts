import { beforeEach, describe, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { StorageError } from '../domain/errors.ts';
import type { InstallationState } from '../ports/telemetry/meter.ts';
import { openInstallationGauges, type InstallationGauges } from './installationGauges.ts';

const minute = 60_000;
const state: InstallationState = {
  teammates: { active: 7 },
  tenants: { connected: 1 },
  heldDepartures: 2,
  unfinishedRuns: [{ kind: 'sync', status: 'running' }],
  lags: [5000],
  overdue: 0,
};

describe('what the installation looks like', () => {
  let now: number;
  let reads: number;
  let answer: () => Promise<InstallationState>;
  let register: Registry;
  let gauges: InstallationGauges;
  beforeEach(() => {
    now = Date.parse('2026-03-01T14:00:00Z');
    reads = 0;
    answer = () => Promise.resolve(state);
    register = new Registry();
    const clock = { now: () => new Date(now), sleep: () => Promise.resolve() };
    const readInstallation = (): Promise<InstallationState> => {
      reads += 1;
      return answer();
    };
    gauges = openInstallationGauges(register, { readInstallation, clock, patience: 1 });
  });

  const shown = async (): Promise<readonly string[]> => {
    await gauges.refresh();
    return (await register.metrics()).split('\n').filter((line) => /^undersign_/.test(line));
  };
  const all = [
    'undersign_store_up 1',
    'undersign_teammates{status="active"} 7',
    'undersign_tenants{state="connected"} 1',
    'undersign_held_departures 2',
    'undersign_runs_unfinished{kind="sync",status="running"} 1',
    'undersign_refresh_lag_seconds 5',
    'undersign_tenants_synced 1',
    'undersign_tenants_overdue 0',
  ];

  test('is read once in half a minute, and again at once after a clock that was ahead was set right', async () => {
    expect(await shown()).toEqual(all);
    now += minute / 2 - 1;
    await shown();
    expect(reads).toBe(1);
    now += 1;
    await shown();
    expect(reads).toBe(2);
    now -= 2 * 60 * minute;
    await shown();
    expect(reads).toBe(3);
  });

  test('is not known while the store is away: only that it is away, and no zeros', async () => {
    await shown();
    now += minute;
    answer = () => Promise.reject(new StorageError('storage-away', 'The database does not answer.'));
    expect(await shown()).toEqual(['undersign_store_up 0']);
    answer = () => Promise.resolve(state);
    expect(await shown()).toEqual(all);
  });

  test('holds nobody up whose store answers late or never, and is shown once it is known', async () => {
    const late = Promise.withResolvers<InstallationState>();
    await shown();
    now += minute;
    answer = () => late.promise;
    // For a while what was read before is better than nothing.
    expect(await shown()).toEqual(all);
    now += minute;
    expect(await shown()).toEqual(['undersign_store_up 0']);
    late.resolve({ ...state, heldDepartures: 3 });
    expect(await shown()).toContain('undersign_held_departures 3');
    expect(reads).toBe(2);
  });

  test('does not hide a mistake of ours', async () => {
    answer = () => Promise.reject(new TypeError('a bug'));
    await expect(gauges.refresh()).rejects.toThrow('a bug');
  });
});
