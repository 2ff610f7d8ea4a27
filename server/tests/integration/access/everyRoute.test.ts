import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '../../../src/contract/endpoints.ts';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { noConnection } from '../../../src/domain/connection/connection.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { foreignTenant, openDisguised, openForeigner } from '../../support/people/foreignTenant.ts';
import { isThorough } from '../../support/isThorough.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const nowhere = '33333333-3333-4333-8333-333333333333';
/** The one that ends the connection comes last. */
const routes: readonly Endpoint[] = Object.values<Endpoint>(endpoints).sort(
  (left, right) => Number(left === endpoints.deleteConnection) - Number(right === endpoints.deleteConnection),
);

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly text: string;
}

const pathOf = ({ path }: Endpoint, id: string): string => path.replaceAll(/\{\w+\}/g, encodeURIComponent(id));

/** What there is to read of it: no pictures, and nothing of an answer that does not end. */
const textOf = async (response: Response): Promise<string> => {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('image/')) return '';
  if (response.status >= 400 || !type.startsWith('text/event-stream')) return response.text();
  await response.body?.cancel();
  return '';
};

const send = async (
  api: ApiClient,
  route: Endpoint,
  { path, body }: { path: string; body?: RequestInit['body'] },
): Promise<Answer> => {
  const response = await api.raw(path, {
    method: route.method.toUpperCase(),
    ...(route.method === 'get' || body === undefined ? {} : { body }),
  });
  const text = await textOf(response);
  const problem = response.status >= 400 ? (JSON.parse(text) as { code: string }) : { code: '' };
  return { status: response.status, code: problem.code, text };
};

describe('every route', () => {
  let undersign: Undersign;
  let runId: string;
  let teammateId: string;
  beforeAll(async () => {
    undersign = await startUndersign();
    const admin = await undersign.connectedAdmin();
    await admin.put('/api/selection', { selection: everyone, revision: 0 });
    runId = (await admin.finished(await admin.post<Run>('/api/sync/runs'))).id;
    teammateId = undersign.simulator.tenant.accounts.dutch.id;
  });
  afterAll(() => undersign.close());

  const disguised = (roles: readonly string[], wids: readonly string[]) =>
    openDisguised(undersign, undersign.simulator.tenant.accounts.teammate.userPrincipalName, { roles, wids });

  test('is what the description lists', async () => {
    const document = (await (await fetch(`${undersign.url}/api/openapi.json`)).json()) as {
      paths: Readonly<Record<string, Readonly<Record<string, { security?: unknown }>>>>;
    };
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => [method, path, security !== undefined].join(' ')),
    );
    const mounted = routes.map(({ method, path, access }) => [method, path, access !== 'public'].join(' '));
    expect(described.sort()).toEqual(mounted.sort());
  });

  const rank = { public: 0, signedIn: 1, auditor: 2, designer: 3, admin: 4 } as const;
  const callers = [
    ['nobody', 0, null],
    ['a teammate', 1, []],
    ['an auditor', 2, ['Undersign.Auditor']],
    ['somebody who designs', 3, ['Undersign.Designer']],
    ['an administrator', 4, ['Undersign.Admin']],
  ] as const;

  test.each(callers)('lets in %s where it declares so, and nowhere else', async (_name, mine, appRoles) => {
    const api = appRoles === null ? null : await disguised(appRoles, []);
    const refusal = api === null ? '401 not-signed-in' : '403 forbidden';
    const wrong: string[] = [];
    const asked = routes.filter((route) => route.access !== 'public' && route !== endpoints.deleteConnection);
    for (const route of asked) {
      const path = pathOf(route, nowhere);
      const init = { method: route.method.toUpperCase(), ...(route.method === 'get' ? {} : { body: '{}' }) };
      const response = await (api === null ? fetch(undersign.url + path, init) : api.raw(path, init));
      const { code = '' } = response.status < 400 ? {} : ((await response.json()) as { code: string });
      const isRefused = `${String(response.status)} ${code}` === refusal;
      if (isRefused !== mine < rank[route.access])
        wrong.push(`${route.method} ${path}: ${String(response.status)} ${code}`);
    }
    expect(wrong).toEqual([]);
  });

  test('gives an administrator of another tenant nothing of ours, whatever ids they know', async () => {
    const engine = await undersign.store.open();
    const { connections } = openRepositories(engine);
    // Known here, so that nothing is refused for that; its directory is out of reach.
    await connections.save(foreignTenant, {
      ...noConnection,
      state: 'revoked',
      firstConnectedAt: '2026-01-01T00:00:00Z',
    });
    await engine.close();
    const { accounts, id, domain, name } = undersign.simulator.tenant;
    const stranger = await openForeigner(undersign, accounts.globalAdmin.userPrincipalName);
    const wrong: string[] = [];
    const secrets = [id, runId, teammateId, domain, name, accounts.dutch.displayName];
    for (const route of routes.filter(({ access }) => access !== 'public')) {
      for (const known of route.path.includes('{') ? [runId, teammateId] : ['']) {
        const { status, text } = await send(stranger, route, { path: pathOf(route, known), body: '{}' });
        const isEmpty = [400, 404, 409, 413, 415, 422].includes(status) || text.startsWith('{"items":[]');
        const isFound = known !== '' && !isEmpty;
        // The stranger's own token carries the name of the person it was made from.
        const leaked = secrets.filter((secret) => text.includes(secret));
        if (isFound || status === 500 || (leaked.length > 0 && route !== endpoints.getSession))
          wrong.push(`${route.method} ${route.path} ${String(status)} ${leaked.join()}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  const texts: readonly string[] = [
    ...['', ' ', '\u0000', '\ufffe', '\u202e', '🙂', '٣', '\n', 'a'.repeat(1500), '%', '%25', "'; --", '../../..'],
    ...[
      '__proto__',
      'constructor',
      'toString',
      '{"$gt":""}',
      '.*',
      '-1',
      '1e999',
      'NaN',
      'null',
      'true',
      '[object Object]',
    ],
  ];
  const rawQueries = ['%ED%A0%80', '%zz', '%00', '%ff', 'x=1&x=2', '[]=1', '[__proto__][a]=1', '[0][1]=1', '&&&==&'];
  const values: readonly unknown[] = [
    ...[null, true, 0, -1, 1.5, 1e308, '', ' ', '\u0000', '\ud800', 'a'.repeat(5000), [], {}, [null], [[]], { a: {} }],
    ...[nowhere, '2026-01-01', 'https://[', 'javascript:alert(1)', ['a', 'a'], { length: 1e9 }, { toString: 1 }],
  ];
  const bodies: readonly (string | Uint8Array<ArrayBuffer>)[] = [
    ...[
      '',
      '{',
      'null',
      '[]',
      '"a"',
      '1',
      '{"__proto__":{"a":1}}',
      '{"constructor":{"prototype":{"a":1}}}',
      '\ufeff{}',
    ],
    ...['{"a":1,"a":2}', `${'['.repeat(5000)}${']'.repeat(5000)}`, `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`],
    ...['{"a":"\\ud800"}', '{"a":1e99999}', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), '\u0000'],
  ];

  /** One of so many is tried on a route, another on the next, so that each meets a part of them all. */
  const shared = <T>(all: readonly T[], route: number, among: number): readonly T[] =>
    all.filter((_, index) => isThorough || (index + route) % among === 0);

  const bodiesOf = ({ body }: Endpoint, at: number): readonly (string | Uint8Array<ArrayBuffer>)[] => {
    const fields = Object.keys(body?.shape ?? {});
    const filled = shared(values, at, 4).flatMap((value) => [
      JSON.stringify(Object.fromEntries(fields.map((field) => [field, value]))),
      ...fields.slice(0, 1).map((field) => JSON.stringify({ [field]: { [field]: value } })),
    ]);
    // What is no JSON is refused before anything knows which route it is for.
    return [...new Set([...shared(bodies, at, 8), ...filled])];
  };
  const queriesOf = ({ query }: Endpoint, at: number): readonly string[] => {
    const names = Object.keys(query?.shape ?? {});
    const all = (write: (name: string) => string): string => names.map(write).join('&');
    return [
      ...shared(texts, at, 4).map((text) => all((name) => `${name}=${encodeURIComponent(text)}`)),
      ...shared(rawQueries, at, 4).map((raw) =>
        all((name) => (raw.includes('=') ? `${name}${raw}` : `${name}=${raw}`)),
      ),
    ];
  };

  test('answers rubbish with what is wrong about it, never with a fault of ours', async () => {
    const { accounts } = undersign.simulator.tenant;
    const broken: string[] = [];
    for (const [at, route] of routes.entries()) {
      // A person for each route: one alone would meet the limit of requests.
      const userId = nowhere.replace(/..$/, at.toString(16).padStart(2, '0'));
      const api = await openDisguised(undersign, accounts.globalAdmin.userPrincipalName, { userId });
      const ask = async (path: string, body?: string | Uint8Array<ArrayBuffer>): Promise<void> => {
        const { status, code } = await send(api, route, { path, ...(body === undefined ? {} : { body }) });
        if (status >= 500) broken.push(`${route.method} ${path.slice(0, 200)} ${String(body).slice(0, 80)}: ${code}`);
      };
      if (route.path.includes('{'))
        for (const id of shared(texts, at, 2).filter((text) => !['', '../../..'].includes(text)))
          await ask(pathOf(route, id), '{}');
      for (const query of route.query === undefined ? [] : queriesOf(route, at))
        await ask(`${pathOf(route, teammateId)}?${query}`, '{}');
      for (const body of route.method === 'get' ? [] : bodiesOf(route, at)) await ask(pathOf(route, nowhere), body);
    }
    expect(broken).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
    expect(undersign.logger.lines.filter((line) => line.includes('"code":"internal"'))).toEqual([]);
  });
});
