import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Run } from '../../../src/contract/sync/sync.ts';
import { pathTemplate } from '../../../src/graph/http/pathTemplate.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

/** Takes in what a collector is sent: protobuf, in which names and values stand as they are. */
const openCollector = async () => {
  const bodies: Buffer[] = [];
  const paths = new Set<string>();
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      paths.add(`${request.method ?? ''} ${request.url ?? ''} ${request.headers['content-type'] ?? ''}`);
      bodies.push(Buffer.concat(pieces));
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    paths,
    text: () => Buffer.concat(bodies).toString('latin1'),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};

describe('spans for a collector', () => {
  let undersign: Undersign;
  let collector: Awaited<ReturnType<typeof openCollector>>;
  let run: Run;
  let told: string;
  beforeAll(async () => {
    collector = await openCollector();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector.url;
    undersign = await startUndersign({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
    const api = await undersign.connectedAdmin();
    run = await pickAndSync(api, everyone);
    await api.raw(`/api/teammates?search=${encodeURIComponent('Vermeer canary')}&limit=5`);
    await api.raw(`/api/teammates/${undersign.simulator.tenant.accounts.dutch.id}?code=canary`);
    await api.raw('/canary?code=canary');
    await fetch(`${undersign.url}/health/live`);
    await undersign.close();
    told = collector.text();
  });
  afterAll(async () => {
    delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
    await collector.close();
  });

  test('say what was asked by its template, which run it was, and what Graph was asked', () => {
    expect([...collector.paths]).toEqual(['POST /v1/traces application/x-protobuf']);
    for (const name of [
      'GET /api/teammates/:id',
      'POST /api/sync/runs',
      'run sync',
      run.id,
      'GET /v1.0/users',
      'url.template',
      'undersign.graph.outcome',
      'service.version',
    ])
      expect([name, told.includes(name)]).toEqual([name, true]);
  });

  test('name no person, no id of the directory, no tenant, no token and nothing of a query', () => {
    const { id, domain, accounts, clientSecret } = undersign.simulator.tenant;
    const { users } = undersign.simulator.directory;
    const people = users.order.flatMap((userId) => [
      userId,
      undersign.simulator.directory.findUser(userId)?.displayName ?? userId,
    ]);
    const secrets = [id, domain, clientSecret, accounts.dutch.id, 'canary', 'Vermeer', 'Bearer', '$select', ...people];
    expect(secrets.filter((secret) => told.includes(Buffer.from(secret).toString('latin1')))).toEqual([]);
    expect(told).not.toContain('/health');
  });

  test('of any address keep no part that is not a word of the API', () => {
    expect(pathTemplate('https://graph.microsoft.com/v1.0/users/anna@lindenhof.example/photos/96x96/$value?$x=1')).toBe(
      '/v1.0/users/{}/photos/{}/$value',
    );
  });
});

test('without a collector nothing of OpenTelemetry is loaded', async () => {
  const { openTracer } = await import('../../../src/assembly/openTracer.ts');
  expect(await openTracer({ traces: null }, '0.0.0')).toBeUndefined();
});
