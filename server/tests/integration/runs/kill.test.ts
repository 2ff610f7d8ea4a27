import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { thoroughTest } from '../../support/isThorough.ts';
import { generateDirectory } from '../../../../simulator/seed/generateDirectory.ts';
import { startSimulator, type Simulator } from '../../../../simulator/startSimulator.ts';
import type { Run, RunChangePage, RunPage } from '../../../src/contract/sync/sync.ts';
import type { TeammatePage } from '../../../src/contract/people/teammates.ts';
import { openApiClient, type ApiClient } from '../../support/http/apiClient.ts';
import { eventually } from '../../support/processes/eventually.ts';
import { makeScratchFolder } from '../../support/processes/scratchFolder.ts';
import { everyoneUnfiltered } from '../../support/people/selections.ts';
import { killServerProcess, startServerProcess, type ServerProcess } from '../../support/processes/serverProcess.ts';
import { signIn } from '../../support/http/signIn.ts';
import { allPermissions } from '../../support/processes/startUndersign.ts';
import { signingKey } from '../../support/sync/signingKey.ts';

const people = 3200;

/** Real processes on one data folder, and one simulator that outlives them. */
describe('a server that is killed in the middle of an import', () => {
  let simulator: Simulator;
  let dataDir: string;
  let servers: ServerProcess[];
  beforeEach(async () => {
    simulator = await startSimulator({ signingKey, seed: generateDirectory({ users: people }) });
    simulator.consent.grant(simulator.tenant.clientId, allPermissions);
    dataDir = makeScratchFolder();
    servers = [];
  });
  afterEach(async () => {
    await Promise.all(servers.map(killServerProcess));
    await simulator.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async (): Promise<{ server: ServerProcess; api: ApiClient; url: string }> => {
    const server = startServerProcess({
      PORT: '0',
      DATA_DIR: dataDir,
      ENTRA_AUTHORITY: simulator.url,
      GRAPH_URL: simulator.url,
      ENTRA_CLIENT_ID: simulator.tenant.clientId,
      ENTRA_CLIENT_SECRET: simulator.tenant.clientSecret,
      LOG_LEVEL: 'info',
    });
    servers.push(server);
    const url = await server.ready;
    const { accessToken } = await signIn(simulator, simulator.tenant.accounts.globalAdmin.userPrincipalName);
    return { server, url, api: openApiClient({ origin: () => url }, accessToken) };
  };
  const connect = async (api: ApiClient): Promise<void> => {
    const { url } = await api.post<{ url: string }>('/api/connection/consent', {});
    await api.raw(`/api/connection/consent/callback?state=${new URL(url).searchParams.get('state') ?? ''}`);
    await api.put('/api/selection', { selection: everyoneUnfiltered, revision: 0 });
  };
  /** The directory has answered some questions and keeps the others waiting. */
  const untilHeld = () =>
    eventually('an answer is held', () => (simulator.faults.list()[0]?.struck ?? 0) > 0 || undefined);
  /** Asks until the run shows what is waited for, as often as the rate limit allows; its events are too far apart. */
  const until = (api: ApiClient, id: string, is: (run: Run) => boolean): Promise<Run> =>
    eventually('the run is so far', async () => {
      const run = await api.get<Run>(`/api/sync/runs/${id}`);
      return is(run) || run.finishedAt !== null ? run : undefined;
    });
  const expectWhole = async (api: ApiClient, run: Run): Promise<void> => {
    expect(run).toMatchObject({ status: 'succeeded', failure: null, counts: { add: people, disable: 0, hold: 0 } });
    expect(run.progress.applied).toBe(people);
    const { total } = await api.get<TeammatePage>('/api/teammates?limit=1');
    expect(total).toMatchObject({ active: people, disabled: 0 });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: RunChangePage = await api.get(`/api/sync/runs/${run.id}/changes?limit=200${more}`);
      seen.push(...page.items.map(({ teammateId }) => teammateId));
      cursor = page.cursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([people, people]);
    expect((await api.get<RunPage>('/api/sync/runs')).items).toHaveLength(1);
  };

  test('twice, while reading and while applying: the next ones go on by themselves and end whole', async () => {
    simulator.faults.add({ kind: 'hold', path: '/v1.0/users?*startswith*', after: 4 });
    const first = await start();
    await connect(first.api);
    const { id } = await first.api.post<Run>('/api/sync/runs');
    await untilHeld();
    await killServerProcess(first.server);

    simulator.faults.clear();
    const second = await start();
    const halfway = await until(second.api, id, ({ progress }) => progress.applied > 0);
    await killServerProcess(second.server);

    const third = await start();
    const run = await third.api.finished(halfway);
    await expectWhole(third.api, run);
  });

  thoroughTest('in the middle of a refresh: the next one goes on, and every change arrives once', async () => {
    const first = await start();
    await connect(first.api);
    await first.api.finished(await first.api.post<Run>('/api/sync/runs'));
    const changed = [...simulator.directory.users.live()].slice(0, 1500).map(({ id }) => id);
    for (const id of changed) simulator.directory.updateUser(id, { jobTitle: 'Changed' });
    simulator.faults.add({ kind: 'hold', path: '/v1.0/users/delta*', after: 4 });
    const { id } = await first.api.post<Run>('/api/sync/runs', { mode: 'refresh' });
    await untilHeld();
    await killServerProcess(first.server);

    simulator.faults.clear();
    const second = await start();
    const run = await second.api.finished(await second.api.get<Run>(`/api/sync/runs/${id}`));
    expect(run).toMatchObject({ status: 'succeeded', mode: 'refresh', counts: { update: changed.length, disable: 0 } });
    const { items } = await second.api.get<RunChangePage>(`/api/teammates/${changed[0] ?? ''}/history`);
    expect(items.map(({ action }) => action)).toEqual(['update', 'add']);
  });

  test('two servers on one data folder: the run is executed once, and both can tell about it', async () => {
    const [one, two] = [await start(), await start()];
    await connect(one.api);
    // The first run must still be under way when the other one asks.
    simulator.faults.add({ kind: 'hold', path: '/v1.0/users?*startswith*' });
    const results = await Promise.allSettled([
      one.api.post<Run>('/api/sync/runs'),
      two.api.post<Run>('/api/sync/runs'),
    ]);
    simulator.faults.clear();
    const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(started).toHaveLength(1);
    const run = await two.api.finished(started[0]!);
    await expectWhole(one.api, run);
    const executions = () => [one, two].map(({ server }) => server.output().split('run succeeded').length - 1).sort();
    await eventually('the end is in a log', () => executions().some((times) => times > 0) || undefined);
    expect(executions()).toEqual([0, 1]);
  });

  thoroughTest('asked to stop, it lets go at once and the next one goes on without waiting for the lease', async () => {
    simulator.faults.add({ kind: 'hold', path: '/v1.0/users?*startswith*', after: 4 });
    const first = await start();
    await connect(first.api);
    const { id } = await first.api.post<Run>('/api/sync/runs');
    await untilHeld();
    first.server.child.kill('SIGTERM');
    expect(await first.server.exited).toBe(0);
    simulator.faults.clear();
    const second = await start();
    await expectWhole(second.api, await second.api.finished(await second.api.get<Run>(`/api/sync/runs/${id}`)));
  });
});
