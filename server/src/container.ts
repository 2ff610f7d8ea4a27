import { join } from 'node:path';
import type { Express } from 'express';
import { openAuditTrail } from './api/audit/openAuditTrail.ts';
import { describeAddin } from './api/manifest/describeAddin.ts';
import { officeCloudOf } from './api/officeCloud.ts';
import { openKeptAnswers } from './api/answers/keptAnswers.ts';
import { openReadiness } from './api/openReadiness.ts';
import { openApp } from './app.ts';
import type { Metrics } from './api/apiOptions.ts';
import { languages } from './contract/signatures/languages.ts';
import type { Config as PublicConfig } from './contract/manage/session.ts';
import { openEncryptionKeys } from './config/encryptionKey.ts';
import type { Config } from './config/loadConfig.ts';
import { openGraphDirectories } from './graph/graphDirectoryReader.ts';
import { openGraphSubscriptions } from './graph/graphSubscriptions.ts';
import { openAccessTokenVerifier } from './identity/accessTokenVerifier.ts';
import { openAppTokens } from './identity/appTokens.ts';
import { openConsentLinks } from './identity/consentLinks.ts';
import { describeAuthority } from './identity/entraAuthority.ts';
import { readCertificate } from './identity/readCertificate.ts';
import { openRegistrationSource } from './identity/registrationSource.ts';
import { openSecretBox } from './identity/secretBox.ts';
import { openImageEncoder } from './images/openImageEncoder.ts';
import { openWebhookCourier, type CourierOptions, type WebhookCourier } from './integrations/openWebhookCourier.ts';
import { resealWebhooks } from './integrations/webhookSecrets.ts';
import { meteredLeases } from './observability/meteredLeases.ts';
import { openPromMeter } from './observability/promMeter.ts';
import { openWebhookSender } from './outgoing/openWebhookSender.ts';
import { openStorage } from './openStorage.ts';
import type { Clock } from './ports/clock.ts';
import type { AppTokens } from './ports/identity.ts';
import type { Logger } from './ports/logger.ts';
import type { Meter } from './ports/meter.ts';
import type { ConnectionRepository, Repositories } from './ports/repositories.ts';
import type { SecretBox } from './ports/secretBox.ts';
import type { WebhookSender } from './ports/webhookSender.ts';
import { startDemoSignatures } from './signatures/demo/startDemoSignatures.ts';
import { openedDesigns } from './signatures/designs/openedDesigns.ts';
import { joinStore, type Replica } from './storage/migrate/joinStore.ts';
import { migrations } from './storage/migrations.ts';
import { openLeaseStore } from './storage/openLeaseStore.ts';
import { openRepositories } from './storage/openRepositories.ts';
import { openRequestCounts } from './storage/openRequestCounts.ts';
import { notificationAddress } from './sync/changeNotifications/notificationAddress.ts';
import { openAdmission, type Admission } from './sync/connection/admission.ts';
import { checkConnection, type TrialDesk } from './sync/connection/checkConnection.ts';
import { lookAgain } from './sync/connection/proveConsent.ts';
import { resealRegistrations } from './sync/connection/resealRegistrations.ts';
import { openUnattendedSync, type UnattendedSync } from './sync/openUnattendedSync.ts';
import { readInstallation } from './sync/schedule/readInstallation.ts';
import { openSlowPass, type SlowPass, type SlowPassOptions } from './sync/slowPass/openSlowPass.ts';
import { openRunExecutor, type RunExecutor } from './sync/run/runExecutor.ts';

export interface ContainerOptions {
  readonly config: Config;
  /** The app registration; a demo brings its own. */
  readonly registration: { readonly clientId: string; readonly clientSecret: string };
  readonly isDemo: boolean;
  readonly publicUrl: string;
  readonly version: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The assembled program. */
export interface Container {
  readonly app: Express;
  readonly executor: RunExecutor;
  readonly slowPass: SlowPass;
  readonly unattended: UnattendedSync;
  readonly courier: WebhookCourier;
  /** This process among the replicas that share the store. */
  readonly replica: Replica;
  /** In a demo: gives its tenant something to look at, unless somebody has made something there. */
  startDemo(): Promise<void>;
  /** Ends the answers that would never end by themselves. To be called first. */
  endStreams(): void;
  close(): Promise<void>;
}

const scope = 'access_as_user';
/** Of the made-up tenant; a data folder may have seen it before the real one came. */
const demoTenantId = '1698d3a7-5374-427e-a1aa-86568c1a6b4d';
const projectDir = join(import.meta.dirname, '../..');

/** The one place that knows every part. Throws StorageError or ConfigError when the data folder cannot be used. */
export const openContainer = async (options: ContainerOptions): Promise<Container> => {
  const secretBox = openBox(options.config);
  const store = await openStore(options);
  try {
    return await assemble(options, secretBox, store);
  } catch (error) {
    // Or the others would wait half a minute for a replica that never came.
    await store.leaveStore();
    throw error;
  }
};

type Store = Awaited<ReturnType<typeof openStore>>;

const assemble = async (options: ContainerOptions, secretBox: SecretBox, store: Store): Promise<Container> => {
  const { engine, replica, leaveStore } = store;
  const { config, clock, logger, publicUrl } = options;
  const repositories = openRepositories(engine);
  const metrics = openMetrics(options, repositories);
  const leases = metrics === null ? store.leases : meteredLeases(store.leases, metrics.meter);
  await resealRegistrations({ connections: repositories.connections, secretBox, logger });
  await resealWebhooks({ repositories, secretBox, logger });
  const metered = { ...options, meter: metrics?.meter };
  const access = openAccess(metered, repositories.connections, secretBox);
  const webhookSender = openSender(options);
  const parts = { repositories, leases, clock, logger };
  const desk = { ...parts, openDirectory: access.openDirectory, secretBox, sender: webhookSender };
  const admission = openTenantAdmission(options, repositories);
  const { slowPass, executor, runDesk, unattended, courier } = openWork(metered, { desk, access, admission });
  const tools = signatureTools(repositories, clock);
  const stopping = new AbortController();
  const app = openApp({
    ...desk,
    stopping: stopping.signal,
    audit: openAuditTrail(desk),
    requestCounts: openRequestCounts(engine),
    runDesk,
    unattended,
    ...access,
    admission,
    webhookSender,
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
    executor,
    slowPass,
    unattended,
    courier,
    replica,
    startDemo: demoStarter(options, { repositories, ...tools }),
    ...endingOf({ parts: [slowPass, unattended, executor, courier], stopping, leaveStore }),
  };
};

interface WorkParts {
  readonly desk: SlowPassOptions & CourierOptions;
  readonly access: ReturnType<typeof openAccess>;
  readonly admission: Admission;
}

/** What is done besides answering: runs, photos and managers, and keeping tenants current. */
const openWork = (
  { config: { graphUrl }, publicUrl, meter }: MeteredOptions,
  { desk, access, admission }: WorkParts,
) => {
  const { repositories, clock, logger } = desk;
  const { appTokens: tokens } = access;
  const slowPass = openSlowPass(desk);
  const courier = openWebhookCourier(desk);
  const executor = openRunExecutor({ ...desk, meter, onSynced: slowPass.wake, onEnded: courier.wake });
  const runDesk = { repositories, executor, clock };
  const unattended = openUnattendedSync({
    ...desk,
    runDesk,
    openSubscriptions: openGraphSubscriptions({ graphUrl, tokens, clock, logger, meter }),
    ...looksAtConnections({ ...repositories, ...access, admission, clock }),
    address: notificationAddress(publicUrl, graphUrl),
  });
  return { slowPass, executor, runDesk, unattended, courier };
};

const openSender = ({ config, version }: ContainerOptions): WebhookSender =>
  openWebhookSender({ networks: config.webhookNetworks, userAgent: `Undersign/${version}` });

const microsoftPlaces = ({ entraAuthority, graphUrl }: Config) => ({
  officeCloud: officeCloudOf(graphUrl),
  connectSources: [new URL(entraAuthority).origin],
});

interface Ending {
  readonly parts: readonly { stop(): Promise<void> }[];
  readonly stopping: AbortController;
  readonly leaveStore: () => Promise<void>;
}

const endingOf = ({ parts, stopping, leaveStore }: Ending): Pick<Container, 'endStreams' | 'close'> => ({
  endStreams: () => {
    stopping.abort();
  },
  close: async () => {
    for (const part of parts) await part.stop();
    await leaveStore();
  },
});

const signatureTools = ({ changeMark }: Repositories, clock: Clock) => ({
  imageEncoder: openImageEncoder(),
  openedDesigns: openedDesigns(),
  keptAnswers: openKeptAnswers({ changeMark, clock }),
});

const looksAtConnections = (desk: TrialDesk) => ({
  lookAtGrant: (tenantId: string) => lookAgain(desk, tenantId),
  recheckConnection: (tenantId: string) => checkConnection(desk, { tenantId }),
});

const demoStarter =
  ({ isDemo, clock }: ContainerOptions, desk: Omit<Parameters<typeof startDemoSignatures>[0], 'clock'>) =>
  async (): Promise<void> => {
    if (isDemo) await startDemoSignatures({ ...desk, clock }, demoTenantId);
  };

const openTenantAdmission = (
  { config, isDemo }: ContainerOptions,
  { connections, firstTenants }: Repositories,
): Admission =>
  openAdmission({
    allowedTenants: config.allowedTenants ?? (isDemo ? 'open' : 'first'),
    connections,
    firstTenants,
    demoTenantId,
  });

/** The store in the shape of this release, or a StorageError that says why not. */
const openStore = async ({ config, clock, logger, version }: ContainerOptions) => {
  const release = { product: version, migrations };
  const engine = await openStorage(config, { logger, release });
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
    return { engine, leases, replica, leaveStore };
  } catch (error) {
    await engine.close();
    throw error;
  }
};

const openBox = (config: Config): SecretBox => {
  const { key, earlier } = openEncryptionKeys(config);
  return openSecretBox(key, earlier);
};

/** Counts nothing unless somebody may read it. */
const openMetrics = ({ config, clock }: ContainerOptions, repositories: Repositories): Metrics | null => {
  if (config.metricsToken === null) return null;
  const meter = openPromMeter({ readInstallation: () => readInstallation(repositories, clock), clock });
  return { meter, token: config.metricsToken, render: meter.render };
};

interface MeteredOptions extends ContainerOptions {
  readonly meter: Meter | undefined;
}

/** How people get in, and how we get into directories: with a tenant's own credentials, or with others on trial. */
const openAccess = (
  { config: { entraAuthority, graphUrl }, registration, clock, logger, publicUrl, meter }: MeteredOptions,
  connections: ConnectionRepository,
  secretBox: SecretBox,
) => {
  const registrations = openRegistrationSource(connections, secretBox);
  const appTokens = openAppTokens({ entraAuthority, graphUrl, ...registration, clock, registrations });
  const openDirectoriesWith = (tokens: AppTokens) => openGraphDirectories({ graphUrl, tokens, clock, logger, meter });
  const { clientId } = registration;
  return {
    appTokens,
    openDirectoriesWith,
    openDirectory: openDirectoriesWith(appTokens),
    verifier: openAccessTokenVerifier({ entraAuthority, clientId, scope, clock }),
    consentLinks: openConsentLinks({ entraAuthority, clientId, publicUrl }),
    readCertificate,
  };
};

const publicConfigOf = async ({
  config,
  registration,
  isDemo,
  version,
  publicUrl,
}: ContainerOptions): Promise<PublicConfig> => ({
  clientId: registration.clientId,
  ...(await describeAuthority(config.entraAuthority, 'organizations')),
  apiScope: `api://${registration.clientId}/${scope}`,
  locales: [...languages],
  demo: isDemo,
  ...(isDemo ? { simulatorUrl: config.entraAuthority } : {}),
  version,
  addin: describeAddin(publicUrl),
});
