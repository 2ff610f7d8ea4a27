import { LeaseLost } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { StorageEngine } from '../storage/collection.ts';
import { schemaStates, type SchemaState, type UnfinishedImport } from '../storage/declare/systemCollections.ts';
import { openReplicaRoll } from '../storage/migrate/replicaRoll.ts';
import { readSchemaState, refuseNewer, saveSchemaState, type Release } from '../storage/migrate/schemaState.ts';
import type { Inspected } from './file/inspectExport.ts';
import { tenantsOf } from './storeEntries.ts';
import { transferError } from './transferError.ts';

export interface ImportTarget {
  readonly engine: StorageEngine;
  readonly release: Release;
  readonly clock: Clock;
}

/** What an import has noted in the store. */
export interface ImportMark {
  /** So many documents of this very file were in the store when it began. */
  readonly resumedAfter: number;
  /** One that was cut off, perhaps within a batch, came before it. */
  readonly isResumed: boolean;
  /** Throws LeaseLost where the mark is not what this import wrote last: another one has taken over, or even ended. */
  set(importing: UnfinishedImport | null): Promise<void>;
}

/**
 * Marks the store as half full, and tells how many documents of this very file are in it already. Throws StorageError
 * where there is anything else, or where a server runs: the mark comes before looking for one, and a server announces
 * itself before it looks for the mark, so they cannot miss each other.
 */
export const beginImport = async (target: ImportTarget, { checksum, header }: Inspected): Promise<ImportMark> => {
  const { engine, release } = target;
  const found = await readSchemaState(engine, release.product);
  const before = found.document;
  refuseNewer(before, release);
  await refuseRunning(target);
  if (before.importing === null) await refuseFilled(engine);
  else if (before.importing.checksum !== checksum) throw filled('the beginning of an import of another file');
  const written = before.importing?.written ?? 0;
  const shape = { version: header.schema, target: header.schema, product: header.product };
  const change = openChange(engine, found.revision);
  await change({ ...shape, importing: { checksum, written } });
  try {
    await refuseRunning(target);
  } catch (error) {
    if (before.importing === null) await change(before);
    throw error;
  }
  const isResumed = before.importing !== null;
  return { resumedAfter: written, isResumed, set: (importing) => change({ ...shape, importing }) };
};

/** By the revision, which is another one even where somebody else wrote the same. */
const openChange = (engine: StorageEngine, found: number): ((document: SchemaState) => Promise<void>) => {
  let revision = found;
  return async (document) => {
    if (!(await saveSchemaState(engine, { document, revision }))) throw new LeaseLost(schemaStates.name);
    revision += 1;
  };
};

const refuseFilled = async (engine: StorageEngine): Promise<void> => {
  const tenants = await tenantsOf(engine);
  if (tenants.length > 0) throw filled(`data of ${tenants.length} tenants`);
};

const filled = (what: string): Error =>
  transferError(
    'target-not-empty',
    `The database to import into is not empty: it holds ${what}. Name an empty one; what is there is never overwritten.`,
  );

const refuseRunning = async ({ engine, clock }: ImportTarget): Promise<void> => {
  const living = await openReplicaRoll(engine, clock).living();
  if (living.length === 0) return;
  throw transferError(
    'target-in-use',
    `${living.length} Undersign servers run on the database to import into, or ended without a word within the last ` +
      'half minute. Stop them and begin again.',
  );
};
