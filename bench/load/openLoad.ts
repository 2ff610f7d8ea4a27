import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApiClient, type ApiClient } from '../../server/tests/support/http/apiClient.ts';
import { nobody } from '../../server/tests/support/people/selections.ts';
import { startServerProcess } from '../../server/tests/support/processes/serverProcess.ts';
import type { Run } from '../../server/src/contract/sync/sync.ts';
import type { LoadDirectory } from './directory.ts';

/** Milliseconds, each as median, p99 and most. */
export interface LoopDelay {
  /** How late it was, for whatever reason. */
  readonly late: readonly number[];
  /** How long it worked itself between two turns. */
  readonly worked: readonly number[];
}

/** A tenant whose first 2,000 people are teammates, on a server in a process of its own. */
export interface Load {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly admin: ApiClient;
  /** Of the serving thread, since this was asked last. */
  loopDelay(): Promise<LoopDelay>;
  close(): Promise<void>;
}

export const openLoad = async (people: number): Promise<Load> => {
  const child = fork(join(import.meta.dirname, 'directory.ts'), [String(people)], { execArgv: [] });
  // It stands for machines elsewhere, so it gets of this one what nobody else wants.
  setPriority(child.pid ?? 0, 19);
  const [directory] = (await once(child, 'message')) as [LoadDirectory];
  const dataDir = mkdtempSync(join(tmpdir(), 'undersign-load-'));
  const server = startServerProcess({
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ENTRA_AUTHORITY: directory.url,
    GRAPH_URL: directory.url,
    ENTRA_CLIENT_ID: directory.clientId,
    ENTRA_CLIENT_SECRET: directory.clientSecret,
    NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=${join(import.meta.dirname, 'loopDelay.ts')}`,
  });
  const url = await server.ready;
  const admin = openApiClient({ origin: () => url }, directory.admin);
  await connect(admin);
  const unit = { ...directory.unit, includeGroups: false };
  await select(admin, { ...nobody, units: [unit], filters: { ...nobody.filters, enabledAccountsOnly: false } });
  await admin.finished(await admin.post<Run>('/api/sync/runs'));
  return {
    url,
    tokens: directory.tokens,
    admin,
    loopDelay: async () => {
      const before = server.output().length;
      server.child.kill('SIGUSR2');
      for (;;) {
        const said = /loop delay (\{.*\})/.exec(server.output().slice(before))?.[1];
        if (said !== undefined) return JSON.parse(said) as LoopDelay;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    close: async () => {
      child.disconnect();
      server.child.kill('SIGTERM');
      await server.exited;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

const connect = async (admin: ApiClient): Promise<void> => {
  const { url } = await admin.post<{ url: string }>('/api/connection/consent', { returnTo: 'page' });
  await admin.raw(`/api/connection/consent/callback?state=${new URL(url).searchParams.get('state') ?? ''}`);
};

export const select = async (admin: ApiClient, selection: object): Promise<void> => {
  const { revision } = await admin.get<{ readonly revision: number }>('/api/selection');
  await admin.put('/api/selection', { selection, revision });
};
