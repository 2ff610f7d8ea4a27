/**
 * Thousands of small statements.
 * @asks-for-indexes
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Run, RunPage } from '../../src/contract/sync.ts';
import type { TeammatePage } from '../../src/contract/teammates.ts';
import type { ApiClient } from '../support/apiClient.ts';
import { everyoneUnfiltered } from '../support/selections.ts';
import { startUndersign, type Undersign } from '../support/startUndersign.ts';

describe('cancelling and failing', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await api.put('/api/selection', { selection: everyoneUnfiltered, revision: 0 });
  });
  afterAll(() => undersign.close());

  const teammates = async () => (await api.get<TeammatePage>('/api/teammates?limit=1')).total;

  test('a run that waits for Graph for minutes hears of a cancel at once, and nothing of it stays', async () => {
    undersign.simulator.faults.add({ kind: 'status', status: 429, retryAfter: 600, path: '/v1.0/users?*' });
    const run = await api.post<Run>('/api/sync/runs');
    await api.post(`/api/sync/runs/${run.id}/cancel`);
    expect(await api.finished(run)).toMatchObject({ status: 'cancelled', failure: null, cancelRequested: true });
    expect(await teammates()).toMatchObject({ active: 0, disabled: 0 });
    undersign.simulator.faults.clear();
    undersign.simulator.clock.advance(11 * 60_000);
  });

  test('a run that fails says why as a stored result, and the next one does the whole job', async () => {
    undersign.simulator.faults.add({ kind: 'forbidden', path: '/v1.0/users?*' });
    const failed = await api.finished(await api.post<Run>('/api/sync/runs'));
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'permission-missing' } });
    expect(failed.failure?.message).toMatch(/Grant it/);
    undersign.simulator.faults.clear();
    const run = await api.finished(await api.post<Run>('/api/sync/runs'));
    expect(run).toMatchObject({ status: 'succeeded', counts: { add: 248 } });
    expect(await teammates()).toMatchObject({ active: 248, disabled: 0 });
    const { items } = await api.get<RunPage>('/api/sync/runs');
    expect(items.map(({ status }) => status)).toEqual(['succeeded', 'failed', 'cancelled']);
  });

  test('a restart in between changes nothing: runs and teammates are as they were', async () => {
    const before = await api.get<RunPage>('/api/sync/runs');
    await undersign.restart();
    expect(await api.get<RunPage>('/api/sync/runs')).toEqual(before);
    expect(await api.finished(await api.post<Run>('/api/sync/runs'))).toMatchObject({
      status: 'succeeded',
      counts: { add: 0, update: 0, enable: 0, disable: 0, hold: 0 },
    });
  });

  test('whoever follows a run and leaves is not written to any more', async () => {
    undersign.simulator.faults.add({ kind: 'slow', milliseconds: 150, path: '/v1.0/*' });
    const run = await api.post<Run>('/api/sync/preview');
    const leaving = new AbortController();
    const response = await api.raw(`/api/sync/runs/${run.id}/events`, { signal: leaving.signal });
    await response.body?.getReader().read();
    leaving.abort();
    undersign.simulator.faults.clear();
    expect((await api.finished(run)).status).toBe('succeeded');
    expect(undersign.logger.lines.filter((line) => line.includes('request failed'))).toEqual([]);
  });
});
