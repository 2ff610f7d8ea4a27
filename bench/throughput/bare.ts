import type { AddressInfo } from 'node:net';
import express from 'express';
import { openAccessTokenVerifier } from '../../server/src/identity/accessTokenVerifier.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';

/** The least there can be: a route of Express that checks the token as we do and sends what it has at hand. */
const [entraAuthority = '', clientId = '', answer = ''] = process.argv.slice(2);
const verifier = openAccessTokenVerifier({ entraAuthority, clientId, scope: 'access_as_user', clock: systemClock });
const etag = '"bare"';

const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.get('/api/me/signature', async (request, response) => {
  await verifier.verify((request.headers.authorization ?? '').replace(/^Bearer /, ''));
  response.set({ etag, 'cache-control': 'private, no-cache' });
  if (request.headers['if-none-match'] === etag) response.status(304).end();
  else response.type('json').send(answer);
});
const server = app.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.once('disconnect', () => {
  process.exit(0);
});
