import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { rawHttp } from '../../support/http/rawHttp.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('what a request may cost before it is known who asks', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
  });
  afterAll(() => undersign.close());

  test.each([
    ['PUT', '/api/selection'],
    ['PUT', '/api/connection/registration'],
    ['POST', '/api/sync/preview'],
  ])('%s %s without a token is answered before a byte of its body was read', async (method, path) => {
    const head = [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Content-Type: application/json'];
    // A million bytes are announced and none is sent: whoever waited for them would wait for ever.
    const request = [...head, 'Content-Length: 1000000', 'Connection: close', '\r\n'].join('\r\n');
    expect(await rawHttp(undersign.url, request)).toMatch(/^HTTP\/1\.1 401 [\s\S]*not-signed-in/);
  });

  test.each(['/API/config', '/Api/config', '/api/Config', '/API/me'])(
    'an address in other letters is none of the API, whose answers have headers of their own: %s',
    async (path) => {
      const response = await fetch(`${undersign.url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not-found' });
    },
  );

  test('nothing is inflated, for nobody: a thousand packed bytes can be a megabyte', async () => {
    const body = gzipSync(JSON.stringify({ selection: ' '.repeat(1_000_000) }));
    const headers = { 'content-encoding': 'gzip' };
    const response = await api.raw('/api/selection', { method: 'PUT', body, headers });
    expect([response.status, await response.json()]).toMatchObject([415, { code: 'invalid-request' }]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a body of another kind is refused as such: %s',
    async (type) => {
      const sent = api.raw('/api/selection', { method: 'PUT', body: 'a=b', headers: { 'content-type': type } });
      expect((await sent).status).toBe(415);
    },
  );

  test('a form takes kilobytes and not the megabyte of a selection', async () => {
    const form = { tenantId: ' '.repeat(100_000), clientId: '' };
    expect(await api.problem(api.put('/api/connection/registration', form))).toMatchObject({
      status: 413,
      code: 'body-too-large',
    });
  });

  test.each([
    ['/api/nothing?code=canary', 404],
    ['/nothing?access_token=canary', 404],
    ['/api/session?token=canary', 200],
    ['/api/teammates?search=canary&limit=0', 400],
    ['/api/directory/users?cursor=canary', 400],
    ['/api/connection/consent/callback?state=canary&code=canary&error=canary&error_description=canary', 303],
  ])('what stands in a query is neither answered nor logged: %s', async (path, status) => {
    const response = await api.raw(path);
    expect(response.status).toBe(status);
    const answer = [await response.text(), JSON.stringify([...response.headers])].join();
    expect([answer, ...undersign.logger.lines].filter((line) => line.includes('canary'))).toEqual([]);
  });

  test('large notifications are refused by their bytes long before their number says anything', async () => {
    const body = JSON.stringify({ value: [{ clientState: 'x'.repeat(500_000) }] });
    const statusOf = async (sent: string): Promise<number> => {
      const response = await fetch(`${undersign.url}/api/notifications`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: sent,
      });
      await response.arrayBuffer();
      return response.status;
    };
    const statuses: number[] = [];
    undersign.simulator.clock.hold();
    while (!statuses.includes(429) && statuses.length < 40) statuses.push(await statusOf(body));
    expect([statuses[0], statuses.at(-1)]).toEqual([202, 429]);
    undersign.simulator.clock.advance(61_000);
    expect(await statusOf('{"value":[]}')).toBe(202);
  });

  test('one person’s flood is refused to that person, and not to the colleague behind the same address', async () => {
    const { accounts } = undersign.simulator.tenant;
    const flooding = await undersign.signIn(accounts.reader.userPrincipalName);
    const colleague = await undersign.signIn(accounts.teammate.userPrincipalName);
    const statusOf = async (client: ApiClient): Promise<number> => {
      const response = await client.raw('/api/session');
      await response.arrayBuffer();
      return response.status;
    };
    // All within one minute, for which the limit is.
    undersign.simulator.clock.hold();
    let isRefused = false;
    for (let sent = 0; sent < 1250 && !isRefused; sent += 50) {
      const statuses = await Promise.all(Array.from({ length: 50 }, () => statusOf(flooding.api)));
      isRefused = statuses.includes(429);
    }
    expect([isRefused, await statusOf(colleague.api)]).toEqual([true, 200]);
  });
});
