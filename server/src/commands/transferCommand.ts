import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readEncryptionKeys } from '../config/encryptionKey.ts';
import type { Config } from '../config/loadConfig.ts';
import { openSecretBox } from '../identity/secrets/secretBox.ts';
import { openStorage, type StoragePlace } from '../assembly/openStorage.ts';
import type { Clock } from '../ports/clock.ts';
import { leaseNames } from '../ports/lease.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import type { StorageEngine } from '../storage/collection.ts';
import { migrations } from '../storage/migrations.ts';
import { openLeaseStore } from '../storage/openLeaseStore.ts';
import type { Comparison } from '../transfer/compareEntries.ts';
import { exportStore } from '../transfer/exportStore.ts';
import { importFile } from '../transfer/importFile.ts';
import { keyFingerprint, type Keys } from '../transfer/sealedSecrets.ts';
import { leftOutNames } from '../transfer/transferred.ts';
import { verifyStore, type Expected } from '../transfer/verifyStore.ts';

export const usage = `npm run data -- COMMAND

  export FILE                   everything in the database to a new file; packed if FILE ends in .gz
  import FILE [--without-key]   everything in FILE to an empty database; interrupted, repeat it
  verify FILE                   compares the database with an export, document by document
  verify PLACE                  … with another database: a data folder, or mongodb://HOST/NAME

The database is the one the server would use: DATABASE_URL, or the one in DATA_DIR (docs/backup.md).`;

export type TransferCommand =
  | { readonly name: 'export'; readonly target: string }
  | { readonly name: 'import'; readonly target: string; readonly withoutKey: boolean }
  | { readonly name: 'verify'; readonly target: string };

/** Null when it is none: the caller shows the usage. */
export const parseCommand = (args: readonly string[]): TransferCommand | null => {
  const parsed = readArguments(args);
  if (parsed?.positionals.length !== 2) return null;
  const [name, target = ''] = parsed.positionals;
  const withoutKey = parsed.values['without-key'] === true;
  if (name === 'import') return { name, target, withoutKey };
  return (name === 'export' || name === 'verify') && !withoutKey ? { name, target } : null;
};

const readArguments = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { 'without-key': { type: 'boolean' } } });
  } catch {
    return null;
  }
};

export interface TransferOptions {
  readonly config: Config;
  readonly version: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** How far it is; may be told often. */
  report(text: string): void;
  /** What came of it. */
  say(text: string): void;
}

/** Resolves with the exit code: 1 where a comparison found differences. Throws StorageError or ConfigError. */
export const runTransfer = async (options: TransferOptions, command: TransferCommand): Promise<number> => {
  if (command.name === 'import') return runImport(options, command);
  return command.name === 'export' ? runExport(options, command.target) : runVerify(options, command.target);
};

const runExport = (options: TransferOptions, file: string): Promise<number> =>
  withStore(openExisting(options, options.config), async (engine) => {
    const keys = openKeys(options.config);
    const pauses = [leaseNames.enrichmentPass, leaseNames.sync, leaseNames.preview];
    const desk = { ...deskOf(options, engine), pauses, sealedWith: keys.fingerprint };
    const { documents, tenants, checksum } = await exportStore(desk, file);
    options.say(`Exported ${documents} documents of ${tenants} tenants to ${file}.`);
    options.say(`  SHA-256 of the content: ${checksum}`);
    options.say(`  Left out, for it belongs to running servers: ${leftOutNames.join(', ')}.`);
    const { fingerprint } = keys;
    if (fingerprint !== null)
      options.say(`  Sealed secrets need the ENCRYPTION_KEY with the fingerprint ${fingerprint}.`);
    return 0;
  });

const runImport = (
  options: TransferOptions,
  { target, withoutKey }: Extract<TransferCommand, { name: 'import' }>,
): Promise<number> =>
  withStore(openStorage(options.config, openingOf(options)), async (engine) => {
    const desk = { ...deskOf(options, engine), keys: openKeys(options.config), withoutKey, logger: options.logger };
    const { documents, resumedAfter, locked } = await importFile(desk, target);
    const again = resumedAfter > 0 ? `, of which ${resumedAfter} were there from the interrupted import` : '';
    options.say(`Imported ${documents} documents from ${target}${again}.`);
    if (locked > 0) options.say(`  ${locked} tenants have to enter their secret or certificate again.`);
    options.say(`  To be sure: npm run data -- verify ${target}`);
    return 0;
  });

const runVerify = (options: TransferOptions, target: string): Promise<number> =>
  withStore(openExisting(options, options.config), async (found) => {
    const { signal, report } = options;
    const compare = async (expected: Expected): Promise<number> => {
      const comparison = await verifyStore({ expected, found, signal, report });
      sayComparison(options, comparison);
      return comparison.differences === 0 ? 0 : 1;
    };
    const place = placeOf(target);
    return place === null
      ? compare({ file: target })
      : withStore(openExisting(options, place), (engine) => compare({ engine }));
  });

const placeOf = (target: string): StoragePlace | null => {
  if (/^mongodb(\+srv)?:\/\//.test(target)) return { dataDir: '', databaseUrl: target };
  const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? { dataDir: target, databaseUrl: null } : null;
};

const sayComparison = ({ say }: TransferOptions, { collections, examples, ...all }: Comparison): void => {
  for (const { collection, expected, found } of collections) {
    const isSame = expected.sha256 === found.sha256;
    const counts = isSame ? `${found.documents}` : `${expected.documents} there, ${found.documents} here: NOT THE SAME`;
    say(`  ${collection.padEnd(20)} ${found.sha256.slice(0, 16)} ${counts}`);
  }
  for (const { tenant, collection, id, kind } of examples) say(`  ${kind}: ${collection} ${id} of tenant ${tenant}`);
  const { documents, tenants, differences } = all;
  if (differences === 0) say(`The same: ${documents} documents of ${tenants} tenants.`);
  else say(`${differences} of ${documents} documents differ; the first ${examples.length} are listed.`);
};

const openExisting = (options: TransferOptions, place: StoragePlace): Promise<StorageEngine> =>
  openStorage(place, { ...openingOf(options), existing: true });

const openingOf = ({ logger, version }: TransferOptions) => ({ logger, release: { product: version, migrations } });

const withStore = async <T>(opening: Promise<StorageEngine>, work: (engine: StorageEngine) => Promise<T>) => {
  const engine = await opening;
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
};

const deskOf = ({ version, clock, signal, report }: TransferOptions, engine: StorageEngine) => ({
  engine,
  leases: openLeaseStore(engine, clock),
  clock,
  signal,
  report,
  release: { product: version, migrations },
});

const openKeys = (config: Config): Keys => {
  const [key, ...earlier] = readEncryptionKeys(config);
  if (key === undefined) return { fingerprint: null, canOpen: () => false };
  const box = openSecretBox(key, earlier);
  return { fingerprint: keyFingerprint(key), canOpen: (purpose, sealed) => box.open(purpose, sealed) !== null };
};
