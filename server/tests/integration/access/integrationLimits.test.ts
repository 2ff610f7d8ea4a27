import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isThorough } from '../../support/isThorough.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

interface Named {
  readonly id: string;
  readonly state?: string;
}

describe('how many keys and webhooks a tenant has', () => {
  let undersign: Undersign;
  let clients: readonly ApiClient[];
  beforeAll(async () => {
    undersign = await startUndersign({ env: { WEBHOOK_NETWORKS: '127.0.0.1' } });
    await undersign.connectedAdmin();
    const { accessToken, api } = await undersign.signIn(
      undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName,
    );
    clients = [api, (await undersign.replica(accessToken)).api];
  });
  afterAll(() => undersign.close());

  const kinds = [
    { path: '/api/keys', most: 20, body: { name: 'Reporting', scopes: ['runs:read'] }, code: 'too-many-keys' },
    {
      path: '/api/webhooks',
      most: 5,
      body: { url: 'http://127.0.0.1:9/hook', events: ['run.failed'] },
      code: 'too-many-webhooks',
    },
  ] as const;

  test.each(kinds)('$path: $most at most, however many ask for one at once, of whichever replica', async (kind) => {
    const { path, most, body, code } = kind;
    const [first] = clients;
    const kept = async (): Promise<readonly Named[]> =>
      (await first!.get<{ items: readonly Named[] }>(path)).items.filter(({ state = 'active' }) => state === 'active');
    const make = async (client: ApiClient): Promise<string> => {
      const response = await client.raw(path, { method: 'POST', body: JSON.stringify(body) });
      const { code: said = '' } = (await response.json()) as { code?: string };
      return response.ok ? 'made' : said;
    };
    for (let round = 0; round < (isThorough ? 5 : 1); round += 1) {
      const outcomes = await Promise.all(Array.from({ length: most + 10 }, (_, at) => make(clients[at % 2]!)));
      const items = await kept();
      expect(items.length).toBeLessThanOrEqual(most);
      // Who was told that there is one has one.
      expect(items.length).toBe(outcomes.filter((outcome) => outcome === 'made').length);
      expect(outcomes.filter((outcome) => outcome !== 'made' && outcome !== code)).toEqual([]);
      for (const { id } of items) await first!.delete(`${path}/${id}`);
    }
    // And one after the other all of them fit.
    for (let one = 0; one < most; one += 1) expect(await make(first!)).toBe('made');
    expect(await make(first!)).toBe(code);
    expect(await kept()).toHaveLength(most);
  });
});
