import { LeaseLost, StaleRevision } from '../domain/errors.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import type { StorageEngine } from '../storage/collection.ts';
import { systemTenant } from '../storage/declare/systemCollections.ts';
import { keyText } from '../storage/keys/keyText.ts';
import { joinStore } from '../storage/migrate/joinStore.ts';
import { newestShape, type Release } from '../storage/migrate/schemaState.ts';
import { canonicalText } from './file/canonicalText.ts';
import { holdLeases, type HeldLeases, type LeaseDesk } from './holdLeases.ts';
import { beginImport, type ImportMark } from './importMark.ts';
import { inspectExport, refuseLocked, type Inspected } from './file/inspectExport.ts';
import { readExport } from './file/readExport.ts';
import type { Keys } from './sealedSecrets.ts';
import type { Entry } from './storeEntries.ts';
import { transferError } from './transferError.ts';
import { transferredByName } from './transferred.ts';

export interface StoreImportDesk extends LeaseDesk {
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
export const importFile = async (desk: StoreImportDesk, path: string): Promise<Imported> => {
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
    const mark = await beginImport(desk, inspected);
    const { resumedAfter } = mark;
    await writeEntries(desk, { path, inspected, mark, held });
    await mark.set(null);
    if (header.schema < newestShape(desk.release)) await (await joinStore(desk)).leave();
    return { ...inspected, resumedAfter };
  } finally {
    await held.release();
  }
};

interface Writing {
  readonly path: string;
  readonly inspected: Inspected;
  readonly mark: ImportMark;
  readonly held: HeldLeases;
}

/** As many documents, or as much text, as is written at once. */
const batchDocuments = 500;
const batchCharacters = 4_000_000;

/** Every batch is noted once it is stored. Of the first one after a crash some may be there already. */
const writeEntries = async (desk: StoreImportDesk, writing: Writing): Promise<void> => {
  const { inspected, mark, held } = writing;
  let written = mark.resumedAfter;
  let mayBeThere = mark.isResumed;
  for await (const batch of batchesOf(entriesAfter(writing))) {
    await held.confirm();
    await createAll(desk.engine, mayBeThere ? await missingOf(desk.engine, batch) : batch);
    mayBeThere = false;
    written += batch.length;
    await mark.set({ checksum: inspected.checksum, written });
    desk.report(`${written} of ${inspected.documents} documents`);
  }
};

async function* entriesAfter({ path, inspected, mark }: Writing): AsyncGenerator<Entry> {
  let passed = 0;
  for await (const part of readExport(path)) {
    if (part.kind === 'end' && part.checksum !== inspected.checksum)
      throw transferError('file-altered', `${path} was exchanged while it was read. Nothing is lost: begin again.`);
    if (part.kind !== 'entry') continue;
    passed += 1;
    if (passed > mark.resumedAfter) yield part.entry;
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

const openTarget = (engine: StorageEngine, batch: readonly Entry[]) => {
  const [first] = batch;
  const declaration = first && transferredByName.get(first.collection);
  return first && declaration && { collection: engine.collection(declaration), declaration, tenant: first.tenant };
};

/** What is there and the same was stored by the import that was cut off; anything else nobody may write over. */
const missingOf = async (engine: StorageEngine, batch: readonly Entry[]): Promise<readonly Entry[]> => {
  const target = openTarget(engine, batch);
  if (target === undefined) return batch;
  const { collection, declaration, tenant } = target;
  const there = await collection.getMany(
    tenant,
    batch.map(({ id }) => id),
  );
  const texts = new Map(there.map(({ document }) => [keyText(declaration.id(document)), canonicalText(document)]));
  return batch.filter(({ id, text }) => {
    if (texts.has(id) && texts.get(id) !== text) throw new LeaseLost(declaration.name);
    return !texts.has(id);
  });
};

/** Never over what is there, however long this process was paused before it writes. */
const createAll = async (engine: StorageEngine, batch: readonly Entry[]): Promise<void> => {
  const target = openTarget(engine, batch);
  const creations = batch.map(({ document }) => ({ put: document, ifRevision: 0 }));
  try {
    await target?.collection.write(target.tenant, creations);
  } catch (error) {
    // Only another import, or a server after one, can have been first.
    throw error instanceof StaleRevision ? new LeaseLost(batch[0]?.collection ?? '') : error;
  }
};
