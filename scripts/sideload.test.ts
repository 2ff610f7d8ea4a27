import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express, { type RequestHandler } from 'express';
import type { ApiOptions } from '../server/src/api/apiOptions.ts';
import { officeCloudOf } from '../server/src/api/officeCloud.ts';
import { mountAddinRoutes } from '../server/src/api/routes/installation/addinRoutes.ts';
import { mountManifestRoutes } from '../server/src/api/routes/installation/manifestRoutes.ts';
import { makeCertificate } from '../server/tests/support/makeCertificate.ts';

const projectDir = join(import.meta.dirname, '..');
const { certificate: cert, privateKey: key } = makeCertificate();
let server: Server;
let port: number;
beforeEach(async () => {
  server = createServer({ cert, key }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const publicConfig = { clientId: 'c', authority: 'a', knownAuthorities: [], apiScope: 's' };

/** What an installation serves of the add-in, but for what comes `first`. */
const serve = (publicUrl: string, first: RequestHandler = (_request, _response, next) => next()): void => {
  const options = { projectDir, publicUrl, officeCloud: officeCloudOf('https://graph.microsoft.com'), publicConfig };
  const app = express();
  app.use(first);
  mountManifestRoutes(app, options);
  mountAddinRoutes(app, options as unknown as ApiOptions);
  server.on('request', app);
};

const sideload = (url: string): Promise<{ readonly code: unknown; readonly said: string }> =>
  new Promise((resolve) => {
    // The certificate is nobody's, which is not what is looked at here.
    const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' };
    execFile(process.execPath, [join(projectDir, 'scripts/sideload.ts'), '--url', url], { env }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, said: `${out}${err}` });
    });
  });

test('an installation that has everything its manifest names is ready to be tried, and the manifest is kept', async () => {
  const origin = `https://localhost:${String(port)}`;
  serve(origin);
  const { code, said } = await sideload(origin);
  expect([code, said]).toEqual([0, expect.stringMatching(/All \d\d addresses.*https:\/\/aka\.ms\/olksideload/s)]);
  const folder = join(projectDir, `dist/manifest/localhost-${String(port)}`);
  expect(existsSync(join(folder, 'manifest.xml'))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('what Outlook would not find is named', async () => {
  const origin = `https://localhost:${String(port)}`;
  serve(origin, ({ path }, response, next) => {
    if (path === '/icons/icon-80.png') response.status(404).end('gone');
    else next();
  });
  expect(await sideload(origin)).toEqual({ code: 1, said: expect.stringContaining('/icons/icon-80.png answers 404') });
});

test('an installation that is known by another address is told to say so', async () => {
  serve('https://undersign.example.com');
  const { code, said } = await sideload(`https://localhost:${String(port)}`);
  expect([code, said]).toEqual([1, expect.stringContaining('set PUBLIC_URL to https://localhost')]);
});

test('an address where nobody answers is said to be that', async () => {
  server.close();
  const { code, said } = await sideload(`https://localhost:${String(port)}`);
  expect([code, said]).toEqual([1, expect.stringContaining('does not answer')]);
});
