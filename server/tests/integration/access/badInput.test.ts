import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SavedSelection } from '../../../src/contract/people/selection.ts';
import type { Run, RunPage } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { rawGet, rawHttp } from '../../support/http/rawHttp.ts';
import { everyone, nobody, picked } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const nowhere = '00000000-0000-4000-8000-000000000000';

describe('bad input', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
  });
  beforeEach(() => {
    undersign.simulator.faults.clear();
  });
  afterAll(() => undersign.close());

  const saved = () => api.get<SavedSelection>('/api/selection');
  const put = (selection: unknown, revision: number) => api.put('/api/selection', { selection, revision });

  test('a body of more than a megabyte is refused as too large', async () => {
    const people = [{ id: nowhere, displayName: 'x'.repeat(1_100_000) }];
    expect(await api.problem(put({ ...nobody, people }, 0))).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  test.each(['{', '{"selection":', 'null', '"text"', '[]', '{"a":1}x', 'undefined', '\u0000'])(
    'a body that is no JSON object is refused: %j',
    async (body) => {
      const response = await api.raw('/api/selection', { method: 'PUT', body });
      expect(response.status).toBe(400);
      const problem = (await response.json()) as { code: string };
      expect(['invalid-json', 'invalid-request']).toContain(problem.code);
    },
  );

  test('wrong types are refused all at once, each with its place', async () => {
    const selection = { ...nobody, everyone: 'yes', people: [{ id: 'me' }], filters: { ...nobody.filters, guests: 1 } };
    const problem = await api.problem(put(selection, -1));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(problem.errors?.map(({ path }) => path).sort()).toEqual([
      'body.revision',
      'body.selection.everyone',
      'body.selection.filters.guests',
      'body.selection.people.0.displayName',
      'body.selection.people.0.id',
    ]);
  });

  test.each([
    ['the same person twice', { people: [picked(nowhere), picked(nowhere)] }],
    ['the same person twice, once in capitals', { people: [picked(inCase('a')), picked(inCase('A'))] }],
    ['more picks than anybody makes', { groups: Array.from({ length: 2001 }, (_, at) => picked(guid(at))) }],
    ['an address in place of a domain', { filters: { ...nobody.filters, domains: ['me@example.com'] } }],
  ])('a selection with %s is refused', async (_name, change) => {
    expect(await api.problem(put({ ...nobody, ...change }, 0))).toMatchObject({ code: 'invalid-request' });
  });

  test('ids the directory does not have are named, and nothing is saved', async () => {
    const before = await saved();
    const { dutch } = undersign.simulator.tenant.accounts;
    const selection = { ...nobody, people: [picked(dutch.id), picked(nowhere)], excludedGroups: [picked(guid(7))] };
    const problem = await api.problem(put(selection, before.revision));
    expect(problem).toMatchObject({ status: 422, code: 'unknown-ids' });
    expect([...(problem.values?.['ids'] as string[])].sort()).toEqual([guid(7), nowhere].sort());
    expect(await saved()).toEqual(before);
  });

  test('a person picked as a group is not found as one', async () => {
    const { dutch } = undersign.simulator.tenant.accounts;
    const problem = await api.problem(put({ ...nobody, groups: [picked(dutch.id)] }, (await saved()).revision));
    expect(problem).toMatchObject({ code: 'unknown-ids', values: { ids: [dutch.id] } });
  });

  test('a selection somebody else has changed meanwhile is not overwritten', async () => {
    const { revision } = await saved();
    await put(everyone, revision);
    expect(await api.problem(put(nobody, revision))).toMatchObject({ status: 412, code: 'selection-changed' });
    expect(await saved()).toMatchObject({ revision: revision + 1, selection: { everyone: true } });
  });

  test('of two that save at the same moment one is told', async () => {
    const { revision } = await saved();
    const results = await Promise.allSettled([put(everyone, revision), put(everyone, revision)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('an empty selection can be saved, but neither previewed nor synced', async () => {
    await put(nobody, (await saved()).revision);
    const before = await api.get<RunPage>('/api/sync/runs');
    for (const path of ['/api/sync/preview', '/api/sync/runs'])
      expect(await api.problem(api.post(path))).toMatchObject({ status: 409, code: 'selection-empty' });
    expect(await api.get<RunPage>('/api/sync/runs')).toEqual(before);
  });

  test('keys that would change every object change none and are not saved', async () => {
    const { revision } = await saved();
    const body = `{"selection":${JSON.stringify(everyone).slice(0, -1)},"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}},"revision":${String(revision)},"__proto__":{"polluted":true}}`;
    expect((await api.raw('/api/selection', { method: 'PUT', body })).status).toBe(200);
    expect(Object.hasOwn(Object.prototype, 'admin') || Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(JSON.stringify(await saved())).not.toMatch(/admin|polluted/);
  });

  test.each([
    ['/api/teammates/me', 400],
    [`/api/teammates/${nowhere}`, 404],
    [`/api/sync/runs/${nowhere}`, 404],
    [`/api/sync/runs/${nowhere}/events`, 404],
    [`/api/sync/runs/${nowhere}/plan`, 404],
    [`/api/sync/runs/${nowhere}/changes`, 404],
    ['/api/sync/runs/%zz', 400],
    ['/api/teammates?limit=0', 400],
    ['/api/teammates?limit=201', 400],
    ['/api/teammates?limit=ten', 400],
    ['/api/teammates?status=gone', 400],
    ['/api/teammates?view=everything', 400],
    ['/api/teammates?sort=phone', 400],
    ['/api/teammates/export?order=down', 400],
    [`/api/teammates/counts?search=${'x'.repeat(121)}`, 400],
    ['/api/teammates?search=a&search=b', 400],
    [`/api/teammates?search=${'x'.repeat(121)}`, 400],
    ['/api/directory/users?limit=101', 400],
    ['/api/me/signature?composeType=letter', 400],
    [`/api/teammates/${nowhere}/signature`, 404],
    [`/api/teammates/${nowhere}/signature?composeType=letter`, 400],
    ['/api/nothing/here', 404],
    ['/api', 404],
    ['/nothing-here', 404],
    ['/manifest.xml', 409],
  ])('%s answers %i with a problem', async (path, status) => {
    const response = await api.raw(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ requestId: response.headers.get('x-request-id') });
  });

  test.each(['POST', 'PATCH', 'PUT', 'DELETE'])('%s where only GET is known is a problem, too', async (method) => {
    const response = await api.raw('/api/session', { method });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'not-found']);
  });

  test('HEAD answers like GET without a body', async () => {
    const response = await fetch(`${undersign.url}/api/config`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test.each([
    'garbage',
    'bnVsbA',
    Buffer.from('["name",false,"a"]').toString('base64url'),
    Buffer.from('["name",false,{"$gt":""},"x"]').toString('base64url'),
  ])('a cursor nobody handed out is refused: %s', async (cursor) => {
    for (const path of ['/api/teammates', '/api/sync/runs'])
      expect(await api.problem(api.get(`${path}?cursor=${cursor}`))).toMatchObject({ status: 400, code: 'bad-cursor' });
  });

  test('cursors of the directory lead back to the list and the tenant they came from and nowhere else', async () => {
    const users = await api.get<{ cursor: string }>('/api/directory/users?limit=1');
    const groups = await api.get<{ cursor: string }>('/api/directory/groups?limit=1');
    const { url } = undersign.simulator;
    expect(Buffer.from(users.cursor, 'base64url').toString('latin1')).not.toMatch(/v1\.0|skiptoken/);
    const requests = undersign.simulator.faults.add({ kind: 'slow', milliseconds: 0, path: '/v1.0/*' });
    for (const cursor of [
      'garbage',
      groups.cursor,
      users.cursor.slice(0, -4),
      'https://evil.example/v1.0/users?$skiptoken=x',
      `${url}/v1.0/users?$top=1`,
      `${url}/v1.0/groups?$top=1`,
      'file:///etc/passwd',
    ]) {
      const problem = await api.problem(api.get(`/api/directory/users?cursor=${encodeURIComponent(cursor)}`));
      expect([cursor, problem.status, problem.code]).toEqual([cursor, 400, 'bad-cursor']);
    }
    expect(undersign.simulator.faults.list().find(({ id }) => id === requests)?.struck).toBe(0);
    expect(await api.get(`/api/directory/users?limit=1&cursor=${users.cursor}`)).toHaveProperty('items');
  });

  test('a cursor of the directory that Graph no longer knows is the caller’s to drop', async () => {
    const { cursor } = await api.get<{ cursor: string }>('/api/directory/users?limit=1');
    undersign.simulator.faults.add({
      kind: 'status',
      status: 400,
      code: 'Directory_ExpiredPageToken',
      path: '/v1.0/users?*',
    });
    expect(await api.problem(api.get(`/api/directory/users?limit=1&cursor=${cursor}`))).toMatchObject({
      status: 400,
      code: 'bad-cursor',
    });
  });

  test.each(['"quotes"', '\\', ')(', "' or 1 eq 1", '%', '*', 'é', '🙂', '$count=true', '"displayName:a" OR'])(
    'any text can be searched for: %s',
    async (search) => {
      for (const list of ['users', 'groups', 'administrative-units'])
        expect(await api.get(`/api/directory/${list}?search=${encodeURIComponent(search)}`)).toHaveProperty('items');
      expect(await api.get(`/api/teammates?search=${encodeURIComponent(search)}`)).toHaveProperty('items');
    },
  );

  test('nobody without a token gets anything but what is public', async () => {
    for (const path of ['session', 'connection', 'selection', 'teammates', 'sync/runs', 'me', 'directory/users']) {
      const response = await fetch(`${undersign.url}/api/${path}`);
      expect([path, response.status, ((await response.json()) as { code: string }).code]).toEqual([
        path,
        401,
        'not-signed-in',
      ]);
    }
  });

  test.each(['Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b', 'bearer x.y.z'])(
    'a header that is no token is refused: %s',
    async (authorization) => {
      expect((await fetch(`${undersign.url}/api/session`, { headers: { authorization } })).status).toBe(401);
    },
  );

  test('a teammate may see their own things and nobody else’s', async () => {
    const teammate = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    for (const path of ['selection', 'teammates', 'sync/runs', 'directory/users', `teammates/${nowhere}`])
      expect(await teammate.api.problem(teammate.api.get(`/api/${path}`))).toMatchObject({ code: 'forbidden' });
    for (const path of ['sync/runs', 'sync/preview', 'connection/check', `sync/runs/${nowhere}/cancel`])
      expect(await teammate.api.problem(teammate.api.post(`/api/${path}`))).toMatchObject({ code: 'forbidden' });
    expect(await teammate.api.problem(teammate.api.delete('/api/connection'))).toMatchObject({ code: 'forbidden' });
    const { globalAdmin } = undersign.simulator.tenant.accounts;
    const path = `/api/teammates/${globalAdmin.id}/signature`;
    expect(await teammate.api.problem(teammate.api.get(path))).toMatchObject({ code: 'forbidden' });
  });

  test('one preview at a time: the second is told which one is under way', async () => {
    undersign.simulator.faults.add({ kind: 'hold', path: '/v1.0/users*' });
    const results = await Promise.allSettled([
      api.post<Run>('/api/sync/preview', { selection: everyone }),
      api.post<Run>('/api/sync/preview', { selection: everyone }),
    ]);
    const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(started).toHaveLength(1);
    const problem = await api.problem(api.post('/api/sync/preview', { selection: everyone }));
    expect(problem).toMatchObject({ status: 409, code: 'run-in-progress', values: { runId: started[0]!.id } });

    await api.post(`/api/sync/runs/${started[0]!.id}/cancel`);
    await api.post(`/api/sync/runs/${started[0]!.id}/cancel`);
    const ended = await api.finished(started[0]!);
    expect(ended).toMatchObject({ status: 'cancelled', failure: null });
    expect(await api.post<Run>(`/api/sync/runs/${ended.id}/cancel`)).toEqual(ended);
    expect(await api.problem(api.post(`/api/sync/runs/${nowhere}/cancel`))).toMatchObject({ status: 404 });
  });
});

describe('requests no browser would send', () => {
  let undersign: Undersign;
  beforeAll(async () => {
    undersign = await startUndersign();
  });
  afterAll(() => undersign.close());

  test.each([
    '/../package.json',
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../../package.json',
    '//etc/passwd',
    '/%00',
    '/%',
    '/.env',
    '/.well-known/../../../package.json',
    '/assets/',
  ])('%s leads nowhere', async (path) => {
    const answer = await rawGet(undersign.url, path);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|403|404) /);
    expect(answer).not.toMatch(/"dependencies"|root:/);
    expect(answer).toMatch(/application\/problem\+json/i);
  });

  test('line breaks in the address or in a header add no header', async () => {
    const split = await rawGet(undersign.url, '/api/connection/consent/callback?state=x%0d%0aSet-Cookie:%20a=b');
    expect(split).toMatch(/^HTTP\/1\.1 303 /);
    expect(split).not.toMatch(/set-cookie/i);
    expect(await rawHttp(undersign.url, 'GET / HTTP/1.1\r\nHost: a\r\nX-A: b\rc\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('the pane comes compressed to those who take that, and plain to everybody else', async () => {
    const page = await (await fetch(`${undersign.url}/`)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? 'there is no script';
    const ask = (encoding: string) => fetch(undersign.url + script, { headers: { 'accept-encoding': encoding } });
    const plain = await ask('identity');
    expect(plain.headers.get('content-encoding')).toBeNull();
    const code = await plain.text();
    for (const encoding of ['br', 'gzip']) {
      const answer = await ask(encoding);
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('content-type')).toMatch(/javascript/);
      expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
      expect(answer.headers.get('cache-control')).toMatch(/immutable/);
      expect((await answer.text()) === code).toBe(true);
    }
  });

  test('an address of many kilobytes is refused without harm', async () => {
    expect(await rawGet(undersign.url, `/api/config?x=${'y'.repeat(20_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
    expect((await fetch(`${undersign.url}/health/ready`)).status).toBe(200);
  });

  test('the simple pages of operation answer everybody', async () => {
    for (const path of ['/health/live', '/health/ready', '/api/config', '/api/openapi.json'])
      expect([path, (await fetch(undersign.url + path)).status]).toEqual([path, 200]);
  });

  test('nothing tells which software answers, and the pages forbid what they do not need', async () => {
    const { headers } = await fetch(`${undersign.url}/`);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*object-src 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
  });
});

function guid(at: number): string {
  return `00000000-0000-4000-8000-${at.toString().padStart(12, '0')}`;
}

function inCase(letter: string): string {
  return `${letter.repeat(8)}-0000-4000-8000-000000000000`;
}
