import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { generateDirectory } from '../../../../simulator/seed/generateDirectory.ts';
import { startSimulator, type Simulator } from '../../../../simulator/startSimulator.ts';
import type { SavedSettings } from '../../../src/contract/manage/settings.ts';
import type { TeammatePage } from '../../../src/contract/people/teammates.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import { openApiClient, type ApiClient } from '../../support/http/apiClient.ts';
import { childEnvironment } from '../../support/processes/childEnvironment.ts';
import { repositoryRoot } from '../../support/cruise.ts';
import { makeScratchFolder } from '../../support/processes/scratchFolder.ts';
import { everyoneUnfiltered } from '../../support/people/selections.ts';
import { freePort } from '../../support/processes/freePort.ts';
import { eventually } from '../../support/processes/eventually.ts';
import { killServerProcess, startServerProcess, type ServerProcess } from '../../support/processes/serverProcess.ts';
import { signIn } from '../../support/http/signIn.ts';
import { allPermissions } from '../../support/processes/startUndersign.ts';
import { signingKey } from '../../support/sync/signingKey.ts';

const people = 3200;
const token = 'a-token-for-prometheus';
/** With a question before each, less than anybody may ask in a minute. */
const mostSaves = 400;

const preloads = join(repositoryRoot, 'server/tests/support/processes');
const optionsWith = (...preload: readonly string[]): string =>
  [childEnvironment.NODE_OPTIONS, ...preload.map((name) => `--import=${join(preloads, name)}`)].join(' ');

describe('a server that syncs in a thread of its own', () => {
  let simulator: Simulator;
  let dataDir: string;
  let server: ServerProcess;
  beforeEach(async () => {
    simulator = await startSimulator({ signingKey, seed: generateDirectory({ users: people }) });
    simulator.consent.grant(simulator.tenant.clientId, allPermissions);
    dataDir = makeScratchFolder();
  });
  afterEach(async () => {
    await killServerProcess(server);
    await simulator.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async (preload: readonly string[] = []): Promise<{ api: ApiClient; url: string }> => {
    server = startServerProcess({
      PORT: '0',
      DATA_DIR: dataDir,
      ENTRA_AUTHORITY: simulator.url,
      GRAPH_URL: simulator.url,
      ENTRA_CLIENT_ID: simulator.tenant.clientId,
      ENTRA_CLIENT_SECRET: simulator.tenant.clientSecret,
      LOG_LEVEL: 'info',
      METRICS_TOKEN: token,
      NODE_OPTIONS: optionsWith(...preload),
    });
    const url = await server.ready;
    const { accessToken } = await signIn(simulator, simulator.tenant.accounts.globalAdmin.userPrincipalName);
    const api = openApiClient({ origin: () => url }, accessToken);
    const consent = await api.post<{ url: string }>('/api/connection/consent', {});
    await api.raw(`/api/connection/consent/callback?state=${new URL(consent.url).searchParams.get('state') ?? ''}`);
    await api.put('/api/selection', { selection: everyoneUnfiltered, revision: 0 });
    return { api, url };
  };
  const linesWith = (message: string): readonly Record<string, unknown>[] =>
    server
      .output()
      .split('\n')
      // The last line may be half written.
      .slice(0, -1)
      .filter((line) => line.includes(`"msg":"${message}"`))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  /** What somebody was answered may be known before what was logged of it. */
  const linesOnceIn = (message: string, atLeast = 1): Promise<readonly Record<string, unknown>[]> =>
    eventually(`the log says: ${message}`, () => {
      const lines = linesWith(message);
      return lines.length >= atLeast ? lines : undefined;
    });
  /** What a thread counts reaches the one that is asked a moment after what it writes. */
  const metricsOfEndedRun = (url: string): Promise<string> =>
    eventually('the run that ended is counted once', async () => {
      const metrics = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text();
      return /^undersign_runs_total\{kind="sync",mode="full",outcome="succeeded"\} 1$/m.test(metrics)
        ? metrics
        : undefined;
    });
  /** Saves the settings as they are, again and again; resolves to what each answer was. */
  const saveUntil = async (api: ApiClient, over: AbortSignal): Promise<readonly number[]> => {
    const answers: number[] = [];
    while (!over.aborted && answers.length < mostSaves) {
      const { settings, revision } = await api.get<SavedSettings>('/api/settings');
      const body = JSON.stringify({ settings, revision });
      answers.push((await api.raw('/api/settings', { method: 'PUT', body })).status);
    }
    return answers;
  };

  test('an admin can save all the while, however slow the disk is, and counts and log lines of both threads come together', async () => {
    const { api, url } = await start(['slowDisk.ts']);
    const over = new AbortController();
    const run = await api.post<Run>('/api/sync/runs');
    const saving = saveUntil(api, over.signal);
    expect(await api.finished(run)).toMatchObject({ status: 'succeeded', counts: { add: people } });
    over.abort();
    const answers = await saving;
    expect([answers.length > 0, new Set(answers)]).toEqual([true, new Set([200])]);

    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok', sync: 'running' }]);
    expect(await linesOnceIn('run succeeded')).toMatchObject([{ thread: 'worker', runId: run.id }]);
    const metrics = await metricsOfEndedRun(url);
    expect(metrics).toMatch(/^undersign_graph_requests_total\{outcome="ok"\} [1-9]\d*$/m);
    expect(metrics).toMatch(/^undersign_http_requests_total\{.*route="\/api\/settings",status="200"\} [1-9]\d*$/m);
  });

  test('goes on answering when that thread breaks down, starts another, and the run ends whole', async () => {
    const { api, url } = await start(['breakWorker.ts']);
    const run = await api.post<Run>('/api/sync/runs');
    expect(await api.finished(run)).toMatchObject({
      status: 'succeeded',
      counts: { add: people, disable: 0, hold: 0 },
    });
    expect((await api.get<TeammatePage>('/api/teammates?limit=1')).total).toMatchObject({
      active: people,
      disabled: 0,
    });

    const [brokeDown, ...others] = await linesOnceIn('the worker broke down; it is started again');
    expect(others).toEqual([]);
    expect(brokeDown).toMatchObject({ err: { message: 'The worker breaks down, as the test wants.' } });
    const taken = await linesOnceIn('run taken on', 2);
    expect(taken.map(({ thread, runId }) => [thread, runId])).toEqual([
      ['worker', run.id],
      ['worker', run.id],
    ]);
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'ok', sync: 'running' });
    await metricsOfEndedRun(url);
  });
});

test('a large database is opened by another thread first, and whoever asks meanwhile is told so', async () => {
  const dataDir = makeScratchFolder();
  const database = new DatabaseSync(join(dataDir, 'undersign.db'));
  database.exec('CREATE TABLE ballast (bytes BLOB); INSERT INTO ballast VALUES (zeroblob(70000000))');
  database.close();
  const go = join(dataDir, 'go');
  const port = await freePort();
  const server = startServerProcess({
    ...{ PORT: String(port), SIMULATOR_PORT: String(await freePort()), DATA_DIR: dataDir },
    ...{ NODE_OPTIONS: optionsWith('holdOpening.ts'), HOLD_OPENING: go },
  });
  try {
    const told = await eventually('it opens the database', async () => {
      if (server.child.exitCode !== null) throw new Error(server.output());
      const answer = await fetch(`http://localhost:${String(port)}/health/ready`).catch(() => null);
      const body = await answer?.text();
      return body?.includes('opening-database') === true ? [answer?.status, body] : undefined;
    });
    expect(told).toEqual([503, '{"status":"opening-database"}']);
    writeFileSync(go, '');
    const url = await server.ready;
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  } finally {
    await killServerProcess(server);
    rmSync(dataDir, { recursive: true, force: true });
  }
});
