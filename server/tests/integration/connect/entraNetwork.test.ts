import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAppTokens } from '../../../src/identity/appTokens.ts';
import { openTestClock } from '../../support/sync/testClock.ts';

const mega = 1024 * 1024;
const tenant = '0f1e2d3c-0000-4000-8000-00000000abcd';
const servers: Server[] = [];
let tokenAnswer: RequestListener;
let sent = 0;
let askedElsewhere = 0;
let entra: string;
let elsewhere: string;

const listen = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
};

const json = { 'content-type': 'application/json' };

beforeAll(async () => {
  elsewhere = await listen((_request, response) => {
    askedElsewhere += 1;
    response.writeHead(200, json).end('{}');
  });
  entra = await listen((request, response) => {
    if (request.url?.endsWith('/openid-configuration') !== true) return tokenAnswer(request, response);
    const issuer = `${entra}/${tenant}/v2.0`;
    const endpoints = {
      authorization_endpoint: `${entra}/${tenant}/oauth2/v2.0/authorize`,
      token_endpoint: `${entra}/${tenant}/oauth2/v2.0/token`,
      jwks_uri: `${entra}/common/discovery/v2.0/keys`,
    };
    response.writeHead(200, json).end(JSON.stringify({ issuer, ...endpoints }));
  });
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const endless: RequestListener = (_request, response) => {
  const piece = Buffer.alloc(65_536, ' ');
  const send = (): void => {
    do sent += piece.length;
    while (!response.destroyed && response.write(piece));
  };
  response.writeHead(200, json).on('drain', send);
  send();
};
const bomb: RequestListener = (_request, response) =>
  response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50 * mega, ' ')));
const leadsElsewhere: RequestListener = (_request, response) =>
  response.writeHead(307, { location: `${elsewhere}/token` }).end();
const page: RequestListener = (_request, response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in to the network</title>');

test.each([
  ['without end', endless],
  ['that grows when it is unpacked', bomb],
  ['that leads to another host', leadsElsewhere],
  ['of a proxy', page],
])('an answer %s in place of a token is left, and is trouble that passes', async (_name, answer) => {
  tokenAnswer = answer;
  const tokens = openAppTokens({
    entraAuthority: entra,
    graphUrl: entra,
    clientId: '11111111-1111-4111-8111-111111111111',
    clientSecret: 'a secret that goes nowhere else',
    clock: openTestClock(() => Date.now()),
  });
  await expect(tokens.acquire(tenant)).rejects.toMatchObject({ code: 'entra-unavailable' });
  // What the network holds on the way comes on top.
  expect(sent).toBeLessThan(32 * mega);
  expect(askedElsewhere).toBe(0);
});
