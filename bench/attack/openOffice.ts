import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { killServerProcess, startServerProcess } from '../../server/tests/support/processes/serverProcess.ts';
import { startSimulator } from '../../simulator/startSimulator.ts';
import { globalAdministrator, permissions, tokenOf } from './tokenOf.ts';

/** A connected and synced tenant on a server in a process of its own, and the tokens of everybody. */
export interface Office {
  readonly url: string;
  /** Who signs the tokens, and for which client. */
  readonly authority: string;
  readonly clientId: string;
  readonly dataDir: string;
  readonly pid: number;
  readonly tokens: readonly string[];
  /** Administrators of other tenants, none of which ever connected. */
  readonly strangers: readonly string[];
  /** Tokens that name keys which do not exist. */
  readonly forged: readonly string[];
  /** Eleven minutes pass on the server, and from then on nobody hands out keys. */
  breakKeyEndpoint(): Promise<void>;
  close(): Promise<void>;
}

/** The same claims under a key nobody knows. */
const forgedFrom = (token: string): string => {
  const [, body, signature] = token.split('.');
  const head = Buffer.from(JSON.stringify({ typ: 'JWT', alg: 'RS256', kid: randomUUID() })).toString('base64url');
  return `${head}.${body ?? ''}.${signature ?? ''}`;
};

const lateClock = `--import=${join(import.meta.dirname, 'lateClock.ts')}`;

interface OfficeOptions {
  /** For `breakKeyEndpoint`; every look at the clock costs a little more then. */
  readonly canBeLate?: boolean;
}

export const openOffice = async ({ canBeLate = false }: OfficeOptions = {}): Promise<Office> => {
  const simulator = await startSimulator();
  const dataDir = mkdtempSync(join(tmpdir(), 'undersign-attack-'));
  const { id: tenantId, clientId, clientSecret, accounts } = simulator.tenant;
  const server = startServerProcess({
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    ENTRA_AUTHORITY: simulator.url,
    GRAPH_URL: simulator.url,
    ENTRA_CLIENT_ID: clientId,
    ENTRA_CLIENT_SECRET: clientSecret,
    NODE_OPTIONS: ['--disable-warning=ExperimentalWarning', ...(canBeLate ? [lateClock] : [])].join(' '),
  });
  const url = await server.ready;
  const admin = tokenOf(simulator, { tenantId, id: accounts.globalAdmin.id, roles: [globalAdministrator] });
  simulator.consent.grant(clientId, permissions);
  const ids = await syncEverybody(openCaller(url, admin));
  const strangers = Array.from({ length: 300 }, () =>
    tokenOf(simulator, { tenantId: randomUUID(), id: randomUUID(), roles: [globalAdministrator] }),
  );
  return {
    url,
    authority: simulator.url,
    clientId,
    dataDir,
    pid: server.child.pid ?? 0,
    tokens: ids.map((id) => tokenOf(simulator, { tenantId, id })),
    strangers,
    forged: Array.from({ length: 5000 }, () => forgedFrom(admin)),
    breakKeyEndpoint: () => {
      simulator.faults.add({ path: '/*/discovery/v2.0/keys*', kind: 'status', status: 503 });
      server.child.kill('SIGUSR2');
      return Promise.resolve();
    },
    close: async () => {
      await killServerProcess(server);
      await simulator.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

type Caller = <T>(schema: z.ZodType<T>, asked: string, body?: unknown) => Promise<T>;

const openCaller =
  (url: string, token: string): Caller =>
  async (schema, asked, body) => {
    const [method = '', path = ''] = asked.split(' ');
    const response = await fetch(`${url}/api/${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${path} answered ${String(response.status)}: ${text}`);
    return schema.parse(text.startsWith('{') ? JSON.parse(text) : {});
  };

const runSchema = z.object({ id: z.string(), status: z.string(), finishedAt: z.string().nullable() });

/** Connects, picks everybody and syncs. Returns whose signature can be asked for. */
const syncEverybody = async (call: Caller): Promise<readonly string[]> => {
  const link = await call(z.object({ url: z.string() }), 'POST connection/consent', { returnTo: 'page' });
  const state = new URL(link.url).searchParams.get('state') ?? '';
  await call(z.object({}), `GET connection/consent/callback?admin_consent=True&state=${state}`);
  const found = await call(z.object({ selection: z.looseObject({}), revision: z.number() }), 'GET selection');
  const selection = { ...found.selection, everyone: true };
  await call(z.object({}), 'PUT selection', { selection, revision: found.revision });
  let run = await call(runSchema, 'POST sync/runs', {});
  while (run.finishedAt === null) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    run = await call(runSchema, `GET sync/runs/${run.id}`);
  }
  const page = z.object({ items: z.array(z.object({ id: z.string() })) });
  return (await call(page, 'GET teammates?limit=200')).items.map(({ id }) => id);
};
