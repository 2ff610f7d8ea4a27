import { openEncryptionKeys } from '../config/encryptionKey.ts';
import type { Config } from '../config/loadConfig.ts';
import { openGraphDirectories } from '../graph/graphDirectoryReader.ts';
import { openAppTokens } from '../identity/appTokens.ts';
import { openRegistrationSource } from '../identity/registrationSource.ts';
import { openSecretBox } from '../identity/secrets/secretBox.ts';
import { meteredLeases } from '../observability/meteredLeases.ts';
import { openWebhookSender } from '../outgoing/openWebhookSender.ts';
import type { Clock } from '../ports/clock.ts';
import type { AppTokens } from '../ports/identity.ts';
import type { LeaseStore } from '../ports/lease.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import type { Meter } from '../ports/telemetry/meter.ts';
import type { Repositories } from '../ports/repositories.ts';
import type { SecretBox } from '../ports/secretBox.ts';
import type { Tracer } from '../ports/telemetry/tracer.ts';
import { openAdmission, type Admission } from '../sync/connection/admission.ts';

/** What a program is made from, whether it answers, works, or both. */
export interface BaseOptions {
  readonly config: Config;
  /** The app registration; a demo brings its own. */
  readonly registration: { readonly clientId: string; readonly clientSecret: string };
  readonly isDemo: boolean;
  readonly publicUrl: string;
  readonly version: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Left out: nobody is told what took how long. */
  readonly tracer?: Tracer | undefined;
}

export interface OpenedStore {
  readonly repositories: Repositories;
  readonly leases: LeaseStore;
}

/** Of the made-up tenant; a data folder may have seen it before the real one came. */
export const demoTenantId = '1698d3a7-5374-427e-a1aa-86568c1a6b4d';

/** How to get into directories and to the store, with everything sealed opened by the keys of the configuration. */
export const openBase = (options: BaseOptions, store: OpenedStore, meter: Meter | undefined) => {
  const { config, registration, clock, logger, tracer, version } = options;
  const { entraAuthority, graphUrl } = config;
  const { repositories } = store;
  const secretBox = openBox(config);
  const registrations = openRegistrationSource(repositories.connections, secretBox);
  const appTokens = openAppTokens({ entraAuthority, graphUrl, ...registration, clock, registrations });
  const userAgent = `Undersign/${version}`;
  const watched = { clock, logger, meter, tracer };
  const openDirectoriesWith = (tokens: AppTokens) => openGraphDirectories({ graphUrl, tokens, userAgent, ...watched });
  return {
    repositories,
    leases: meter === undefined ? store.leases : meteredLeases(store.leases, meter),
    ...watched,
    secretBox,
    appTokens,
    openDirectoriesWith,
    openDirectory: openDirectoriesWith(appTokens),
    webhookSender: openWebhookSender({ networks: config.webhookNetworks, userAgent }),
    admission: openTenantAdmission(options, repositories),
  };
};

export type Base = ReturnType<typeof openBase>;

const openBox = (config: Config): SecretBox => {
  const { key, earlier } = openEncryptionKeys(config);
  return openSecretBox(key, earlier);
};

const openTenantAdmission = ({ config, isDemo }: BaseOptions, { connections, firstTenants }: Repositories): Admission =>
  openAdmission({
    allowedTenants: config.allowedTenants ?? (isDemo ? 'open' : 'first'),
    connections,
    firstTenants,
    demoTenantId,
  });
