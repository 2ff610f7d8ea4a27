import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { generateDirectory } from '../../../../simulator/seed/generateDirectory.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { TeammatePage } from '../../../src/contract/people/teammates.ts';
import { openCuttingProxy } from '../../mongo/proxies/cuttingProxy.ts';
import { describeMongo } from '../../mongo/mongoTarget.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { everyoneUnfiltered } from '../../support/people/selections.ts';
import { eventually } from '../../support/processes/eventually.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const people = 60;
const metricsToken = 'a-token-for-prometheus';

const readiness = async ({ url }: Undersign): Promise<number> => (await fetch(`${url}/health/ready`)).status;

const storeUp = async ({ url }: Undersign): Promise<readonly [status: number, up: string | undefined]> => {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  return [response.status, /^undersign_store_up .*$/m.exec(await response.text())?.[0]];
};

/** Imports everybody while something happens to the database in the middle of reading, and expects the whole of it. */
const importDuring = async (
  databaseUrl: string,
  happen: (undersign: Undersign, api: ApiClient) => Promise<void>,
): Promise<void> => {
  const ENCRYPTION_KEY = randomBytes(32).toString('base64');
  const env = { DATABASE_URL: databaseUrl, ENCRYPTION_KEY, METRICS_TOKEN: metricsToken };
  const undersign = await startUndersign({ seed: generateDirectory({ users: people }), env });
  const { faults } = undersign.simulator;
  try {
    const api = await undersign.connectedAdmin();
    await api.put('/api/selection', { selection: everyoneUnfiltered, revision: 0 });
    const held = faults.add({ kind: 'hold', path: '/v1.0/users?*' });
    const { id } = await api.post<Run>('/api/sync/runs');
    const asked = (): number => faults.list().find((active) => active.id === held)?.struck ?? 0;
    await eventually('it reads', () => asked() > 0 || undefined);
    await happen(undersign, api);
    faults.clear();
    await eventually('it is ready again', async () => (await readiness(undersign)) === 200 || undefined);
    await eventually('metrics say so', async () => (await storeUp(undersign))[1]?.endsWith(' 1') || undefined);
    const ended = await api.finished(await api.get<Run>(`/api/sync/runs/${id}`));
    expect(ended).toMatchObject({ status: 'succeeded', failure: null, counts: { add: people } });
    expect((await api.get<TeammatePage>('/api/teammates?limit=1')).total).toMatchObject({ active: people });
  } finally {
    await undersign.close();
  }
};

describeMongo('a database that is away for a while', (mongo) => {
  test('in the middle of an import: readiness says so, nothing is lost, and the import ends by itself', async () => {
    const address = new URL(mongo.openDatabase().url);
    const proxy = await openCuttingProxy(address);
    const through = new URL(address);
    through.port = String(proxy.port);
    through.searchParams.set('directConnection', 'true');
    try {
      await importDuring(through.href, async (undersign, api) => {
        proxy.cut();
        // Together, because each waits as long for the database as everything else here may.
        const { id } = undersign.simulator.tenant.accounts.dutch;
        const asked = ['/api/teammates', `/api/teammates/${id}`, `/api/teammates/${id}/photo`].map((path) =>
          api.raw(path),
        );
        const [ready, up, ...answers] = await Promise.all([readiness(undersign), storeUp(undersign), ...asked]);
        expect([ready, ...answers.map(({ status }) => status)]).toEqual([503, 503, 503, 503]);
        expect(up).toEqual([200, 'undersign_store_up 0']);
        expect(undersign.logger.lines.filter((line) => line.includes(id))).toEqual([]);
        expect((await fetch(`${undersign.url}/health/live`)).status).toBe(200);
        proxy.mend();
      });
    } finally {
      await proxy.close();
    }
  });
});

describeMongo(
  'a primary that steps down',
  (mongo) => {
    test('in the middle of an import: the import ends by itself once another is chosen', async () => {
      const database = mongo.openDatabase();
      await importDuring(database.url, () => database.stepDown());
    });
  },
  ['stepDown'],
);
