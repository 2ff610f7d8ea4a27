/**
 * Leases and fences are as good as the server that keeps them.
 * @tells-of-mongodb
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { thoroughTest } from '../../support/isThorough.ts';
import type { Connection } from '../../../src/contract/manage/connection.ts';
import type { Run, RunChangePage, RunPage } from '../../../src/contract/sync/sync.ts';
import type { TeammatePage } from '../../../src/contract/people/teammates.ts';
import { killServerProcess } from '../../support/processes/serverProcess.ts';
import { everyoneUnfiltered } from '../../support/people/selections.ts';
import { eventually } from '../../support/processes/eventually.ts';
import { startCluster, type ReplicaCluster, type ReplicaProcess } from '../../support/processes/replicaCluster.ts';

/** Enough to be read in many listings side by side; the servers that MongoDB's tests find can be slow ones. */
const people = globalThis.testsRunOnMongo === true ? 200 : 3200;

/** Replicas are for MongoDB; on SQLite they share a folder, which `kill` tries with two. */
const onMongo = globalThis.testsRunOnMongo === true ? test : thoroughTest;

describe('three replicas on one store', () => {
  let cluster: ReplicaCluster;
  const open = async (isClockHeld = false): Promise<void> => {
    cluster = await startCluster({ people, replicas: 3, isClockHeld });
  };
  const close = (): Promise<void> => cluster.close();

  const connect = async (): Promise<void> => {
    const [asked, answered, late] = cluster.replicas;
    const { url } = await asked!.api.post<{ url: string }>('/api/connection/consent', {});
    const back = `/api/connection/consent/callback?state=${new URL(url).searchParams.get('state') ?? ''}`;
    await answered!.api.raw(back);
    expect((await late!.api.get<Connection>('/api/connection')).state).toBe('connected');
    expect((await late!.api.raw(back)).headers.get('location') ?? '').toContain('expired');
  };
  const executing = (id: string, others: readonly ReplicaProcess[] = cluster.replicas): Promise<ReplicaProcess> =>
    eventually('a replica takes the run on', () =>
      others.find(({ said, server }) => said('run taken on') && server.output().includes(id)),
    );
  /** Without faces, which are read after a sync. */
  const peopleOf = async ({ api }: ReplicaProcess): Promise<readonly object[]> => {
    const { items } = await api.get<TeammatePage>('/api/teammates?limit=200');
    return items.map((item) => ({ ...item, photo: null }));
  };
  const historyOf = async (id: string): Promise<readonly string[]> => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: RunChangePage = await cluster.api.get(`/api/sync/runs/${id}/changes?limit=200${more}`);
      seen.push(...page.items.map(({ teammateId }) => teammateId));
      cursor = page.cursor;
    }
    return seen;
  };

  describe('of which two go', () => {
    beforeAll(() => open());
    afterAll(close);

    onMongo(
      'one killed and one paused past its lease: the third ends the run, once, and the paused one changes nothing',
      async () => {
        await connect();
        const { simulator, balancer, api } = cluster;
        await api.put('/api/selection', { selection: everyoneUnfiltered, revision: 0 });
        const held = simulator.faults.add({ kind: 'hold', path: '/v1.0/users?*top*' });
        const asked = (): number => simulator.faults.list().find((active) => active.id === held)?.struck ?? 0;
        const { id } = await api.post<Run>('/api/sync/runs');

        const killed = await executing(id);
        await eventually('it reads', () => asked() > 0 || undefined);
        const before = asked();
        balancer.leaveOut(killed.origin);
        await killServerProcess(killed.server);

        const survivors = cluster.replicas.filter((replica) => replica !== killed);
        const paused = await executing(id, survivors);
        await eventually('the next one reads', () => asked() > before || undefined);
        balancer.leaveOut(paused.origin);
        await cluster.pause(paused);

        const last = survivors.find((replica) => replica !== paused)!;
        await executing(id, [last]);
        simulator.faults.clear();
        const run = await last.api.finished(await last.api.get<Run>(`/api/sync/runs/${id}`));
        const kept = await peopleOf(last);
        paused.server.child.kill('SIGCONT');
        await eventually('the paused one lets go', () => paused.said('run went on elsewhere') || undefined);
        // It closes connections that were kept while it stood still, perhaps just as they are used.
        await eventually('the paused one answers', () => paused.api.raw('/health/live').catch(() => undefined));

        expect(run).toMatchObject({ status: 'succeeded', failure: null, counts: { add: people, disable: 0, hold: 0 } });
        expect(kept).toHaveLength(Math.min(people, 200));
        expect(await peopleOf(paused)).toEqual(kept);
        expect((await paused.api.get<TeammatePage>('/api/teammates?limit=1')).total).toMatchObject({ active: people });
        const seen = await historyOf(id);
        expect([seen.length, new Set(seen).size]).toEqual([people, people]);
        expect((await paused.api.get<RunPage>('/api/sync/runs')).items).toEqual([run]);
        await eventually('the end is in the log', () => last.said('run succeeded') || undefined);
        expect(paused.said('run succeeded')).toBe(false);
      },
    );
  });

  describe('of which none goes', () => {
    // There is a limit for each minute.
    beforeAll(() => open(true));
    afterAll(close);

    onMongo('a caller who spreads requests over all replicas meets the same limit', async () => {
      const isAllowed = async (replica: ReplicaProcess): Promise<boolean> => {
        const response = await replica.api.raw('/api/config', { headers: { 'x-forwarded-for': '192.0.2.7' } });
        await response.arrayBuffer();
        return response.status === 200;
      };
      let allowed = 0;
      /** Whether all of them are refused. */
      const askAll = async (): Promise<boolean> => {
        const answers = await Promise.all(
          cluster.replicas.flatMap((replica) => Array.from({ length: 30 }, () => isAllowed(replica))),
        );
        allowed += answers.filter(Boolean).length;
        return !answers.includes(true);
      };
      let rounds = 0;
      while (rounds < 40 && !(await askAll())) rounds += 1;
      // Each would allow 1,200 alone. How far they go beyond together depends on how much is asked in the tenth of a second
      // before counts are told, see `openSharedCount.test.ts`.
      expect(rounds).toBeLessThan(40);
      expect(allowed).toBeGreaterThanOrEqual(1200);
      expect(allowed).toBeLessThan(2 * 1200);
    });

    onMongo('a run ordered from all of them is executed once, and each tells of it and can cancel it', async () => {
      await connect();
      const { simulator, api } = cluster;
      await api.put('/api/selection', { selection: everyoneUnfiltered, revision: 0 });
      // The first run must still be under way when the last of them asks.
      simulator.faults.add({ kind: 'hold', path: '/v1.0/users?*top*' });
      const started = await Promise.allSettled(
        cluster.replicas.map((replica) => replica.api.post<Run>('/api/sync/runs')),
      );
      simulator.faults.clear();
      const [first, ...more] = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(more).toEqual([]);
      const told = await Promise.all(cluster.replicas.map((replica) => replica.api.finished(first!)));
      expect(told.map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded']);
      const executed = () => cluster.replicas.filter(({ said }) => said('run succeeded'));
      await eventually('the end is in a log', () => executed().length > 0 || undefined);
      expect(executed()).toHaveLength(1);

      simulator.faults.add({ kind: 'hold', path: '/v1.0/users?*top*' });
      const full = await api.post<Run>('/api/sync/runs', { mode: 'full' });
      const elsewhere = await executing(full.id).then((busy) => cluster.replicas.find((other) => other !== busy)!);
      await elsewhere.api.post(`/api/sync/runs/${full.id}/cancel`);
      expect((await elsewhere.api.finished(full)).status).toBe('cancelled');
    });
  });
});
