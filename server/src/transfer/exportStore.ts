import { createHash } from 'node:crypto';
import type { StorageEngine } from '../storage/collection.ts';
import { readSchemaState, refuseNewer, refuseUnfinishedImport, type Release } from '../storage/migrate/schemaState.ts';
import { formatVersion, openRunningSum, type ExportHeader, type RunningSum } from './file/exportFormat.ts';
import { holdLeases, type LeaseDesk } from './holdLeases.ts';
import { sectionEntries, tenantsOf } from './storeEntries.ts';
import { transferError } from './transferError.ts';
import { leftOutNames, settledShape, transferred, type OpaqueDeclaration } from './transferred.ts';
import { refuseExisting, writeExport } from './file/writeExport.ts';

export interface StoreExportDesk extends LeaseDesk {
  readonly engine: StorageEngine;
  readonly release: Release;
  /** Leases of the work that writes many documents which belong together; held while a tenant is read. */
  readonly pauses: readonly string[];
  readonly sealedWith: string | null;
  report(text: string): void;
}

export interface Exported {
  readonly documents: number;
  readonly tenants: number;
  readonly checksum: string;
}

/**
 * Writes everything in the store to a file. A server may be running: of each tenant the export is what stood between
 * two syncs, for they wait meanwhile; what admins change at the same time may or may not be in it.
 */
export const exportStore = async (desk: StoreExportDesk, path: string): Promise<Exported> => {
  refuseExisting(path);
  const header = await headerOf(desk);
  const tenants = await tenantsOf(desk.engine);
  if (tenants.length === 0)
    throw transferError('source-empty', 'There is nothing to export. Check DATA_DIR and DATABASE_URL.');
  const sum = openRunningSum();
  const totals = { documents: 0, sections: 0 };
  let checksum = '';
  const texts = async function* (): AsyncGenerator<string> {
    yield sum.seal(JSON.stringify(header));
    for (const tenant of tenants) yield* pausedTenant(desk, { tenant, sum, totals });
    checksum = sum.total();
    yield sum.seal(JSON.stringify({ end: { ...totals, sha256: checksum } }));
  };
  await writeExport(path, texts(), desk.signal);
  return { documents: totals.documents, tenants: tenants.length, checksum };
};

const headerOf = async ({ engine, release, clock, sealedWith }: StoreExportDesk): Promise<ExportHeader> => {
  const { document: state } = await readSchemaState(engine, release.product);
  refuseNewer(state, release);
  refuseUnfinishedImport(state);
  const schema = settledShape(state);
  if (schema === null) {
    const message =
      'Stored documents are being changed to a newer shape. Start the server, let it finish, then export.';
    throw transferError('source-changing', message);
  }
  return {
    undersign: 'export',
    format: formatVersion,
    schema,
    product: release.product,
    createdAt: clock.now().toISOString(),
    collections: transferred.map(({ name }) => name),
    leftOut: leftOutNames,
    sealedWith,
  };
};

interface Writing {
  readonly tenant: string;
  readonly sum: RunningSum;
  readonly totals: { documents: number; sections: number };
}

async function* pausedTenant(desk: StoreExportDesk, writing: Writing): AsyncGenerator<string> {
  const { tenant } = writing;
  const onWait = (name: string): void => {
    desk.report(`Waiting for ${name} of tenant ${tenant} to end; it goes on after the export of this tenant.`);
  };
  const pause = await holdLeases(desk, { tenant, names: desk.pauses, onWait });
  try {
    for (const declaration of transferred) {
      for await (const text of sectionTexts(desk.engine, declaration, writing)) {
        pause.check();
        yield text;
        desk.report(`${writing.totals.documents} documents`);
      }
    }
    // Whoever took a lease over while this process was paused may have written what was read last.
    await pause.confirm();
  } finally {
    await pause.release();
  }
}

async function* sectionTexts(
  engine: StorageEngine,
  declaration: OpaqueDeclaration,
  { tenant, sum, totals }: Writing,
): AsyncGenerator<string> {
  const { name: collection } = declaration;
  const hash = createHash('sha256');
  const place = `{"collection":${JSON.stringify(collection)},"tenant":${JSON.stringify(tenant)}`;
  const checkUnique = openUniqueCheck(declaration);
  let documents = 0;
  for await (const batch of sectionEntries(engine, tenant, declaration)) {
    const lines = batch.map(({ text }) => {
      checkUnique(text);
      hash.update(text).update('\n');
      return sum.seal(`${place},"document":${text}}`);
    });
    documents += batch.length;
    totals.documents += batch.length;
    yield lines.join('');
  }
  if (documents === 0) return;
  totals.sections += 1;
  yield sum.seal(JSON.stringify({ section: { tenant, collection, documents, sha256: hash.digest('hex') } }));
}

/** Two documents may have had the same key one after the other while the section was read; nobody could import that. */
const openUniqueCheck = (declaration: OpaqueDeclaration): ((text: string) => void) => {
  const seen = new Set<string>();
  return (text) => {
    for (const name of declaration.unique ?? []) {
      const value = declaration.keys[name]?.(JSON.parse(text)) ?? null;
      const key = JSON.stringify([name, value]);
      if (value !== null && seen.has(key)) {
        throw transferError(
          'source-changing',
          `${declaration.name} changed while they were read. Begin the export again.`,
        );
      }
      if (value !== null) seen.add(key);
    }
  };
};
