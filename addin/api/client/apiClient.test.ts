import { afterEach, describe, expect, it } from '@jest/globals';
import { openApiClient } from './apiClient.ts';

const original = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = original;
});

const problem = (status: number, code: string) =>
  Response.json({ type: 'about:blank', title: 't', status, code, detail: 'd', requestId: 'req-1' }, { status });

/** Answers the requests one after the other and notes what was asked. */
function answer(...responses: Response[]): { url: string; authorization: string }[] {
  const asked: { url: string; authorization: string }[] = [];
  globalThis.fetch = (input, init) => {
    asked.push({
      url: input instanceof Request ? input.url : String(input),
      authorization: new Headers(init?.headers).get('authorization') ?? '',
    });
    const next = responses.shift();
    return next ? Promise.resolve(next) : Promise.reject(new TypeError('failed'));
  };
  return asked;
}

const tokens = (options?: { forceRefresh: boolean }) => Promise.resolve(options?.forceRefresh ? 'fresh' : 'old');

describe('the API client', () => {
  it('leaves empty query values out', async () => {
    const asked = answer(Response.json({ name: 'x' }));
    await openApiClient(tokens).request('/api/brand', { query: { search: '', cursor: undefined, limit: 5 } });
    expect(asked).toEqual([{ url: '/api/brand?limit=5', authorization: 'Bearer old' }]);
  });

  it('renews a stale token once', async () => {
    const asked = answer(problem(401, 'token-expired'), Response.json({ name: 'x' }));
    await expect(openApiClient(tokens).request('/api/brand')).resolves.toEqual({ name: 'x' });
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer fresh']);
  });

  it('does not try a second time what is forbidden', async () => {
    const asked = answer(problem(403, 'forbidden'));
    await expect(openApiClient(tokens).request('/api/brand')).rejects.toMatchObject({
      code: 'forbidden',
      requestId: 'req-1',
    });
    expect(asked).toHaveLength(1);
  });

  it('says offline when nothing answers, and unexpected when the answer is none of ours', async () => {
    answer();
    await expect(openApiClient(tokens).request('/api/brand')).rejects.toMatchObject({ code: 'offline' });
    answer(new Response('<html>sign in to this network</html>'));
    await expect(openApiClient(tokens).request('/api/brand')).rejects.toMatchObject({
      code: 'unexpected-answer',
    });
    answer(new Response('<html>', { status: 502 }));
    await expect(openApiClient(tokens).request('/api/brand')).rejects.toMatchObject({ status: 502 });
  });
});
