import { startSimulator, type Simulator, type SimulatorOptions } from '../../../../simulator/startSimulator.ts';
import { openTracer } from '../../../src/assembly/openTracer.ts';
import { loadConfig } from '../../../src/config/loadConfig.ts';
import { openContainer, type Container } from '../../../src/container.ts';
import type { WebhookCourier } from '../../../src/integrations/openWebhookCourier.ts';
import type { NotificationInbox } from '../../../src/sync/changeNotifications/notificationInbox.ts';
import type { UnattendedSync } from '../../../src/sync/openUnattendedSync.ts';
import { openApiClient, type ApiClient } from '../http/apiClient.ts';
import { openTestServer, type TestServer } from '../http/openTestServer.ts';
import { openApiCheck, type OpenApiCheck, type OpenApiDocument } from '../http/openApiCheck.ts';
import { openRecordingLogger, type RecordingLogger } from '../sync/recordingLogger.ts';
import { signIn, type SignedIn } from '../http/signIn.ts';
import { signingKey } from '../sync/signingKey.ts';
import { openTestClock } from '../sync/testClock.ts';
import { openTestStore, type TestStore } from '../sync/testStore.ts';

/** The real program against the simulator, over real HTTP, in this process. */
export interface Undersign {
  readonly url: string;
  /** Under which it is known, to Outlook and to Microsoft. */
  readonly publicUrl: string;
  readonly simulator: Simulator;
  readonly logger: RecordingLogger;
  readonly store: TestStore;
  /** Holds every response that `signIn`'s clients get against /api/openapi.json. */
  readonly openApi: OpenApiCheck;
  signIn(userPrincipalName: string): Promise<SignedIn & { readonly api: ApiClient }>;
  /** Signed in as the Global Administrator of a connected tenant. */
  connectedAdmin(permissions?: readonly string[]): Promise<ApiClient>;
  /** The part that syncs by itself. It does not run by itself here: most tests move the clock for other reasons. */
  readonly unattended: UnattendedSync;
  readonly inbox: NotificationInbox;
  /** The part that tells webhooks; it does not run by itself here either. */
  readonly courier: WebhookCourier;
  /** Stops the server and starts another on the same data, as after a crash or an update. */
  restart(env?: Environment): Promise<void>;
  /** A second server on the same data beside this one, used by the person who holds the token. */
  replica(accessToken: string): Promise<RunningServer & { readonly api: ApiClient }>;
  close(): Promise<void>;
}

export const allPermissions: readonly string[] = [
  'User.Read.All',
  'GroupMember.Read.All',
  'AdministrativeUnit.Read.All',
];

/** Variables the operator set besides those that point to the simulator. */
export type Environment = Readonly<Record<string, string>>;

export interface UndersignOptions extends SimulatorOptions {
  /** What the operator configured, where it differs from what the simulator knows. */
  readonly clientSecret?: string;
  /** Photos and managers are read as well; left out, so that nothing asks the directory besides what a test does. */
  readonly withEnrichmentPass?: boolean;
  /** With what a demo has to look at; left out, so that tests begin from nothing. */
  readonly withDemoSignatures?: boolean;
  /** Known by an https address, as Outlook wants it; who asks that address has to be led to `url`. */
  readonly isSecure?: boolean;
  readonly env?: Environment;
}

export const startUndersign = async (options: UndersignOptions = {}): Promise<Undersign> => {
  const {
    clientSecret,
    env = {},
    withEnrichmentPass = false,
    withDemoSignatures = false,
    isSecure = false,
    ...simulated
  } = options;
  const simulator = await startSimulator({ signingKey, ...simulated });
  const store = openTestStore();
  const logger = openRecordingLogger();
  const place: ServerPlace = {
    env,
    simulator,
    store,
    logger,
    withEnrichmentPass,
    withDemoSignatures,
    isSecure,
    registration: { clientId: simulator.tenant.clientId, clientSecret: clientSecret ?? simulator.tenant.clientSecret },
  };
  let running = await startServer(place);
  const replicas: RunningServer[] = [];

  const document = await fetch(`${running.url}/api/openapi.json`);
  const openApi = openApiCheck((await document.json()) as OpenApiDocument);

  const signInHere = async (userPrincipalName: string) => {
    const signedIn = await signIn(simulator, userPrincipalName);
    return { ...signedIn, api: openApiClient({ origin: () => running.url, check: openApi }, signedIn.accessToken) };
  };
  return {
    get url() {
      return running.url;
    },
    get publicUrl() {
      return running.publicUrl;
    },
    get unattended() {
      return running.unattended;
    },
    get inbox() {
      return running.inbox;
    },
    get courier() {
      return running.courier;
    },
    simulator,
    logger,
    store,
    openApi,
    signIn: signInHere,
    connectedAdmin: async (permissions = allPermissions) => {
      const { api } = await signInHere(simulator.tenant.accounts.globalAdmin.userPrincipalName);
      simulator.consent.grant(simulator.tenant.clientId, permissions);
      await consent(simulator, api);
      return api;
    },
    restart: async (changed = env) => {
      await running.stop();
      running = await startServer({ ...place, env: changed });
    },
    replica: async (accessToken) => {
      const server = await startServer(place);
      replicas.push(server);
      return { ...server, api: openApiClient({ origin: () => server.url, check: openApi }, accessToken) };
    },
    close: async () => {
      await Promise.all([running, ...replicas].map((server) => server.stop()));
      await simulator.close();
      await store.remove();
    },
  };
};

/** Permissions are granted in the simulator already; the round trip only proves it to the server. */
const consent = async (simulator: Simulator, api: ApiClient): Promise<void> => {
  const { url } = await api.post<{ url: string }>('/api/connection/consent', { returnTo: 'page' });
  const state = new URL(url).searchParams.get('state') ?? '';
  const back = await api.raw(
    `/api/connection/consent/callback?admin_consent=True&tenant=${simulator.tenant.id}&state=${state}`,
  );
  if (!(back.headers.get('location') ?? '').endsWith('consent=connected'))
    throw new Error('The tenant did not connect.');
};

interface RunningServer {
  readonly url: string;
  readonly publicUrl: string;
  readonly unattended: UnattendedSync;
  readonly inbox: NotificationInbox;
  readonly courier: WebhookCourier;
  stop(): Promise<void>;
}

interface ServerPlace {
  readonly env: Environment;
  readonly simulator: Simulator;
  readonly store: TestStore;
  readonly logger: RecordingLogger;
  readonly withEnrichmentPass: boolean;
  readonly withDemoSignatures: boolean;
  readonly isSecure: boolean;
  readonly registration: { readonly clientId: string; readonly clientSecret: string };
}

const startServer = async ({
  env,
  simulator,
  store,
  logger,
  registration,
  withEnrichmentPass,
  withDemoSignatures,
  isSecure,
}: ServerPlace): Promise<RunningServer> => {
  const testServer = await openTestServer();
  const { server, url } = testServer;
  const config = loadConfig({ ...store.env, ...env, ENTRA_AUTHORITY: simulator.url, GRAPH_URL: simulator.url });
  const publicUrl = isSecure ? url.replace('http:', 'https:') : url;
  const container = await openContainer({
    config,
    registration,
    isDemo: true,
    publicUrl,
    version: '0.0.0',
    clock: openTestClock(() => simulator.clock.now()),
    logger,
    tracer: await openTracer(config, '0.0.0'),
  });
  server.on('request', container.app);
  if (withDemoSignatures) await container.startDemo();
  const { inbox, parts } = container;
  if (parts === null) throw new Error('The work is in another thread.');
  const { executor, enrichmentPass, unattended, courier } = parts;
  const watching = Promise.all([executor.watch(), withEnrichmentPass ? enrichmentPass.watch() : null]);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= stopServer(testServer, container, watching));
  return { url, publicUrl, inbox, unattended, courier, stop };
};

const stopServer = async (server: TestServer, container: Container, watching: Promise<unknown>): Promise<void> => {
  await server.close();
  await container.close();
  await watching;
};
