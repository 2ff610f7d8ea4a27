import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { generateDirectory } from '../../../simulator/seed/generateDirectory.ts';
import type { Run } from '../../src/contract/sync.ts';
import type { TeammatePage } from '../../src/contract/teammates.ts';
import { openCuttingProxy } from '../mongo/cuttingProxy.ts';
import { describeMongo } from '../mongo/mongoTarget.ts';
import { everyoneUnfiltered } from '../support/selections.ts';
import { startUndersign } from '../support/startUndersign.ts';

const people = 60;

describeMongo('a database that is away for a while', (mongo) => {
  test('in the middle of an import: readiness says so, nothing is lost, and the import ends by itself', async () => {
    const address = new URL(mongo.openDatabase().url);
    const proxy = await openCuttingProxy(address);
    const through = new URL(address);
    through.port = String(proxy.port);
    through.searchParams.set('serverSelectionTimeoutMS', '500');
    through.searchParams.set('directConnection', 'true');
    const env = { DATABASE_URL: through.href, ENCRYPTION_KEY: randomBytes(32).toString('base64') };
    const undersign = await startUndersign({ seed: generateDirectory({ users: people }), env });
    try {
      const api = await undersign.connectedAdmin();
      await api.put('/api/selection', { selection: everyoneUnfiltered, revision: 0 });
      const id = undersign.simulator.faults.add({ kind: 'slow', milliseconds: 1500, path: '/v1.0/users?*' });
      const listings = () => undersign.simulator.faults.list().find((active) => active.id === id)?.struck ?? 0;
      const run = await api.post<Run>('/api/sync/runs');
      while (listings() === 0) await api.get('/api/config');
      proxy.cut();
      undersign.simulator.faults.clear();
      const ready = () => fetch(`${undersign.url}/health/ready`).then(({ status }) => status);
      expect(await ready()).toBe(503);
      expect((await api.raw('/api/teammates')).status).toBe(503);
      expect(await fetch(`${undersign.url}/health/live`).then(({ status }) => status)).toBe(200);
      proxy.mend();
      while ((await ready()) !== 200);
      const ended = await api.finished(await api.get<Run>(`/api/sync/runs/${run.id}`));
      expect(ended).toMatchObject({ status: 'succeeded', failure: null, counts: { add: people } });
      expect((await api.get<TeammatePage>('/api/teammates?limit=1')).total).toMatchObject({ active: people });
    } finally {
      proxy.mend();
      await undersign.close();
      await proxy.close();
    }
  }, 60_000);
});
