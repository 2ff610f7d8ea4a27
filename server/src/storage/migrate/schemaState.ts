import { StaleRevision, StorageError } from '../../domain/errors.ts';
import type { Stored, StorageEngine } from '../collection.ts';
import type { Peek } from '../engineOpening.ts';
import { schemaStates, systemTenant, type SchemaState } from '../declare/systemCollections.ts';
import { onlyId } from '../keys/onlyId.ts';
import type { Migration } from '../migrations.ts';

/** One release of the program, as far as the shape of documents goes. */
export interface Release {
  /** The version of Undersign, such as 1.4.0. */
  readonly product: string;
  readonly migrations: readonly Migration[];
}

export const newestShape = ({ migrations }: Release): number => migrations.at(-1)?.version ?? 0;

/** A store without a state is new, or older than the first migration. */
export const readSchemaState = async (engine: StorageEngine, product: string): Promise<Stored<SchemaState>> => {
  const found = await engine.collection(schemaStates).get(systemTenant, onlyId);
  return found ?? { document: { version: 0, target: 0, product, importing: null }, revision: 0 };
};

/** False when somebody else changed it meanwhile. */
export const saveSchemaState = async (engine: StorageEngine, { document, revision }: Stored<SchemaState>) => {
  try {
    await engine.collection(schemaStates).write(systemTenant, [{ put: document, ifRevision: revision }]);
    return true;
  } catch (error) {
    if (error instanceof StaleRevision) return false;
    throw error;
  }
};

/** Throws StorageError where a newer version has, or may have, written what this one does not understand. */
export const refuseNewer = ({ target, product }: SchemaState, release: Release): void => {
  const known = newestShape(release);
  if (target <= known) return;
  throw new StorageError(
    'storage-newer',
    `The data were written by Undersign ${product} (schema ${target}), which is newer than this Undersign ` +
      `${release.product} (schema ${known}). Start ${product} or a newer version, or restore a backup made before the upgrade.`,
    { values: { found: target, known, product, thisProduct: release.product } },
  );
};

/** For `beforePrepare`: a version that is refused leaves keys and indexes as the newer one made them. */
export const refuseNewerStore =
  (release: Release) =>
  async (peek: Peek): Promise<void> => {
    const state = await peek(schemaStates, systemTenant, onlyId);
    if (state !== null) refuseNewer(state, release);
  };

/** Throws StorageError where part of an import is all there is. */
export const refuseUnfinishedImport = ({ importing }: SchemaState): void => {
  if (importing === null) return;
  throw new StorageError(
    'storage-importing',
    'An import into this database began and did not end. Repeat the same import until it says that it is done, or ' +
      'begin with an empty database.',
    { values: { written: importing.written } },
  );
};
