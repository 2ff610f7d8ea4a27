import { ConfigError } from '../domain/errors.ts';
import { configSchema } from './configSchema.ts';

export interface Config {
  readonly port: number;
  /** As the operator gave it; null means `http://localhost:PORT`, known once the port is. */
  readonly publicUrl: string | null;
  readonly dataDir: string;
  readonly entraAuthority: string;
  readonly graphUrl: string;
  /** Null starts a demo: a stand-in directory beside the server. */
  readonly app: { readonly clientId: string; readonly clientSecret: string } | null;
  readonly encryptionKey: Buffer | null;
  /** Open what they sealed before, and seal nothing any more. */
  readonly earlierKeys: readonly Buffer[];
  /** Null: the program decides. */
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent' | null;
}

/** Reads the configuration from an environment. Pure. Throws ConfigError with every problem at once; never a secret in it. */
export const loadConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const settings = parsed.data;
  return {
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL ?? null,
    dataDir: settings.DATA_DIR,
    entraAuthority: settings.ENTRA_AUTHORITY,
    graphUrl: settings.GRAPH_URL,
    app:
      settings.ENTRA_CLIENT_ID === undefined || settings.ENTRA_CLIENT_SECRET === undefined
        ? null
        : { clientId: settings.ENTRA_CLIENT_ID, clientSecret: settings.ENTRA_CLIENT_SECRET },
    encryptionKey: settings.ENCRYPTION_KEY === undefined ? null : Buffer.from(settings.ENCRYPTION_KEY, 'base64'),
    earlierKeys: (settings.ENCRYPTION_KEY_PREVIOUS ?? []).map((text) => Buffer.from(text, 'base64')),
    logLevel: settings.LOG_LEVEL ?? null,
  };
};
