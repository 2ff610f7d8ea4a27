import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openApiDocument } from '../../../src/contract/openApi.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('what the server says about its own API', () => {
  let undersign: Undersign;
  beforeAll(async () => {
    undersign = await startUndersign();
  });
  afterAll(() => undersign.close());

  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(undersign.url + path, { headers });

  test('is sent compressed to those who do not have it, and made once', async () => {
    const first = await ask('/api/openapi.json', { 'accept-encoding': 'br' });
    expect(first.headers.get('content-type')).toMatch(/^application\/json/);
    expect(first.headers.get('content-encoding')).toBe('br');
    expect(await first.text()).toBe(JSON.stringify(openApiDocument(undersign.publicUrl, '0.0.0')));
    const again = await ask('/api/openapi.json', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test.each(['/api/docs', '/api/docs/'])('is a page with everything on it, whose address is %s', async (path) => {
    const page = await (await ask(path)).text();
    const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, link = '']) => new URL(link, undersign.url + path),
    );
    expect(links.length).toBeGreaterThan(3);
    for (const { pathname } of links) expect([pathname, (await ask(pathname)).status]).toEqual([pathname, 200]);
  });

  test('is told to nobody for ever more: the page and what is on it are counted with what else an address asks', async () => {
    const paths = ['/api/openapi.json', '/api/docs', '/api/docs/open.js', '/api/docs/swagger-ui.css'];
    const statuses: number[] = [];
    // However long it takes, it is one minute.
    undersign.simulator.clock.hold();
    for (let asked = 0; asked < 1201; asked += 1) {
      const response = await fetch(undersign.url + paths[asked % paths.length], { method: 'HEAD' });
      statuses.push(response.status);
    }
    expect(statuses.slice(0, 1100)).toEqual(Array.from({ length: 1100 }, () => 200));
    expect(statuses.at(-1)).toBe(429);
    for (const path of paths) expect((await ask(path)).status).toBe(429);
    undersign.simulator.clock.advance(60_000);
    expect((await ask('/api/docs')).status).toBe(200);
  });
});
