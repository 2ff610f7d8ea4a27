import type { Clock } from '../ports/clock.ts';
import type { StorageEngine } from '../storage/collection.ts';
import type { SchemaState, UnfinishedImport } from '../storage/collections.ts';
import { openReplicaRoll } from '../storage/migrate/replicaRoll.ts';
import { readSchemaState, refuseNewer, saveSchemaState, type Release } from '../storage/migrate/schemaState.ts';
import type { Inspected } from './inspectExport.ts';
import { tenantsOf } from './storeEntries.ts';
import { transferError } from './transferError.ts';

export interface ImportTarget {
  readonly engine: StorageEngine;
  readonly release: Release;
  readonly clock: Clock;
}

/**
 * Marks the store as half full, and tells how many documents of this very file are in it already. Throws StorageError
 * where there is anything else, or where a server runs: the mark comes before looking for one, and a server announces
 * itself before it looks for the mark, so they cannot miss each other.
 */
export const beginImport = async (target: ImportTarget, { checksum, header }: Inspected): Promise<number> => {
  const { engine, release } = target;
  const { document: before } = await readSchemaState(engine, release.product);
  refuseNewer(before, release);
  await refuseRunning(target);
  if (before.importing === null) await refuseFilled(engine);
  else if (before.importing.checksum !== checksum) throw filled('the beginning of an import of another file');
  const written = before.importing?.written ?? 0;
  const shape = { version: header.schema, target: header.schema, product: header.product };
  await change(target, () => ({ ...shape, importing: { checksum, written } }));
  try {
    await refuseRunning(target);
  } catch (error) {
    if (before.importing === null) await change(target, () => before);
    throw error;
  }
  return written;
};

export const markImport = (target: ImportTarget, importing: UnfinishedImport | null): Promise<void> =>
  change(target, (state) => ({ ...state, importing }));

const change = async (
  { engine, release }: ImportTarget,
  changed: (state: SchemaState) => SchemaState,
): Promise<void> => {
  for (;;) {
    const { document, revision } = await readSchemaState(engine, release.product);
    if (await saveSchemaState(engine, { document: changed(document), revision })) return;
  }
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
