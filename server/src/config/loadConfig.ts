import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ConfigError } from '../domain/errors.ts';
import { configSchema } from './configSchema.ts';
import { fillFromFiles, type Environment, type ReadText } from './secretFiles.ts';

export interface Config {
  readonly port: number;
  /** Of a demo's directory; null means the one after the port. */
  readonly simulatorPort: number | null;
  /** As the operator gave it; null means `http://localhost:PORT`, known once the port is. */
  readonly publicUrl: string | null;
  readonly dataDir: string;
  /** A MongoDB connection string that names its database; null means SQLite in the data folder. Holds a password. */
  readonly databaseUrl: string | null;
  readonly entraAuthority: string;
  readonly graphUrl: string;
  /** Null starts a demo: a stand-in directory beside the server. */
  readonly app: { readonly clientId: string; readonly clientSecret: string } | null;
  readonly encryptionKey: Buffer | null;
  /** Open what they sealed before, and seal nothing any more. */
  readonly earlierKeys: readonly Buffer[];
  /** Who may connect: see the schema. Null: the program decides. */
  readonly allowedTenants: 'first' | 'open' | readonly string[] | null;
  /** For Express' `trust proxy`. */
  readonly trustedProxies: string;
  /** Besides the Internet: where webhooks may be sent. */
  readonly webhookNetworks: readonly string[];
  /** Opens `/metrics`; null: there are none. */
  readonly metricsToken: string | null;
  /** To whom spans go is OpenTelemetry's to read; this is the share of them. Null: nobody is told. */
  readonly traces: { readonly share: number } | null;
  /** Null: the program decides. */
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent' | null;
}

const readFile: ReadText = (path) => readFileSync(path, 'utf8');

/**
 * Reads the configuration from an environment, and secrets from the files it names. Otherwise pure.
 * Throws ConfigError with every problem at once; never a secret in it.
 */
export const loadConfig = (environment: Environment, readText: ReadText = readFile): Config => {
  const { env, problems: unread } = fillFromFiles(environment, readText);
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = configSchema.safeParse(given);
  const issues = (parsed.error?.issues ?? []).map(({ path, message }) => ({ name: path.join('.'), message }));
  const problems = [
    ...Object.entries(unread).map(([name, problem]) => `${name} ${problem}`),
    ...issues.filter(({ name }) => unread[name] === undefined).map(({ name, message }) => `${name} ${message}`),
  ];
  if (parsed.data === undefined || problems.length > 0) throw new ConfigError(problems);
  return configOf(parsed.data);
};

type Settings = z.infer<typeof configSchema>;

const appOf = ({ ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: clientSecret }: Settings): Config['app'] =>
  clientId === undefined || clientSecret === undefined ? null : { clientId, clientSecret };

const tracesOf = ({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_TRACES_SAMPLER_ARG: share,
}: Settings): Config['traces'] => (endpoint === undefined ? null : { share });

const configOf = (settings: Settings): Config => ({
  port: settings.PORT,
  simulatorPort: settings.SIMULATOR_PORT ?? null,
  publicUrl: settings.PUBLIC_URL ?? null,
  dataDir: settings.DATA_DIR,
  databaseUrl: settings.DATABASE_URL ?? null,
  entraAuthority: settings.ENTRA_AUTHORITY,
  graphUrl: settings.GRAPH_URL,
  app: appOf(settings),
  encryptionKey: settings.ENCRYPTION_KEY === undefined ? null : Buffer.from(settings.ENCRYPTION_KEY, 'base64'),
  earlierKeys: (settings.ENCRYPTION_KEY_PREVIOUS ?? []).map((text) => Buffer.from(text, 'base64')),
  allowedTenants: settings.ALLOWED_TENANTS ?? null,
  trustedProxies: settings.TRUSTED_PROXIES,
  webhookNetworks: settings.WEBHOOK_NETWORKS ?? [],
  metricsToken: settings.METRICS_TOKEN ?? null,
  traces: tracesOf(settings),
  logLevel: settings.LOG_LEVEL ?? null,
});
