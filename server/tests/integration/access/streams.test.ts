import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { openDisguised, openForeigner } from '../../support/people/foreignTenant.ts';
import { everyoneUnfiltered } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const mostOfPerson = 20;

describe('how many event streams are open at once', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    admin = await undersign.connectedAdmin();
    await admin.put('/api/selection', { selection: everyoneUnfiltered, revision: 0 });
  });
  afterAll(() => undersign.close());

  const accounts = () => undersign.simulator.tenant.accounts;
  const open = async (api: ApiClient, path = '/api/events') => {
    const leaving = new AbortController();
    const response = await api.raw(path, { signal: leaving.signal });
    if (!response.ok) await response.arrayBuffer();
    const leave = () => {
      leaving.abort();
    };
    return { status: response.status, retryAfter: response.headers.get('retry-after'), response, leave };
  };
  /** The server hears of somebody who left when their connection is closed, which is soon. */
  const untilOneFits = async (api: ApiClient) => {
    for (;;) {
      const stream = await open(api);
      if (stream.status === 200) return stream;
    }
  };

  test('one person’s streams are counted, hold up nobody else, and are counted down when their reader goes away', async () => {
    const streams = await Promise.all(Array.from({ length: mostOfPerson }, () => open(admin)));
    expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: mostOfPerson }, () => 200));
    expect(await open(admin)).toMatchObject({ status: 429, retryAfter: '30' });
    const colleague = await undersign.signIn(accounts().teammate.userPrincipalName);
    expect((await colleague.api.raw('/api/me/signature')).status).not.toBe(429);
    const userId = '44444444-4444-4444-8444-444444444444';
    const other = await open(await openDisguised(undersign, accounts().globalAdmin.userPrincipalName, { userId }));
    expect(other.status).toBe(200);
    streams[0]?.leave();
    const next = await untilOneFits(admin);
    expect((await open(admin)).status).toBe(429);
    for (const stream of [...streams, other, next]) stream.leave();
  });

  test('those that have had their ten minutes are counted down, of the tenant and of a run', async () => {
    undersign.simulator.faults.add({ kind: 'status', status: 429, retryAfter: 1200, path: '/v1.0/users*' });
    const run = await admin.post<Run>('/api/sync/runs');
    const ofRun = `/api/sync/runs/${run.id}/events`;
    const first = await untilOneFits(admin);
    const others = await Promise.all(Array.from({ length: mostOfPerson - 1 }, () => open(admin, ofRun)));
    expect((await open(admin, ofRun)).status).toBe(429);
    undersign.simulator.clock.advance(10 * 60_000);
    const said = await Promise.all([first, ...others].map(({ response }) => response.text()));
    expect(said[1]).not.toMatch(/"status":"(succeeded|failed|cancelled)"/);
    const again = await Promise.all(Array.from({ length: mostOfPerson }, () => open(admin)));
    expect(again.map(({ status }) => status)).not.toContain(429);
    for (const stream of again) stream.leave();
    await admin.post(`/api/sync/runs/${run.id}/cancel`);
    undersign.simulator.faults.clear();
    expect((await admin.finished(run)).status).toBe('cancelled');
    // What Graph asked for is waited out, whoever waited.
    undersign.simulator.clock.advance(20 * 60_000);
  });

  test('a tenant that never connected is told its marks once, and holds no connection', async () => {
    const stranger = await openForeigner(undersign, accounts().globalAdmin.userPrincipalName);
    const told = await Promise.all(Array.from({ length: 5 }, async () => (await stranger.raw('/api/events')).text()));
    for (const text of told) expect(text).toMatch(/^event: marks\n.+\n\nevent: not-followed\ndata: \{\}\n\n$/);
  });
});
