import type { ExportHeader } from './exportFormat.ts';
import { readExport } from './readExport.ts';
import { isLocked, type Keys } from '../sealedSecrets.ts';
import { transferError } from '../transferError.ts';

/** What a file is that was read to its end without a fault. */
export interface Inspected {
  readonly header: ExportHeader;
  readonly documents: number;
  /** SHA-256 of all of it. */
  readonly checksum: string;
  /** Tenants whose sealed credential does not open with the keys at hand. */
  readonly locked: number;
}

interface Inspection {
  readonly keys: Keys;
  readonly signal: AbortSignal;
  report(text: string): void;
}

/** Reads the whole file. Throws StorageError at the first line that is wrong. */
export const inspectExport = async ({ keys, signal, report }: Inspection, path: string): Promise<Inspected> => {
  let header: ExportHeader | null = null;
  let documents = 0;
  let locked = 0;
  for await (const part of readExport(path)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'end' && header !== null) return { header, documents, checksum: part.checksum, locked };
    if (part.kind !== 'entry') continue;
    documents += 1;
    if (isLocked(keys, part.entry)) locked += 1;
    if (documents % 1000 === 0) {
      signal.throwIfAborted();
      report(`Checking ${path}: ${documents} documents`);
    }
  }
  throw new Error('an export without an end was read to its end');
};

/** Throws StorageError `key-missing`, unless their loss was accepted. */
export const refuseLocked = ({ header, locked }: Inspected, withoutKey: boolean): void => {
  if (locked === 0 || withoutKey) return;
  const fingerprint = header.sealedWith ?? 'unknown';
  throw transferError(
    'key-missing',
    `The sealed secrets of ${locked} tenants do not open with the ENCRYPTION_KEY at hand. Set ENCRYPTION_KEY to the ` +
      `one of the source (fingerprint ${fingerprint}; without that setting it is in encryption.key of the source's DATA_DIR), ` +
      'or name it in ENCRYPTION_KEY_PREVIOUS. With --without-key the import goes on, and the admins of those tenants ' +
      'have to enter their secret again.',
  );
};
