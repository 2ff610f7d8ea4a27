import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const token = 'a-token-for-prometheus';

describe('metrics', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign({ env: { METRICS_TOKEN: token } });
    admin = await undersign.connectedAdmin();
    await admin.put('/api/selection', { selection: everyone, revision: 0 });
  });
  afterAll(() => undersign.close());

  const scrape = async (authorization: string): Promise<Response> =>
    fetch(`${undersign.url}/metrics`, { headers: { authorization } });
  const page = async (): Promise<string> => (await scrape(`Bearer ${token}`)).text();
  const series = (text: string): readonly string[] =>
    text.split('\n').filter((line) => line.startsWith('undersign_http_'));

  test('count runs, teammates, what Graph answered, how long it held back, leases and requests by their template', async () => {
    undersign.simulator.faults.add({ kind: 'status', status: 429, retryAfter: 7, path: '/v1.0/*', times: 1 });
    const run = await admin.finished(await admin.post<Run>('/api/sync/runs'));
    expect(run.status).toBe('succeeded');
    await admin.get(`/api/sync/runs/${run.id}`);
    // What is counted in the store is kept for half a minute, and another test may have asked before the run.
    undersign.simulator.clock.advance(60_000);
    const text = await page();
    for (const line of [
      /^undersign_runs_total\{kind="sync",mode="full",outcome="succeeded"\} 1$/m,
      /^undersign_run_duration_seconds_count\{kind="sync",mode="full"\} 1$/m,
      /^undersign_teammates\{status="active"\} [1-9]\d*$/m,
      /^undersign_tenants\{state="connected"\} 1$/m,
      /^undersign_graph_requests_total\{outcome="ok"\} [1-9]\d*$/m,
      /^undersign_graph_requests_total\{outcome="throttled"\} 1$/m,
      /^undersign_graph_throttled_seconds_total 7$/m,
      /^undersign_refresh_lag_seconds \d/m,
      /^undersign_lease_requests_total\{work="run-sync",outcome="had"\} 1$/m,
      /^undersign_leases_held\{work="run-sync"\} 0$/m,
      /^undersign_http_requests_total\{method="GET",route="\/api\/sync\/runs\/:id",status="200"\} [1-9]\d*$/m,
      /^nodejs_eventloop_lag_seconds /m,
      /^process_resident_memory_bytes /m,
    ])
      expect(text).toMatch(line);
  });

  test('name no tenant, no person and no address that was asked, however many are made up', async () => {
    const { tenant } = undersign.simulator;
    await fetch(`${undersign.url}/api/teammates/nobody-0`);
    await fetch(`${undersign.url}/nowhere-0`);
    const before = series(await page());
    for (let at = 1; at < 20; at += 1) {
      await fetch(`${undersign.url}/api/teammates/nobody-${String(at)}`);
      await fetch(`${undersign.url}/nowhere-${String(at)}`, { method: at % 2 === 0 ? 'GET' : 'POST' });
    }
    await fetch(`${undersign.url}/nowhere-20`, { method: 'PROPFIND' });
    const text = await page();
    const added = series(text).filter((line) => !before.some((old) => old.split(' ')[0] === line.split(' ')[0]));
    expect(added.filter((line) => !/method="(POST|other)",route="none"|route="\/metrics"/.test(line))).toEqual([]);
    for (const secret of [
      tenant.id,
      tenant.domain,
      tenant.name,
      tenant.accounts.globalAdmin.id,
      'nobody',
      'nowhere',
      token,
    ])
      expect(text).not.toContain(secret);
  });

  test('are for whoever sends the token, and nobody else', async () => {
    for (const authorization of ['', 'Bearer', `Bearer ${token}x`, `Basic ${token}`, token]) {
      const response = await scrape(authorization);
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain('undersign_');
    }
    await undersign.restart({});
    const without = await scrape(`Bearer ${token}`);
    await undersign.restart();
    expect(without.status).toBe(404);
  });
});
