import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { fixedFile, fixedWhenAsked } from './fixedFile.ts';

describe('a file under a name that stays', () => {
  const long = 'const answer = 42;\n'.repeat(100);
  let server: Server;
  let url = '';
  let made = 0;
  beforeAll(async () => {
    const app = express();
    app.set('etag', false);
    app.get('/long.js', fixedFile('text/javascript', long));
    app.get('/short.json', fixedFile('application/json', '{}'));
    app.get(
      '/rare.js',
      fixedWhenAsked('text/javascript', () => {
        made += 1;
        return long;
      }),
    );
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const ask = (path: string, headers: Record<string, string>) => fetch(`${url}${path}`, { headers });

  it.each(['br', 'gzip', 'identity'])('comes as %s to those who take that', async (encoding) => {
    const response = await ask('/long.js', { 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(await response.text()).toBe(long);
  });

  it('is not compressed where that gains nothing', async () => {
    expect((await ask('/short.json', { 'accept-encoding': 'br' })).headers.get('content-encoding')).toBeNull();
  });

  it('is asked for each time, and costs next to nothing to who has it', async () => {
    const first = await ask('/long.js', {});
    expect(first.headers.get('cache-control')).toBe('no-cache');
    await first.text();
    for (const etag of [first.headers.get('etag') ?? '', `W/${first.headers.get('etag')}`]) {
      const again = await ask('/long.js', { 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    const other = await ask('/long.js', { 'if-none-match': '"older"' });
    expect([other.status, await other.text()]).toEqual([200, long]);
  });

  it('is made when the first asks, and never again', async () => {
    expect(made).toBe(0);
    for (let asked = 0; asked < 2; asked += 1) expect(await (await ask('/rare.js', {})).text()).toBe(long);
    expect(made).toBe(1);
  });
});
