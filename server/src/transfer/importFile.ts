import type { Logger } from '../ports/logger.ts';
import type { StorageEngine } from '../storage/collection.ts';
import { systemTenant } from '../storage/collections.ts';
import { joinStore } from '../storage/migrate/joinStore.ts';
import { newestShape, type Release } from '../storage/migrate/schemaState.ts';
import { holdLeases, type HeldLeases, type LeaseDesk } from './holdLeases.ts';
import { beginImport, markImport } from './importMark.ts';
import { inspectExport, refuseLocked, type Inspected } from './inspectExport.ts';
import { readExport } from './readExport.ts';
import type { Keys } from './sealedSecrets.ts';
import type { Entry } from './storeEntries.ts';
import { transferError } from './transferError.ts';
import { transferredByName } from './transferred.ts';

export interface ImportDesk extends LeaseDesk {
  readonly engine: StorageEngine;
  readonly release: Release;
  readonly logger: Logger;
  readonly keys: Keys;
  /** Go on although sealed secrets cannot be opened here. */
  readonly withoutKey: boolean;
  report(text: string): void;
}

export interface Imported extends Inspected {
  /** So many documents an earlier import of the same file, which was interrupted, had written. */
  readonly resumedAfter: number;
}

/**
 * Reads the whole file and checks it, then writes it to an empty store and brings it to this release. Interrupted, the
 * store stays marked as half full: no server starts on it, and the same import goes on where it ended. Throws StorageError.
 */
export const importFile = async (desk: ImportDesk, path: string): Promise<Imported> => {
  const inspected = await inspectExport(desk, path);
  const { header } = inspected;
  if (header.schema > newestShape(desk.release)) {
    const message = `${path} was written by Undersign ${header.product}. Import it with that version or a later one.`;
    throw transferError('file-newer', message);
  }
  refuseLocked(inspected, desk.withoutKey);
  const onWait = (): void => {
    desk.report('Waiting for another import into this database to end.');
  };
  const held = await holdLeases(desk, { tenant: systemTenant, names: ['import'], onWait });
  try {
    const resumedAfter = await beginImport(desk, inspected);
    await writeEntries(desk, { path, inspected, resumedAfter, held });
    await markImport(desk, null);
    if (header.schema < newestShape(desk.release)) await (await joinStore(desk)).leave();
    return { ...inspected, resumedAfter };
  } finally {
    await held.release();
  }
};

interface Writing {
  readonly path: string;
  readonly inspected: Inspected;
  readonly resumedAfter: number;
  readonly held: HeldLeases;
}

/** As many documents, or as much text, as is written at once. */
const batchDocuments = 500;
const batchCharacters = 4_000_000;

/** Every batch is noted once it is stored; the one that a crash cut off is put once more, as it is. */
const writeEntries = async (desk: ImportDesk, writing: Writing): Promise<void> => {
  const { inspected, resumedAfter, held } = writing;
  let written = resumedAfter;
  for await (const batch of batchesOf(entriesAfter(writing))) {
    held.check();
    await putAll(desk.engine, batch);
    written += batch.length;
    await markImport(desk, { checksum: inspected.checksum, written });
    desk.report(`${written} of ${inspected.documents} documents`);
  }
};

async function* entriesAfter({ path, inspected, resumedAfter }: Writing): AsyncGenerator<Entry> {
  let passed = 0;
  for await (const part of readExport(path)) {
    if (part.kind === 'end' && part.checksum !== inspected.checksum)
      throw transferError('file-altered', `${path} was exchanged while it was read. Nothing is lost: begin again.`);
    if (part.kind !== 'entry') continue;
    passed += 1;
    if (passed > resumedAfter) yield part.entry;
  }
}

/** Of one tenant and collection each. */
async function* batchesOf(entries: AsyncIterable<Entry>): AsyncGenerator<readonly Entry[]> {
  let batch: Entry[] = [];
  let characters = 0;
  for await (const entry of entries) {
    const isFull = batch.length >= batchDocuments || characters >= batchCharacters;
    if (batch.length > 0 && (isFull || !isSameSection(batch[0], entry))) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(entry);
    characters += entry.text.length;
  }
  if (batch.length > 0) yield batch;
}

const isSameSection = (left: Entry | undefined, right: Entry): boolean =>
  left?.tenant === right.tenant && left.collection === right.collection;

const putAll = async (engine: StorageEngine, batch: readonly Entry[]): Promise<void> => {
  const [first] = batch;
  const declaration = first && transferredByName.get(first.collection);
  if (first === undefined || declaration === undefined) return;
  const puts = batch.map(({ document }) => ({ put: document }));
  await engine.collection(declaration).write(first.tenant, puts);
};
