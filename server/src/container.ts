import { join } from 'node:path';
import type { Express } from 'express';
import { openAuditTrail } from './api/audit/openAuditTrail.ts';
import { describeAddin } from './api/manifest/describeAddin.ts';
import { officeCloudOf } from './api/officeCloud.ts';
import { openKeptAnswers } from './api/answers/keptAnswers.ts';
import { openReadiness } from './api/openReadiness.ts';
import { openApp } from './app.ts';
import type { Metrics } from './api/apiOptions.ts';
import { demoTenantId, openBase, type Base, type BaseOptions } from './assembly/openBase.ts';
import { openWork, type WorkParts } from './assembly/openWork.ts';
import { languages } from './contract/signatures/languages.ts';
import type { Config as PublicConfig } from './contract/manage/session.ts';
import type { Config } from './config/loadConfig.ts';
import { openAccessTokenVerifier } from './identity/accessTokenVerifier.ts';
import { openConsentLinks } from './identity/consentLinks.ts';
import { describeAuthority } from './identity/entra/entraAuthority.ts';
import { apiScopeOf, ownScope } from './identity/ownScope.ts';
import { readCertificate } from './identity/secrets/readCertificate.ts';
import { openImageEncoder } from './images/openImageEncoder.ts';
import { resealWebhooks } from './integrations/webhookSecrets.ts';
import { openPromMeter } from './observability/promMeter.ts';
import { openStorage } from './assembly/openStorage.ts';
import type { Clock } from './ports/clock.ts';
import type { Repositories } from './ports/repositories.ts';
import { startDemoSignatures } from './signatures/demo/startDemoSignatures.ts';
import { openedDesigns } from './signatures/designs/openedDesigns.ts';
import { believeMarks } from './storage/migrate/believeMarks.ts';
import { joinStore, type Replica } from './storage/migrate/joinStore.ts';
import { migrations } from './storage/migrations.ts';
import { openLeaseStore } from './storage/openLeaseStore.ts';
import { openRepositories } from './storage/openRepositories.ts';
import { openRequestCounts } from './storage/openRequestCounts.ts';
import { makeWriteTurns } from './storage/sqlite/write/writeTurns.ts';
import type { Work } from './sync/backgroundWork.ts';
import { notificationAddress } from './sync/changeNotifications/notificationAddress.ts';
import { openNotificationInbox, type NotificationInbox } from './sync/changeNotifications/notificationInbox.ts';
import { resealRegistrations } from './sync/connection/resealRegistrations.ts';
import { readInstallation } from './sync/schedule/readInstallation.ts';
import { openWorker } from './worker/openWorker.ts';
import type { WorkerOrder } from './worker/workerOrder.ts';

export interface ContainerOptions extends BaseOptions {
  /** The work in a thread of its own, which logs as much; left out: in this one. */
  readonly worker?: Pick<WorkerOrder, 'logLevel'>;
}

/** The assembled program. */
export interface Container {
  readonly app: Express;
  readonly work: Work;
  /** Of the work; null where another thread has them. */
  readonly parts: WorkParts | null;
  readonly inbox: NotificationInbox;
  /** This process among the replicas that share the store. */
  readonly replica: Replica;
  /** In a demo: gives its tenant something to look at, unless somebody has made something there. */
  startDemo(): Promise<void>;
  /** Ends the answers that would never end by themselves. To be called first. */
  endStreams(): void;
  close(): Promise<void>;
}

const projectDir = join(import.meta.dirname, '../..');

/** The one place that knows every part. Throws StorageError or ConfigError when the data folder cannot be used. */
export const openContainer = async (options: ContainerOptions): Promise<Container> => {
  const store = await openStore(options);
  try {
    return await assemble(options, store);
  } catch (error) {
    // Or the others would wait half a minute for a replica that never came.
    await store.leaveStore();
    throw error;
  }
};

type Store = Awaited<ReturnType<typeof openStore>>;

const assemble = async (options: ContainerOptions, store: Store): Promise<Container> => {
  const { engine, replica, leaveStore } = store;
  const { config, clock, publicUrl } = options;
  const repositories = believeMarks(openRepositories(engine), replica);
  const metrics = openMetrics(options, repositories);
  const base = openBase(options, { repositories, leases: store.leases }, metrics?.meter);
  await resealRegistrations({ ...base, connections: repositories.connections });
  await resealWebhooks(base);
  const { work, parts } = openWorkFor(options, base, store);
  const inbox = openNotificationInbox({ ...work, ...base, subscriptions: repositories.changeSubscriptions });
  const tools = signatureTools(repositories, clock);
  const stopping = new AbortController();
  const app = openApp({
    ...base,
    stopping: stopping.signal,
    audit: openAuditTrail(base),
    requestCounts: openRequestCounts(engine),
    runDesk: { repositories, executor: work, clock },
    work,
    inbox,
    isNotifiable: notificationAddress(publicUrl, config.graphUrl) !== null,
    ...openAccess(options),
    ...tools,
    publicUrl,
    trustedProxies: config.trustedProxies,
    publicConfig: await publicConfigOf(options),
    checkStorage: openReadiness(() => engine.check(), clock),
    projectDir,
    metrics,
    ...microsoftPlaces(config),
  });
  return {
    app,
    work,
    parts,
    inbox,
    replica,
    startDemo: demoStarter(options, { repositories, ...tools }),
    endStreams: () => {
      stopping.abort();
    },
    close: async () => {
      await inbox.settled();
      await work.stop();
      await leaveStore();
      await options.tracer?.close();
    },
  };
};

const openWorkFor = (
  { worker, ...options }: ContainerOptions,
  base: Base,
  { writeTurns }: Pick<Store, 'writeTurns'>,
): { readonly work: Work; readonly parts: WorkParts | null } => {
  if (worker === undefined) {
    const { parts, ...work } = openWork(options, base);
    return { work, parts };
  }
  // What does not travel between threads the worker opens for itself.
  const { clock, logger, config, registration, isDemo, publicUrl, version } = options;
  const copied = { config, registration, isDemo, publicUrl, version };
  const { meter } = base;
  const order = { ...copied, ...worker, isMetered: meter !== undefined, writeTurns };
  return { work: openWorker({ order, clock, logger, meter }), parts: null };
};

const microsoftPlaces = ({ entraAuthority, graphUrl }: Config) => ({
  officeCloud: officeCloudOf(graphUrl),
  connectSources: [new URL(entraAuthority).origin],
});

const signatureTools = ({ changeMark }: Repositories, clock: Clock) => ({
  imageEncoder: openImageEncoder(),
  openedDesigns: openedDesigns(),
  keptAnswers: openKeptAnswers({ changeMark, clock }),
});

const demoStarter =
  ({ isDemo, clock }: ContainerOptions, desk: Omit<Parameters<typeof startDemoSignatures>[0], 'clock'>) =>
  async (): Promise<void> => {
    if (isDemo) await startDemoSignatures({ ...desk, clock }, demoTenantId);
  };

/** The store in the shape of this release, or a StorageError that says why not. */
const openStore = async ({ config, clock, logger, version, worker }: ContainerOptions) => {
  const release = { product: version, migrations };
  const writeTurns = makeWriteTurns();
  const turns = worker && { shared: writeTurns, goesFirst: true };
  const engine = await openStorage(config, { logger, release, turns });
  try {
    const leases = openLeaseStore(engine, clock);
    const replica = await joinStore({ engine, leases, clock, logger, release });
    const leaveStore = async (): Promise<void> => {
      // A database that is away must not keep this process: the others forget a silent replica by themselves.
      await replica.leave().catch((err: unknown) => {
        logger.warn({ msg: 'this replica could not be taken off the list; within half a minute it is forgotten', err });
      });
      await engine.close();
    };
    return { engine, leases, replica, leaveStore, writeTurns };
  } catch (error) {
    await engine.close();
    throw error;
  }
};

/** Counts nothing unless somebody may read it. */
const openMetrics = ({ config, clock }: ContainerOptions, repositories: Repositories): Metrics | null => {
  if (config.metricsToken === null) return null;
  const meter = openPromMeter({ readInstallation: () => readInstallation(repositories, clock), clock });
  return { meter, token: config.metricsToken, render: meter.render };
};

/** How people get in. */
const openAccess = ({
  config: { entraAuthority, graphUrl },
  registration: { clientId },
  clock,
  publicUrl,
}: ContainerOptions) => ({
  verifier: openAccessTokenVerifier({ entraAuthority, clientId, scope: ownScope, clock }),
  consentLinks: openConsentLinks({ entraAuthority, graphUrl, clientId, publicUrl, apiScope: apiScopeOf(clientId) }),
  readCertificate,
});

const publicConfigOf = async ({
  config,
  registration,
  isDemo,
  version,
  publicUrl,
}: ContainerOptions): Promise<PublicConfig> => ({
  clientId: registration.clientId,
  ...(await describeAuthority(config.entraAuthority, 'organizations')),
  apiScope: apiScopeOf(registration.clientId),
  locales: [...languages],
  demo: isDemo,
  ...(isDemo ? { simulatorUrl: config.entraAuthority } : {}),
  version,
  addin: describeAddin(publicUrl),
});
