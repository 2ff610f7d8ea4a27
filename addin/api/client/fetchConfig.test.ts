import { afterEach, describe, expect, test } from '@jest/globals';
import { fetchConfig } from './fetchConfig.ts';

const original = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = original;
});

const answer = (response: Response | null): void => {
  globalThis.fetch = () => (response === null ? Promise.reject(new TypeError('failed')) : Promise.resolve(response));
};

describe('the settings that a page starts with', () => {
  test('are what the API answers, and whoever notes versions sees the answer', async () => {
    const response = Response.json({ clientId: 'a' });
    answer(response);
    const seen: Response[] = [];
    expect(await fetchConfig((one) => seen.push(one))).toEqual({ clientId: 'a' });
    expect(seen).toEqual([response]);
  });

  test('are never a refusal, a page of a proxy or nothing', async () => {
    answer(Response.json({ code: 'too-many-requests', status: 429, requestId: 'r' }, { status: 429 }));
    await expect(fetchConfig()).rejects.toMatchObject({ code: 'too-many-requests', status: 429 });
    answer(new Response('<html>Sign in</html>'));
    await expect(fetchConfig()).rejects.toMatchObject({ code: 'unexpected-answer' });
    answer(null);
    await expect(fetchConfig()).rejects.toMatchObject({ code: 'offline' });
  });
});
