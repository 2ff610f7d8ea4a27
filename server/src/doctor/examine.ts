import { readEncryptionKeys } from '../config/encryptionKey.ts';
import type { Config } from '../config/loadConfig.ts';
import { openAppTokens } from '../identity/appTokens.ts';
import { openRegistrationSource } from '../identity/registrationSource.ts';
import { openSecretBox } from '../identity/secrets/secretBox.ts';
import type { StorageEngine } from '../storage/collection.ts';
import { openRepositories } from '../storage/openRepositories.ts';
import { checkBundle, checkDisk, checkNode } from './checkMachine.ts';
import { checkMicrosoft } from './checkMicrosoft.ts';
import { checkPublicUrl } from './checkPublicUrl.ts';
import { checkKey, checkShape, openFoundStore, type StoreOpening } from './checkStore.ts';
import { checkTenants } from './checkTenants.ts';
import { ok, warning, type Checked } from './checked.ts';

export interface Examination extends StoreOpening {
  /** Folder of the project, with what was built. */
  readonly projectDir: string;
  readonly nodeVersion: string;
}

/**
 * Looks at everything an installation needs and tells what it finds as it goes. Changes nothing that anybody would miss:
 * it writes one mark into the store to see that it can, and asks Entra for tokens that it throws away. Runs beside servers.
 */
export async function* examine(examination: Examination): AsyncGenerator<Checked> {
  const { config, clock } = examination;
  yield checkNode(examination.nodeVersion);
  yield ok('config', 'The configuration is complete');
  yield checkBundle(examination.projectDir);
  const disk = await checkDisk(config);
  if (disk !== null) yield disk;
  yield checkKey(config);
  if (config.app === null)
    yield warning(
      'demo',
      'ENTRA_CLIENT_ID is not set: this is a demo with a made-up tenant',
      'For your own tenant make an app registration (docs/deploy.md).',
    );
  else yield* await checkMicrosoft(config, clock);
  const { engine, checked } = await openFoundStore(examination);
  yield checked;
  try {
    yield* examineFrom(examination, engine);
  } finally {
    await engine?.close();
  }
}

async function* examineFrom(examination: Examination, engine: StorageEngine | null): AsyncGenerator<Checked> {
  const { config } = examination;
  const shape = engine === null ? null : await checkShape(engine, examination);
  yield* shape?.checks ?? [];
  if (engine !== null && config.app !== null) yield* await checkTenants(deskOf(examination, engine, config.app));
  yield* await checkPublicUrl({ config, replicas: shape?.replicas ?? null });
}

const deskOf = ({ config, clock }: Examination, engine: StorageEngine, app: NonNullable<Config['app']>) => {
  const repositories = openRepositories(engine);
  const { entraAuthority, graphUrl } = config;
  const registrations = openRegistrationSource(repositories.connections, openBox(config));
  return { repositories, clock, tokens: openAppTokens({ entraAuthority, graphUrl, ...app, clock, registrations }) };
};

const openBox = (config: Config) => {
  const [key, ...earlier] = readEncryptionKeys(config);
  return openSecretBox(key ?? Buffer.alloc(32), earlier);
};
