import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { endpoints } from '../../../src/contract/endpoints.ts';
import type { AuditEntry } from '../../../src/contract/manage/audit.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { rawHttp } from '../../support/http/rawHttp.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const readable = Object.entries<Endpoint>(endpoints).filter(([, { method }]) => method === 'get');
const streams = readable.filter(([, { contentType }]) => contentType === 'text/event-stream');

describe('a HEAD', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  let accessToken: string;
  let runId: string;
  beforeAll(async () => {
    undersign = await startUndersign();
    admin = await undersign.connectedAdmin();
    ({ accessToken } = await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName));
    await admin.put('/api/selection', { selection: everyone, revision: 0 });
    runId = (await admin.finished(await admin.post<Run>('/api/sync/runs'))).id;
  });
  afterAll(() => undersign.close());

  const pathOf = ({ path }: Endpoint): string =>
    path.replaceAll(/\{\w+\}/g, path.includes('/runs/') ? runId : undersign.simulator.tenant.accounts.dutch.id);
  const head = (path: string): Promise<Response> =>
    fetch(undersign.url + path, {
      method: 'HEAD',
      redirect: 'manual',
      headers: { authorization: `Bearer ${accessToken}` },
    });

  /** Of what is read, whatever stands in the audit trail. */
  const told = async (): Promise<readonly string[]> => {
    const { items } = await admin.get<{ items: readonly AuditEntry[] }>('/api/audit?limit=200');
    const names = readable.map(([name]) => name);
    return items.map(({ action }) => action).filter((action) => names.includes(action));
  };

  test.each(streams)(
    'of a stream ends at its headers, and who comes next on the connection is answered: %s',
    async (_name, route) => {
      const ofStream = [`HEAD ${pathOf(route)} HTTP/1.1`, 'Host: localhost', `Authorization: Bearer ${accessToken}`];
      const next = ['GET /api/config HTTP/1.1', 'Host: localhost', 'Connection: close'];
      const said = await rawHttp(undersign.url, [...ofStream, '', ...next, '', ''].join('\r\n'));
      expect(said.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
      expect(said).toMatch(/content-type: text\/event-stream[\s\S]*"clientId"/i);
    },
  );

  test('opens no stream, however many are sent', async () => {
    for (let sent = 0; sent < 25; sent += 1) expect((await head('/api/events')).status).toBe(200);
    const stream = await admin.raw('/api/events');
    expect(stream.status).toBe(200);
    await stream.body?.cancel();
  });

  test('ends for every address that can be read, and stands in no audit trail', async () => {
    const before = await told();
    const broken: string[] = [];
    for (const [name, route] of readable) {
      const response = await head(pathOf(route));
      if (response.status >= 500 || (await response.text()) !== '') broken.push(`${name} ${String(response.status)}`);
    }
    expect(broken).toEqual([]);
    expect(await told()).toEqual(before);
  });

  test('is refused to whom a GET is', async () => {
    for (const [, route] of streams)
      expect((await fetch(undersign.url + pathOf(route), { method: 'HEAD' })).status).toBe(401);
  });

  test('of the address to which Entra leads back uses up no consent', async () => {
    const { url } = await admin.post<{ url: string }>('/api/connection/consent', { returnTo: 'page' });
    const state = new URL(url).searchParams.get('state') ?? '';
    const back = `/api/connection/consent/callback?admin_consent=True&tenant=${undersign.simulator.tenant.id}&state=${state}`;
    expect((await head(back)).status).toBe(200);
    expect((await admin.raw(back)).headers.get('location')).toMatch(/consent=connected$/);
  });
});
