import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { openSecretBox } from '../../../src/identity/secrets/secretBox.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import type { Migration } from '../../../src/storage/migrations.ts';
import { openLeaseStore } from '../../../src/storage/openLeaseStore.ts';
import type { StoreExportDesk } from '../../../src/transfer/exportStore.ts';
import type { StoreImportDesk } from '../../../src/transfer/importFile.ts';
import { keyFingerprint, type Keys } from '../../../src/transfer/sealedSecrets.ts';
import { openRecordingLogger } from '../../support/sync/recordingLogger.ts';

export const pauses = ['slow-pass', 'run-sync', 'run-preview'];

export const keysOf = (key: Buffer): Keys => {
  const box = openSecretBox(key);
  return { fingerprint: keyFingerprint(key), canOpen: (purpose, sealed) => box.open(purpose, sealed) !== null };
};

export interface Mover {
  readonly engine: StorageEngine;
  readonly clock: Clock;
  readonly product?: string;
  readonly migrations?: readonly Migration[];
  readonly signal?: AbortSignal;
  readonly keys?: Keys;
  readonly withoutKey?: boolean;
  readonly report?: (text: string) => void;
}

/** What the command line puts together for `exportStore`, `importFile` and `verifyStore`. */
export const deskOf = ({
  engine,
  clock,
  product = '1.0.0',
  migrations = [],
  ...rest
}: Mover): StoreExportDesk & StoreImportDesk => {
  const keys = rest.keys ?? keysOf(randomBytes(32));
  return {
    engine,
    clock,
    leases: openLeaseStore(engine, clock),
    logger: openRecordingLogger(),
    release: { product, migrations },
    signal: rest.signal ?? new AbortController().signal,
    report: rest.report ?? (() => undefined),
    pauses,
    keys,
    sealedWith: keys.fingerprint,
    withoutKey: rest.withoutKey ?? false,
  };
};

export interface ExportFolder {
  /** A name nobody used. */
  file(ending?: string): string;
  readonly path: string;
  remove(): void;
}

export const openExportFolder = (): ExportFolder => {
  const path = mkdtempSync(join(tmpdir(), 'undersign-export-'));
  let count = 0;
  return {
    path,
    file: (ending = 'ndjson') => join(path, `${String((count += 1))}.${ending}`),
    remove: () => {
      rmSync(path, { recursive: true });
    },
  };
};
