import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActivityBucket, Run, RunPage } from '../../../src/contract/sync/sync.ts';
import type { TeammatePage } from '../../../src/contract/people/teammates.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { everyoneUnfiltered } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('cancelling and failing', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await api.put('/api/selection', { selection: everyoneUnfiltered, revision: 0 });
  });
  afterAll(() => undersign.close());

  /** Its own events tell; those of a run that never waits end. */
  const untilItWaits = async ({ id }: Run): Promise<Run> => {
    const leaving = new AbortController();
    const { body } = await api.raw(`/api/sync/runs/${id}/events`, { signal: leaving.signal });
    let text = '';
    for await (const piece of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text += piece;
      if (text.includes('"waiting":{')) break;
    }
    leaving.abort();
    return api.get<Run>(`/api/sync/runs/${id}`);
  };
  const teammates = async () => (await api.get<TeammatePage>('/api/teammates?limit=1')).total;

  test('a run that waits for Graph for minutes says so, hears of a cancel at once, and nothing of it stays', async () => {
    const before = await teammates();
    undersign.simulator.faults.add({ kind: 'status', status: 429, retryAfter: 600, path: '/v1.0/users*' });
    const run = await api.post<Run>('/api/sync/runs');
    const { waiting } = (await untilItWaits(run)).progress;
    expect(waiting?.reason).toBe('throttled');
    expect(Date.parse(waiting?.until ?? '')).toBeGreaterThan(Date.parse(run.startedAt) + 500_000);
    await api.post(`/api/sync/runs/${run.id}/cancel`);
    const cancelled = { status: 'cancelled', failure: null, cancelRequested: true, progress: { waiting: null } };
    expect(await api.finished(run)).toMatchObject(cancelled);
    expect(await teammates()).toEqual(before);
    undersign.simulator.faults.clear();
    undersign.simulator.clock.advance(11 * 60_000);
  });

  const activity = async () => {
    const { buckets } = await api.get<{ buckets: ActivityBucket[] }>('/api/sync/activity?timeZone=Europe%2FBrussels');
    expect(buckets).toHaveLength(30);
    const total = (of: keyof Omit<ActivityBucket, 'at'>) => buckets.reduce((sum, bucket) => sum + bucket[of], 0);
    return { arrived: total('arrived'), runs: total('runs'), failed: total('failed') };
  };

  test('a run that fails says why as a stored result, the next one does the whole job, and the day counts both', async () => {
    const before = { ...(await teammates()), ...(await activity()) };
    undersign.simulator.faults.add({ kind: 'forbidden', path: '/v1.0/users*' });
    const failed = await api.finished(await api.post<Run>('/api/sync/runs'));
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'permission-missing' } });
    expect(failed.failure?.message).toMatch(/Grant it/);
    undersign.simulator.faults.clear();
    const run = await api.finished(await api.post<Run>('/api/sync/runs'));
    expect(run).toMatchObject({ status: 'succeeded', counts: { add: 248 - (before.active ?? 0) } });
    expect(await teammates()).toMatchObject({ active: 248, disabled: 0 });
    const { items } = await api.get<RunPage>('/api/sync/runs');
    expect(items.slice(0, 2).map(({ status }) => status)).toEqual(['succeeded', 'failed']);
    const found = await api.get<RunPage>('/api/sync/runs?status=failed&kind=sync&limit=1');
    expect(found.items.map(({ id }) => id)).toEqual([failed.id]);
    expect((await api.get<RunPage>('/api/sync/runs?status=running')).items).toEqual([]);
    expect((await api.get<RunPage>('/api/sync/runs?trigger=nightly')).items).toEqual([]);
    const counted = { arrived: 248, runs: before.runs + 1, failed: before.failed + 1 };
    expect(await activity()).toEqual(counted);
    expect(await api.problem(api.get('/api/sync/activity?timeZone=Mars%2FOlympus'))).toMatchObject({
      status: 400,
      code: 'invalid-request',
    });
  });

  test('a restart in between changes nothing: runs and teammates are as they were', async () => {
    await api.finished(await api.post<Run>('/api/sync/runs'));
    const before = await api.get<RunPage>('/api/sync/runs');
    await undersign.restart();
    expect(await api.get<RunPage>('/api/sync/runs')).toEqual(before);
    expect(await api.finished(await api.post<Run>('/api/sync/runs'))).toMatchObject({
      status: 'succeeded',
      counts: { add: 0, update: 0, enable: 0, disable: 0, hold: 0 },
    });
  });

  test('whoever follows a run and leaves is not written to any more', async () => {
    undersign.simulator.faults.add({ kind: 'hold', path: '/v1.0/*' });
    const run = await api.post<Run>('/api/sync/preview');
    const leaving = new AbortController();
    const response = await api.raw(`/api/sync/runs/${run.id}/events`, { signal: leaving.signal });
    await response.body?.getReader().read();
    leaving.abort();
    undersign.simulator.faults.clear();
    expect((await api.finished(run)).status).toBe('succeeded');
    expect(undersign.logger.lines.filter((line) => line.includes('request failed'))).toEqual([]);
  });

  test('disconnecting ends what is under way, and reads nobody any more', async () => {
    undersign.simulator.faults.add({ kind: 'status', status: 429, retryAfter: 600, path: '/v1.0/users*' });
    const runs = [
      await api.post<Run>('/api/sync/runs', { mode: 'full' }),
      await api.post<Run>('/api/sync/preview', {}),
    ];
    await Promise.all(runs.map(untilItWaits));
    await api.delete('/api/connection');
    undersign.simulator.faults.clear();
    undersign.simulator.clock.advance(11 * 60_000);
    for (const run of runs) expect(await api.finished(run)).toMatchObject({ status: 'cancelled', failure: null });
    api = await undersign.connectedAdmin();
  });
});
